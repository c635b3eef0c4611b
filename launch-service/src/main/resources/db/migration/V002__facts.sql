-- What sales and the field have said, as heard. A fact may be of a launch that is not known here, so nothing refers to launches.
CREATE TABLE sales_snapshot (
    launch_id     uuid NOT NULL,
    region        text NOT NULL,
    revision      bigint NOT NULL,
    plan_revision bigint NOT NULL,
    decision_id   uuid,
    commitments   jsonb NOT NULL,
    reports_filed bigint NOT NULL,
    reports_ended bigint NOT NULL,
    PRIMARY KEY (launch_id, region)
);

CREATE TABLE field_report (
    id            uuid PRIMARY KEY,
    revision      bigint NOT NULL,
    as_of         timestamptz NOT NULL,
    launch_id     uuid NOT NULL,
    region        text NOT NULL,
    segment       text NOT NULL,
    account       text NOT NULL,
    reporter      text NOT NULL,
    reported_at   timestamptz NOT NULL,
    plan_revision bigint NOT NULL,
    verdict       text NOT NULL,
    text          text,
    opportunities jsonb NOT NULL,
    status        text NOT NULL
);
CREATE INDEX field_report_by_market ON field_report (launch_id, region);

-- Which features a report names; a feature is the hash of its words, however they are written.
CREATE TABLE report_feature (
    report_id    uuid NOT NULL REFERENCES field_report,
    launch_id    uuid NOT NULL,
    feature_hash text NOT NULL,
    severity     text NOT NULL,
    PRIMARY KEY (report_id, feature_hash)
);
CREATE INDEX report_feature_by_feature ON report_feature (launch_id, feature_hash);

CREATE TABLE feature_gap (
    id              uuid PRIMARY KEY,
    launch_id       uuid NOT NULL,
    feature_hash    text NOT NULL,
    feature         text NOT NULL,
    revision        bigint NOT NULL,
    severity        text NOT NULL,
    severity_rank   int NOT NULL,
    status          text NOT NULL,
    blocks          boolean NOT NULL,
    reason          text,
    target_date     date,
    regions         text[] NOT NULL,
    reporters       text[] NOT NULL,
    breadth         int NOT NULL,
    revenue_at_risk jsonb NOT NULL,
    reopened        boolean NOT NULL,
    UNIQUE (launch_id, feature_hash)
);
CREATE INDEX feature_gap_by_severity ON feature_gap ((-severity_rank), id);
CREATE INDEX feature_gap_blocking ON feature_gap (launch_id) WHERE blocks;
