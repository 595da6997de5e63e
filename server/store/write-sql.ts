// One statement per table and batch: each takes columns as arrays of equal length.

/** Scopes of a row travel joined by a character that no scope contains, since arrays of arrays must be rectangular. */
export const scopeSeparator = '\u001f';

export const upsertRows = `INSERT INTO stored_row (org_id, entity, id, data, version, at, scopes)
  SELECT $1, t.entity, t.id, t.data, t.version, t.at, string_to_array(t.scopes, E'\\x1f')
  FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[])
    AS t (entity, id, data, version, at, scopes)
  ON CONFLICT (org_id, entity, id) DO UPDATE
  SET data = EXCLUDED.data, version = EXCLUDED.version, at = EXCLUDED.at, scopes = EXCLUDED.scopes`;

export const upsertScopes = `INSERT INTO row_scope (org_id, scope, entity, id, seq, at, gone)
  SELECT $1, t.scope, t.entity, t.id, t.seq, t.at, t.gone
  FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::boolean[])
    AS t (scope, entity, id, seq, at, gone)
  ON CONFLICT (org_id, scope, entity, id) DO UPDATE SET seq = EXCLUDED.seq, at = EXCLUDED.at, gone = EXCLUDED.gone`;

export const addKeys = `INSERT INTO row_key (org_id, entity, index_name, key, id)
  SELECT $1, t.entity, t.index_name, t.key, t.id
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS t (entity, index_name, key, id)
  ON CONFLICT DO NOTHING`;

export const dropKeys = `DELETE FROM row_key k
  USING unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS t (entity, index_name, key, id)
  WHERE k.org_id = $1 AND k.entity = t.entity AND k.index_name = t.index_name AND k.key = t.key AND k.id = t.id`;

/** Rows as they stand before the batch, for finding out which keys they leave. */
export const before = `SELECT r.entity, r.id, r.data
  FROM unnest($2::text[], $3::text[]) AS t (entity, id)
  JOIN stored_row r ON r.org_id = $1 AND r.entity = t.entity AND r.id = t.id
  WHERE r.data IS NOT NULL`;

export const addLog = `INSERT INTO command_log
    (org_id, client, n, command_id, user_id, seq, chain_hash, verdict, args_hash, command, at, audit_n)
  SELECT $1, t.client, t.n, t.command_id, t.user_id, t.seq, t.chain_hash, t.verdict, t.args_hash, t.command, t.at, $12
  FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[])
    AS t (client, n, command_id, user_id, seq, chain_hash, verdict, args_hash, command, at)`;

export const upsertClients = `INSERT INTO client (org_id, id, user_id, device, device_name, last_n, lease, previous_lease)
  SELECT $1, t.id, t.user_id, t.device, t.device_name, t.last_n, t.lease, t.previous_lease
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[])
    AS t (id, user_id, device, device_name, last_n, lease, previous_lease)
  ON CONFLICT (org_id, id) DO UPDATE SET user_id = EXCLUDED.user_id, device = EXCLUDED.device,
    device_name = EXCLUDED.device_name, last_n = EXCLUDED.last_n, lease = EXCLUDED.lease,
    previous_lease = EXCLUDED.previous_lease`;

export const moveHead = `UPDATE organization
  SET epoch = $2, head_seq = $3, chain_hash = $4, audit_n = $5, audit_hash = $6 WHERE org_id = $1`;
