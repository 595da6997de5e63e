import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './postgres.ts';

test('two test databases do not see each other and can be dropped while in use', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  const client = new Client({ connectionString: one.url });
  client.on('error', () => undefined); // the drop below ends this session
  await client.connect();
  await client.query('CREATE TABLE only_here (id int)');
  const other = new Client({ connectionString: two.url });
  await other.connect();
  await expect(other.query('SELECT * FROM only_here')).rejects.toMatchObject({ code: '42P01' });
  await other.end();
  await one.drop();
  await two.drop();
  await expect(client.query('SELECT 1')).rejects.toThrow();
});
