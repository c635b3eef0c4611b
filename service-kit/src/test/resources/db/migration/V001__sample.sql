CREATE TABLE note (
  id       uuid   PRIMARY KEY,
  text     text   NOT NULL,
  revision bigint NOT NULL
);

CREATE TABLE kept_market (
  launch_id     uuid   NOT NULL,
  region        text   NOT NULL,
  revision      bigint NOT NULL,
  plan_revision bigint NOT NULL CHECK (plan_revision > 0),
  applied       bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (launch_id, region)
);
