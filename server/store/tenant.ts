import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from 'pg';

export type Mode = 'write' | 'snapshot';

const begin: Record<Mode, string> = {
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

/** Settings that the policies of row-level security read; only for the transaction. */
export type Place = { org: string } | { login: string } | { session: string } | { jobs: 'list' };

/**
 * Runs `work` in one transaction as the role that owns nothing, bound to one organization (or to the rows of one login or session).
 * `first` is a statement that shares the first round trip; its result is handed to `work`. Rolls back when `work` throws.
 */
export async function inTenant<T>(
  pool: Pool,
  place: Place,
  mode: Mode,
  work: (client: PoolClient, first: QueryResult) => Promise<T>,
  first = 'SELECT 1',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const [name, value] = Object.entries(place)[0] as [string, string];
    const bound = `SELECT set_config('role', 'opora_app', true), set_config('opora.${name}', ${escapeLiteral(value)}, true)`;
    const answers = (await client.query(`${begin[mode]}; ${bound}; ${first}`)) as unknown as QueryResult[];
    const result = await work(client, answers[2] as QueryResult);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away, not given to the next one.
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
