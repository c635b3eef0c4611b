-- What is known of each launch: the newest snapshot of each subject. The row of a launch is also the lock under which its
-- inbox threads are worked out; it exists, without a fact, when something else of the launch was heard first.
CREATE TABLE launch (
    launch_id uuid        PRIMARY KEY,
    revision  bigint      NOT NULL DEFAULT 0,
    fact      jsonb,
    -- When time alone may change who is told; null when it can't.
    next_turn timestamptz
);

CREATE INDEX launch_by_next_turn ON launch (next_turn) WHERE next_turn IS NOT NULL;

CREATE TABLE market_readiness (
    launch_id uuid   NOT NULL,
    region    text   NOT NULL,
    revision  bigint NOT NULL,
    fact      jsonb  NOT NULL,
    PRIMARY KEY (launch_id, region)
);

CREATE TABLE market_staff (
    launch_id uuid   NOT NULL,
    region    text   NOT NULL,
    revision  bigint NOT NULL,
    fact      jsonb  NOT NULL,
    PRIMARY KEY (launch_id, region)
);

CREATE TABLE gap (
    gap_id    uuid   PRIMARY KEY,
    launch_id uuid   NOT NULL,
    revision  bigint NOT NULL,
    fact      jsonb  NOT NULL
);

CREATE INDEX gap_by_launch ON gap (launch_id);

CREATE TABLE person (
    person_id        text        PRIMARY KEY,
    name             text        NOT NULL,
    email            text,
    roles            text[]      NOT NULL,
    regions          text[]      NOT NULL,
    zone             text,
    delegate         text,
    active           boolean     NOT NULL DEFAULT true,
    known_since      timestamptz NOT NULL,
    -- Grows with each change of the person; the inbox was worked out anew for the refreshed one.
    revision         bigint      NOT NULL DEFAULT 1,
    refreshed        bigint      NOT NULL DEFAULT 0
);

CREATE INDEX person_to_refresh ON person (person_id) WHERE refreshed < revision;

-- Grows with each change of any person, so that the others need not be read again.
CREATE TABLE people_version (version bigint NOT NULL);

INSERT INTO people_version (version) VALUES (0);

CREATE TABLE delivery (
    delivery_id uuid        PRIMARY KEY,
    person_id   text        NOT NULL,
    matter      text        NOT NULL,
    kind        text        NOT NULL,
    launch_id   uuid        NOT NULL,
    region      text,
    title       text        NOT NULL,
    text        text        NOT NULL,
    asks_action boolean     NOT NULL,
    -- What must change for the thread to reappear as unread.
    substance   text        NOT NULL,
    -- The person did it themselves: kept so that it isn't told later, never shown.
    hidden      boolean     NOT NULL,
    at          timestamptz NOT NULL,
    read_at     timestamptz,
    done_at     timestamptz,
    UNIQUE (person_id, matter)
);

CREATE INDEX delivery_by_launch ON delivery (launch_id);
CREATE INDEX delivery_newest_first ON delivery (person_id, at DESC, delivery_id DESC) WHERE NOT hidden;
CREATE INDEX delivery_unread ON delivery (person_id, at DESC, delivery_id DESC)
    WHERE NOT hidden AND read_at IS NULL AND done_at IS NULL;

CREATE TABLE preference (
    person_id text        PRIMARY KEY,
    document  jsonb       NOT NULL,
    changed   timestamptz NOT NULL
);

-- Either a launch or a kind.
CREATE TABLE mute (
    person_id text NOT NULL,
    launch_id uuid,
    kind      text,
    CHECK (num_nonnulls(launch_id, kind) = 1)
);

CREATE INDEX mute_by_person ON mute (person_id);
