-- The launches as heard on launch-planned; one row each, the highest revision wins.
CREATE TABLE launch (
    launch_id    uuid PRIMARY KEY,
    revision     bigint      NOT NULL,
    plan_revision bigint     NOT NULL,
    product      text        NOT NULL,
    name         text        NOT NULL,
    owner        text        NOT NULL,
    status       text        NOT NULL,
    status_since timestamptz NOT NULL,
    decision_id  uuid
);

-- One region of a launch. Its row is the lock under which everything that sales says of the market changes.
CREATE TABLE market (
    launch_id     uuid    NOT NULL REFERENCES launch,
    region        text    NOT NULL,
    in_plan       boolean NOT NULL,
    go_live_date  date    NOT NULL,
    zone          text    NOT NULL,
    live          boolean NOT NULL,
    requirements  jsonb   NOT NULL,
    quotas        jsonb   NOT NULL,
    revision      bigint  NOT NULL,
    reports_filed bigint  NOT NULL,
    reports_ended bigint  NOT NULL,
    open          boolean NOT NULL,
    PRIMARY KEY (launch_id, region)
);
CREATE INDEX market_open ON market (launch_id, region) WHERE open;

-- Its row is the lock under which people of the team are promised.
CREATE TABLE team (
    region   text   NOT NULL,
    team     text   NOT NULL,
    name     text   NOT NULL,
    manager  text,
    revision bigint NOT NULL,
    PRIMARY KEY (region, team)
);

-- A person is in one team of a region only, so that nobody can be promised twice under two managers.
CREATE TABLE rep (
    region   text           NOT NULL,
    rep      text           NOT NULL,
    team     text           NOT NULL,
    name     text           NOT NULL,
    role     text           NOT NULL,
    fte      numeric(12, 4) NOT NULL CHECK (fte > 0),
    days_off date[]         NOT NULL,
    PRIMARY KEY (region, rep),
    FOREIGN KEY (region, team) REFERENCES team
);
CREATE INDEX rep_of_team ON rep (region, team);
CREATE INDEX rep_by_name ON rep (lower(name));

CREATE TABLE commitment (
    launch_id         uuid           NOT NULL,
    region            text           NOT NULL,
    requirement_id    text           NOT NULL,
    team              text           NOT NULL,
    status            text           NOT NULL,
    role              text           NOT NULL,
    fte               numeric(12, 4) NOT NULL,
    window_from       date           NOT NULL,
    window_to         date           NOT NULL,
    answered_from     date           NOT NULL,
    answered_to       date           NOT NULL,
    reps              jsonb          NOT NULL,
    absences          jsonb          NOT NULL,
    plan_revision     bigint         NOT NULL,
    answered_by       text           NOT NULL,
    answered_at       timestamptz    NOT NULL,
    reason            text,
    counter_fte       numeric(12, 4),
    counter_from      date,
    counter_to        date,
    warnings          text[]         NOT NULL,
    withdrawal_reason text,
    withdrawal_by     text,
    withdrawal_at     timestamptz,
    PRIMARY KEY (launch_id, region, requirement_id, team),
    FOREIGN KEY (launch_id, region) REFERENCES market,
    FOREIGN KEY (region, team) REFERENCES team
);
COMMENT ON COLUMN commitment.answered_from IS 'The window of the requirement that was answered; the promise stands as long as it is the same or still covered';
COMMENT ON COLUMN commitment.withdrawal_at IS 'Withdrawn while a decision was pending; takes effect after it';
CREATE INDEX commitment_binding ON commitment (region, team, window_to) WHERE status IN ('CONFIRMED', 'STALE');

-- Teams whose commitments must be looked at again: absences and warnings follow from what else the team has promised.
CREATE TABLE team_review (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    region      text NOT NULL,
    team        text NOT NULL,
    actor       text NOT NULL,
    traceparent text
);

CREATE TABLE product (
    product_key text PRIMARY KEY,
    name        text   NOT NULL,
    series      text,
    amount      bigint NOT NULL CHECK (amount >= 0),
    currency    text   NOT NULL
);

CREATE TABLE account (
    account_key text PRIMARY KEY,
    name        text NOT NULL,
    sector      text
);

CREATE TABLE opportunity (
    opportunity_id text PRIMARY KEY,
    agent          text    NOT NULL,
    product        text    NOT NULL,
    product_key    text    NOT NULL,
    account        text,
    account_key    text,
    stage          text    NOT NULL,
    engaged_on     date,
    closed_on      date,
    amount         bigint CHECK (amount >= 0),
    currency       text    NOT NULL,
    open           boolean NOT NULL
);
CREATE INDEX opportunity_of_account ON opportunity (account_key) WHERE open;

CREATE TABLE field_report (
    report_id     uuid PRIMARY KEY,
    revision      bigint      NOT NULL,
    launch_id     uuid        NOT NULL,
    region        text        NOT NULL,
    segment       text        NOT NULL,
    account       text        NOT NULL,
    reporter      text        NOT NULL,
    reported_at   timestamptz NOT NULL,
    plan_revision bigint      NOT NULL,
    verdict       text        NOT NULL,
    text          text,
    gaps          jsonb       NOT NULL,
    status        text        NOT NULL,
    status_reason text,
    supersedes    uuid REFERENCES field_report,
    ending        text,
    ending_reason text,
    FOREIGN KEY (launch_id, region) REFERENCES market
);
COMMENT ON COLUMN field_report.revision IS '0: filed while a decision was pending and held back until it has fallen';
COMMENT ON COLUMN field_report.ending IS 'Ended while a decision was pending; takes effect after it';
CREATE INDEX field_report_of_launch ON field_report (launch_id, report_id);
CREATE INDEX field_report_held ON field_report (launch_id) WHERE revision = 0 OR ending IS NOT NULL;

-- The opportunities that a report names, as it was last published with them.
CREATE TABLE report_opportunity (
    report_id      uuid    NOT NULL REFERENCES field_report,
    opportunity_id text    NOT NULL REFERENCES opportunity,
    product        text    NOT NULL,
    amount         bigint  NOT NULL,
    currency       text    NOT NULL,
    estimated      boolean NOT NULL,
    open           boolean NOT NULL,
    PRIMARY KEY (report_id, opportunity_id)
);
CREATE INDEX report_opportunity_reports ON report_opportunity (opportunity_id);

-- What became of the gaps, as heard on feature-gap-reviewed.
CREATE TABLE gap (
    gap_id      uuid PRIMARY KEY,
    launch_id   uuid   NOT NULL,
    feature_key text   NOT NULL,
    revision    bigint NOT NULL,
    status      text   NOT NULL,
    reason      text,
    target_date date,
    merged_into uuid
);
CREATE INDEX gap_of_launch ON gap (launch_id, feature_key);
