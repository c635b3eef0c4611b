-- The current revision of each launch. What is searched for stands in columns, the whole in the document.
CREATE TABLE launch (
    id                uuid PRIMARY KEY,
    revision          bigint NOT NULL,
    status            text NOT NULL,
    owner             text NOT NULL,
    product           text NOT NULL,
    name              text NOT NULL,
    regions           text[] NOT NULL,
    first_go_live     date NOT NULL,
    decision_deadline timestamptz,
    document          jsonb NOT NULL
);
CREATE INDEX launch_by_go_live ON launch (first_go_live, id);
CREATE INDEX launch_by_region ON launch USING gin (regions);
CREATE INDEX launch_by_deadline ON launch (decision_deadline) WHERE decision_deadline IS NOT NULL;

-- Every revision that ever was; rows are added, never changed.
CREATE TABLE launch_revision (
    launch_id uuid NOT NULL REFERENCES launch,
    revision  bigint NOT NULL,
    at        timestamptz NOT NULL,
    actor     text NOT NULL,
    document  jsonb NOT NULL,
    PRIMARY KEY (launch_id, revision)
);

CREATE TABLE decision (
    id            uuid PRIMARY KEY,
    launch_id     uuid NOT NULL REFERENCES launch,
    outcome       text NOT NULL,
    cause         text,
    requested_by  text NOT NULL,
    requested_at  timestamptz NOT NULL,
    decided_at    timestamptz,
    plan_revision bigint NOT NULL,
    markets       jsonb NOT NULL
);
CREATE INDEX decision_by_launch ON decision (launch_id, id);
-- One decision at a time.
CREATE UNIQUE INDEX decision_pending ON decision (launch_id) WHERE outcome = 'PENDING';

CREATE TABLE history (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    launch_id uuid NOT NULL,
    at        timestamptz NOT NULL,
    actor     text NOT NULL,
    type      text NOT NULL,
    region    text,
    revision  bigint NOT NULL,
    summary   text NOT NULL
);
CREATE INDEX history_by_launch ON history (launch_id, at, number);
