-- Derived from plans and facts, never set by hand.
CREATE TABLE market_readiness (
    launch_id      uuid NOT NULL,
    region         text NOT NULL,
    revision       bigint NOT NULL,
    plan_revision  bigint NOT NULL,
    sales_revision bigint NOT NULL,
    ready          boolean NOT NULL,
    live           boolean NOT NULL,
    conditions     jsonb NOT NULL,
    last_decision  jsonb,
    incidents      jsonb NOT NULL,
    published      boolean NOT NULL,
    PRIMARY KEY (launch_id, region)
);

-- Every revision that it ever had, for what was known at any time.
CREATE TABLE market_readiness_revision (
    launch_id      uuid NOT NULL,
    region         text NOT NULL,
    revision       bigint NOT NULL,
    at             timestamptz NOT NULL,
    plan_revision  bigint NOT NULL,
    sales_revision bigint NOT NULL,
    ready          boolean NOT NULL,
    live           boolean NOT NULL,
    conditions     jsonb NOT NULL,
    last_decision  jsonb,
    incidents      jsonb NOT NULL,
    published      boolean NOT NULL,
    PRIMARY KEY (launch_id, region, revision)
);
