import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createDatabase } from '#server/embedded/postgres.ts';

export interface TestDatabase {
  /** Connection string of a fresh, empty database. */
  url: string;
  /** Ends every session and removes the database. */
  drop(): Promise<void>;
}

/** A database of its own for one test, in the cluster of the run. */
export async function testDatabase(): Promise<TestDatabase> {
  const answer = await fetch(inject('postgresBroker'));
  const admin = await answer.text();
  if (!answer.ok) throw new Error(admin);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = await createDatabase(admin, name);
  const drop = async (): Promise<void> => {
    const client = new Client({ connectionString: admin });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    await client.end();
  };
  return { url, drop };
}
