-- Gaps that are one by product's word: a tree, whose reports all count in its root. What a merged gap would be by itself is kept
-- for the day on which it is unmerged.
ALTER TABLE feature_gap
    ADD COLUMN merged_into uuid REFERENCES feature_gap,
    ADD COLUMN before_merge jsonb,
    ADD CONSTRAINT merged_into_another CHECK (merged_into <> id),
    ADD CONSTRAINT merged_is_merged_into CHECK ((status = 'MERGED') = (merged_into IS NOT NULL AND before_merge IS NOT NULL));
CREATE INDEX feature_gap_merged ON feature_gap (merged_into) WHERE merged_into IS NOT NULL;
