import { Pool, types } from 'pg';

const bigintOid = 20;

/** A pool of connections; bigint comes back as a number, checked to be one that JavaScript holds exactly. */
export function createPool(
  connectionString: string,
  options: { max?: number; onError?: (error: Error) => void } = {},
): Pool {
  const pool = new Pool({
    connectionString,
    max: options.max ?? 12,
    application_name: 'opora',
    // Queries asked for together travel together: a batch of the lane costs one round trip for all its tables.
    pipeline: true,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === bigintOid ? parseBigint : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
    },
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', options.onError ?? (() => undefined));
  return pool;
}

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`a bigint from the database is beyond 2^53: ${text}`);
  return value;
}
