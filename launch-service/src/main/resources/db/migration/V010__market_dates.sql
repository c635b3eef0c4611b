-- What the calendar shows of each revision, out of its document: small, while a document may have 2,000 requirements.
ALTER TABLE launch_revision
    ADD COLUMN status text GENERATED ALWAYS AS (document #>> '{standing,status}') STORED,
    ADD COLUMN regions jsonb GENERATED ALWAYS AS (jsonb_path_query_array(document, '$.plan.markets[*].region')) STORED,
    ADD COLUMN go_live_dates jsonb GENERATED ALWAYS AS (jsonb_path_query_array(document, '$.plan.markets[*].goLiveDate')) STORED;
