-- The planRevision that last changed a market's price or its launch's positioning: reports made for an earlier one are outdated.
-- 0 until the launch is heard of again, which outdates nothing.
ALTER TABLE market ADD COLUMN pitch_revision bigint NOT NULL DEFAULT 0;

-- A review that is asked for now and due later, when a hold has lasted so long that it binds nobody any more; and one that
-- failed, which waits before it is tried again.
ALTER TABLE team_review
    ADD COLUMN due_at timestamptz,
    ADD COLUMN attempts integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN team_review.due_at IS 'null: at once';
CREATE INDEX team_review_due ON team_review (due_at NULLS FIRST, id);
