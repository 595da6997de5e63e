// $1 is the organization everywhere.

/**
 * Brings the digests of scopes from the rows as they are stored to the rows as they are about to be: it has to run before them.
 * $2 entities, $3 ids, $4 versions, $5 scopes joined as in `upsertRows` (none: the row goes).
 */
export const moveDigests = `WITH written AS (
    SELECT t.entity, t.id, t.version, string_to_array(t.scopes, E'\\x1f') AS scopes
    FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) AS t (entity, id, version, scopes)
  ), part AS (
    SELECT held.scope, -1 AS rows, r.digest
    FROM (
      SELECT r.scopes, row_digest(r.entity, r.id, r.version) AS digest
      FROM written w JOIN stored_row r ON r.org_id = $1 AND r.entity = w.entity AND r.id = w.id
      WHERE r.data IS NOT NULL
    ) r CROSS JOIN LATERAL (SELECT DISTINCT unnest(r.scopes) AS scope) held
    UNION ALL
    SELECT held.scope, 1, row_digest(w.entity, w.id, w.version)
    FROM written w CROSS JOIN LATERAL (SELECT DISTINCT unnest(w.scopes) AS scope) held
  )
  INSERT INTO scope_digest AS kept (org_id, scope, rows, digest)
  SELECT $1, scope, sum(rows), bit_xor(digest) FROM part GROUP BY scope
  ON CONFLICT (org_id, scope) DO UPDATE
  SET rows = kept.rows + EXCLUDED.rows, digest = kept.digest # EXCLUDED.digest`;

export const digests = `SELECT scope, rows, lpad(to_hex(digest), 16, '0') AS digest FROM scope_digest
  WHERE org_id = $1 AND scope = ANY ($2::text[]) AND rows > 0`;

export const floorsAbove = 'SELECT scope FROM scope_floor WHERE org_id = $1 AND scope = ANY ($2::text[]) AND seq > $3';

/** Forgets leaves older than $2, at most $3 of them, and remembers how far; returns how many it were. */
export const forgetLeaves = `WITH gone AS (
    DELETE FROM row_scope WHERE ctid = ANY (ARRAY (
      SELECT ctid FROM row_scope WHERE org_id = $1 AND gone AND at < $2 LIMIT $3
    )) RETURNING scope, seq
  ), floors AS (
    INSERT INTO scope_floor AS kept (org_id, scope, seq)
    SELECT $1, scope, max(seq) FROM gone GROUP BY scope
    ON CONFLICT (org_id, scope) DO UPDATE SET seq = greatest(kept.seq, EXCLUDED.seq)
  )
  SELECT count(*) AS count FROM gone`;

/** Works the digests out anew from the rows, for rows that were not written by batches. */
export const forgetDigests = 'DELETE FROM scope_digest WHERE org_id = $1';
export const rebuildDigests = `INSERT INTO scope_digest (org_id, scope, rows, digest)
  SELECT $1, held.scope, count(*), bit_xor(row_digest(r.entity, r.id, r.version))
  FROM stored_row r CROSS JOIN LATERAL (SELECT DISTINCT unnest(r.scopes) AS scope) held
  WHERE r.org_id = $1 AND r.data IS NOT NULL GROUP BY held.scope`;

/** The same for some scopes, by their own index. */
export const dropDigests = 'DELETE FROM scope_digest WHERE org_id = $1 AND scope = ANY ($2::text[])';
export const recountDigests = `INSERT INTO scope_digest (org_id, scope, rows, digest)
  SELECT $1, scope, count(*), bit_xor(row_digest(entity, id, seq)) FROM row_scope
  WHERE org_id = $1 AND scope = ANY ($2::text[]) AND NOT gone GROUP BY scope`;

/** What is left of removed rows whose leaves nobody has to be told any more. */
export const forgetRemoved = `DELETE FROM stored_row r WHERE r.org_id = $1 AND r.data IS NULL AND r.at < $2
  AND NOT EXISTS (
    SELECT 1 FROM row_scope s WHERE s.org_id = r.org_id AND s.entity = r.entity AND s.id = r.id
      AND s.scope IN (SELECT scope FROM scope_digest d WHERE d.org_id = $1)
  )`;
