-- Records that could not be processed and went to a dead-letter topic.
CREATE TABLE parked_record (
  topic         text        NOT NULL,
  partition     integer     NOT NULL,
  record_offset bigint      NOT NULL,
  reason        text        NOT NULL,
  detail        text        NOT NULL,
  parked_at     timestamptz NOT NULL,
  PRIMARY KEY (topic, partition, record_offset)
);
