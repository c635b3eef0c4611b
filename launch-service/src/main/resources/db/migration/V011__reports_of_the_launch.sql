-- What a second key says of field reports it says of the whole launch: a report from another market may make a blocker of a gap
-- that this market names. What was kept until now was said of the market alone, so it is forgotten.
ALTER TABLE sales_snapshot ALTER COLUMN reports_filed DROP NOT NULL;
ALTER TABLE sales_snapshot ALTER COLUMN reports_ended DROP NOT NULL;
UPDATE sales_snapshot SET reports_filed = NULL, reports_ended = NULL;
COMMENT ON COLUMN sales_snapshot.reports_filed IS 'Of the whole launch; null unless the snapshot is a second key';
COMMENT ON COLUMN sales_snapshot.reports_ended IS 'Of the whole launch; null unless the snapshot is a second key';
