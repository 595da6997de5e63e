import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from 'pg';

export type Mode = 'write' | 'snapshot';

const begin: Record<Mode, string> = {
  write: 'BEGIN ISOLATION LEVEL READ COMMITTED',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

/**
 * Everything is looked up by a key. Statistics of tables that grow fast lag behind by a minute: by them the planner would read all of a
 * table that was small then.
 */
const byIndex = "set_config('enable_seqscan', 'off', true)";

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
  // A connection that is lost between two statements says so to nobody but its listeners; without one it would end the process.
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  try {
    const [name, value] = Object.entries(place)[0] as [string, string];
    const bound = `SELECT set_config('role', 'opora_app', true), set_config('opora.${name}', ${escapeLiteral(value)}, true), ${byIndex}`;
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
    // A lost one may say so once more while it is being thrown away.
    if (!broken) client.off('error', lost);
  }
}
