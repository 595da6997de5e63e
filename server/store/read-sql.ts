// $1 is the organization everywhere; row-level security asks for it a second time.

export const head = 'SELECT epoch, head_seq, chain_hash FROM organization WHERE org_id = $1';

export const lockHead = (orgLiteral: string): string =>
  `SELECT epoch, head_seq, chain_hash, audit_n, audit_hash FROM organization WHERE org_id = ${orgLiteral} FOR UPDATE`;

const columns = 'r.id, r.data, r.version, r.at, r.scopes';

export const getMany = `SELECT ${columns} FROM stored_row r
  WHERE r.org_id = $1 AND r.entity = $2 AND r.id = ANY ($3::text[]) AND r.data IS NOT NULL`;

const byKey = (direction: 'ASC' | 'DESC'): string => `SELECT ${columns}
  FROM row_key k JOIN stored_row r ON r.org_id = k.org_id AND r.entity = k.entity AND r.id = k.id
  WHERE k.org_id = $1 AND k.entity = $2 AND k.index_name = $3 AND k.key = $4
  ORDER BY k.id ${direction} LIMIT $5`;
export const byKeyFirst = byKey('ASC');
export const byKeyLast = byKey('DESC');

/** The first rows under each of several keys of one index. */
export const byKeys = `SELECT wanted.key, ${columns}
  FROM unnest($4::text[]) AS wanted (key)
  CROSS JOIN LATERAL (
    SELECT k.id FROM row_key k
    WHERE k.org_id = $1 AND k.entity = $2 AND k.index_name = $3 AND k.key = wanted.key
    ORDER BY k.id LIMIT $5
  ) found
  JOIN stored_row r ON r.org_id = $1 AND r.entity = $2 AND r.id = found.id
  ORDER BY r.id`;

export const due = `SELECT id, key FROM row_key
  WHERE org_id = $1 AND entity = $2 AND index_name = $3 AND key <= $4 AND (key, id) > ($5, $6)
  ORDER BY key, id LIMIT $7`;

export const idsOf = 'SELECT id FROM stored_row WHERE org_id = $1 AND entity = $2 AND data IS NOT NULL ORDER BY id';

// By name, not *: a plan that is kept may not change its columns when a newer server adds one.
export const client = `SELECT id, user_id, device, device_name, last_n, lease, previous_lease FROM client
  WHERE org_id = $1 AND id = $2`;

export const verdictsAfter =
  'SELECT verdict FROM command_log WHERE org_id = $1 AND client = $2 AND n > $3 ORDER BY n LIMIT $4';

// Each half has an index of its own: an accepted command stands in one, a rejected one in the other.
export const known = `SELECT verdict, args_hash FROM (
    SELECT verdict, args_hash, seq, at, client, n FROM command_log
    WHERE org_id = $1 AND command_id = ANY ($2::text[]) AND seq IS NOT NULL
    UNION ALL
    SELECT verdict, args_hash, seq, at, client, n FROM command_log
    WHERE org_id = $1 AND command_id = ANY ($2::text[]) AND seq IS NULL
  ) found ORDER BY seq NULLS LAST, at, client, n`;

export const chainAt = `SELECT chain_hash FROM command_log WHERE org_id = $1 AND seq = $2 AND seq IS NOT NULL
  UNION ALL SELECT chain_hash FROM organization WHERE org_id = $1 AND head_seq = $2
  LIMIT 1`;

// Per scope at most `limit` entries come from the index, so the cost follows the page and not the history. Where a row left one
// scope and stands in another of the same person, only the place where it stands counts.
export const changesSince = `WITH entry AS (
    SELECT found.entity, found.id, max(found.seq) AS seq, max(found.at) AS at
    FROM unnest($2::text[]) AS wanted (scope)
    CROSS JOIN LATERAL (
      SELECT s.entity, s.id, s.seq, s.at FROM row_scope s
      WHERE s.org_id = $1 AND s.scope = wanted.scope AND s.seq > $3
        AND (NOT s.gone OR NOT EXISTS (
          SELECT 1 FROM stored_row r
          WHERE r.org_id = $1 AND r.entity = s.entity AND r.id = s.id AND r.scopes && $2::text[]
        ))
      ORDER BY s.seq, s.entity, s.id LIMIT $4
    ) found
    GROUP BY found.entity, found.id
    ORDER BY 3, 1, 2 LIMIT $4
  )
  SELECT entry.entity, entry.id, entry.seq AS version, entry.at,
    CASE WHEN r.scopes && $2::text[] THEN r.data END AS data
  FROM entry LEFT JOIN stored_row r ON r.org_id = $1 AND r.entity = entry.entity AND r.id = entry.id
  ORDER BY entry.seq, entry.entity, entry.id`;

export const backfill = `SELECT entity, id, version, at, data FROM stored_row
  WHERE org_id = $1 AND entity = $2 AND id > $3 AND data IS NOT NULL AND scopes && $4::text[]
  ORDER BY id LIMIT $5`;

export const countVisible =
  'SELECT count(*) AS count FROM stored_row WHERE org_id = $1 AND data IS NOT NULL AND scopes && $2::text[]';
