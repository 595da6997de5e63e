-- What the rows of a scope come to: how many stand in it, and the XOR of a hash of each with its version. Kept by every batch, so
-- that a workstation can ask whether it has the same rows without anybody reading them.
CREATE TABLE scope_digest (
  org_id text COLLATE "C" NOT NULL,
  scope  text COLLATE "C" NOT NULL,
  rows   bigint NOT NULL,
  digest bigint NOT NULL,
  PRIMARY KEY (org_id, scope)
) WITH (fillfactor = 50);

-- Up to which seq the leaves of a scope are forgotten: who stands before it gets the scope whole.
CREATE TABLE scope_floor (
  org_id text COLLATE "C" NOT NULL,
  scope  text COLLATE "C" NOT NULL,
  seq    bigint NOT NULL,
  PRIMARY KEY (org_id, scope)
);
CREATE INDEX row_scope_gone ON row_scope (org_id, at) WHERE gone;

-- 64 bits of SHA-256: shared/sync/scope-digest.ts computes the same.
CREATE FUNCTION row_digest(entity text, id text, version bigint) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ('x' || left(encode(sha256(convert_to(entity || '/' || id || ':' || version, 'UTF8')), 'hex'), 16))::bit(64)::bigint;

-- The owner is stopped by forced row-level security too: for this one reading it is not.
ALTER TABLE stored_row NO FORCE ROW LEVEL SECURITY;
INSERT INTO scope_digest (org_id, scope, rows, digest)
  SELECT r.org_id, held.scope, count(*), bit_xor(row_digest(r.entity, r.id, r.version))
  FROM stored_row r CROSS JOIN LATERAL (SELECT DISTINCT unnest(r.scopes) AS scope) held
  WHERE r.data IS NOT NULL GROUP BY r.org_id, held.scope;
ALTER TABLE stored_row FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['scope_digest', 'scope_floor'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (org_id = current_setting(''opora.org'', true)) '
      || 'WITH CHECK (org_id = current_setting(''opora.org'', true))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO opora_app', name);
  END LOOP;
END $$;
