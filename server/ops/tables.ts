import type { PoolClient } from 'pg';

export interface TenantTable {
  table: string;
  columns: string[];
}

/** Every table whose rows belong to an organization, with its columns in order. */
export async function tenantTables(client: PoolClient): Promise<TenantTable[]> {
  const found = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' GROUP BY c.relname HAVING bool_or(a.attname = 'org_id') ORDER BY c.relname`,
  );
  return found.rows.map(({ name, columns }) => ({ table: name, columns }));
}

/** Rows of the organization that the transaction is bound to, as JSON texts, through a cursor: memory stays small. */
export async function* rowTexts(
  client: PoolClient,
  table: string,
  org: string,
  portion = 1_000,
): AsyncGenerator<string[]> {
  const name = client.escapeIdentifier(table);
  await client.query(
    `DECLARE lines NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${name} t WHERE org_id = ${client.escapeLiteral(org)}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${portion} FROM lines`);
    if (rows.length > 0) yield rows.map((row) => row.line);
    if (rows.length < portion) break;
  }
  await client.query('CLOSE lines');
}

/** Writes rows from such texts; columns that the text does not know get their default. */
export async function insertTexts(
  client: PoolClient,
  { table, columns }: TenantTable,
  lines: readonly string[],
): Promise<void> {
  const name = client.escapeIdentifier(table);
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const insert = `INSERT INTO ${name} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${name}, $1::json)`;
  await client.query(insert, [`[${lines.join(',')}]`]);
}
