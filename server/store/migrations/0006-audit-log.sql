-- What has happened in an organization beside its rows: every batch of verdicts, logins, refusals. Each entry carries the hash of the
-- one before it, the counter row of the organization the last one: whoever changes, removes or swaps an entry breaks the chain.
CREATE TABLE audit_log (
  org_id  text COLLATE "C" NOT NULL,
  n       bigint NOT NULL,
  at      bigint NOT NULL,
  actor   text NOT NULL,
  event   text NOT NULL,
  details text NOT NULL,
  hash    text NOT NULL,
  PRIMARY KEY (org_id, n)
);

-- With defaults, since servers of the version before go on writing while this one starts.
ALTER TABLE organization ADD COLUMN audit_n bigint NOT NULL DEFAULT 0, ADD COLUMN audit_hash text NOT NULL DEFAULT '';
-- The entry of the audit log that vouches for a verdict.
ALTER TABLE command_log ADD COLUMN audit_n bigint;
CREATE INDEX command_log_audit ON command_log (org_id, audit_n) WHERE audit_n IS NOT NULL;

ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_log USING (org_id = current_setting('opora.org', true))
  WITH CHECK (org_id = current_setting('opora.org', true));
-- The program adds and reads; it can neither change nor remove.
GRANT SELECT, INSERT ON audit_log TO opora_app;
