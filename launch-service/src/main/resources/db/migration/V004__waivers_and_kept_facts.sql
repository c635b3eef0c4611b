-- Leadership's exceptions; rows are ended, never deleted.
CREATE TABLE waiver (
    id         uuid PRIMARY KEY,
    launch_id  uuid NOT NULL REFERENCES launch,
    region     text NOT NULL,
    condition  text NOT NULL,
    demand     jsonb NOT NULL,
    approver   text NOT NULL,
    reason     text NOT NULL,
    given_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    status     text NOT NULL,
    ended_by   text,
    ended_at   timestamptz
);
CREATE INDEX waiver_by_launch ON waiver (launch_id, id);
CREATE INDEX waiver_by_expiry ON waiver (expires_at) WHERE status = 'STANDING';
-- One standing waiver for a condition.
CREATE UNIQUE INDEX waiver_standing ON waiver (launch_id, region, condition) WHERE status = 'STANDING';

-- The facts that each decided market was judged on, so that it can be judged again. Beside the decisions and not in them, as
-- lists of decisions need not read them.
CREATE TABLE decision_facts (
    decision_id uuid NOT NULL REFERENCES decision,
    region      text NOT NULL,
    facts       jsonb NOT NULL,
    PRIMARY KEY (decision_id, region)
);
