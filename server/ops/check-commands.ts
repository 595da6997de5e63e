import { hash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { canonicalJson } from '#shared/lib/canonical.ts';
import { lessened } from '#shared/sync/command-wire.ts';

/** What does not hold, in words for the operator: which table, which entry, what is wrong. */
export type Problems = string[];

interface Row {
  client: string;
  seq: number;
  command_id: string;
  chain_hash: string;
  verdict: string;
  args_hash: string;
  command: string;
}

/**
 * Walks the accepted commands of an organization from the first to the head: seqs without gaps, every link of the chain, arguments under
 * their hash. Returns how many there are; adds what does not hold.
 */
export async function checkCommands(
  client: PoolClient,
  org: string,
  genesis: string,
  problems: Problems,
): Promise<number> {
  const [head] = (
    await client.query<{ seq: number; hash: string }>(
      'SELECT head_seq AS seq, chain_hash AS hash FROM organization WHERE org_id = $1',
      [org],
    )
  ).rows;
  const columns = 'client, seq, command_id, chain_hash, verdict, args_hash, command';
  await client.query(`DECLARE commands NO SCROLL CURSOR FOR SELECT ${columns} FROM command_log
    WHERE org_id = ${client.escapeLiteral(org)} AND seq IS NOT NULL ORDER BY seq`);
  let [seq, before] = [0, genesis];
  for (;;) {
    const { rows } = await client.query<Row>('FETCH 1000 FROM commands');
    for (const row of rows) {
      for (seq += 1; seq < row.seq; seq += 1) problems.push(`command_log: seq ${seq} is missing`);
      const wrong = faultOf(row, before);
      if (wrong) problems.push(`command_log: seq ${row.seq} ${wrong}`);
      before = row.chain_hash;
    }
    if (rows.length < 1000) break;
  }
  await client.query('CLOSE commands');
  for (let lost = seq + 1; lost <= (head?.seq ?? 0); lost += 1) problems.push(`command_log: seq ${lost} is missing`);
  if (seq === head?.seq && before !== head.hash)
    problems.push(`organization: the head's chain hash is not that of seq ${seq}`);
  if (seq > (head?.seq ?? 0)) problems.push(`organization: the head is ${head?.seq}, the log goes on to ${seq}`);
  return seq;
}

function faultOf(row: Row, before: string): string | null {
  const said = JSON.parse(row.verdict) as { id: string; seq: number; at: number };
  // Loaded rows, and commands of earlier servers, are linked without the time of the decision.
  const link = `${before}:${row.seq}:${row.command_id}:${row.args_hash}`;
  if (![link, `${link}:${said.at}`].some((one) => hash('sha256', one) === row.chain_hash))
    return 'does not follow from the one before: it, or what stood before it, was changed';
  if (said.id !== row.command_id || said.seq !== row.seq) return 'has the verdict of another command';
  const { name, v, args } = JSON.parse(row.command) as { name: string; v: number; args: unknown };
  // Rows that were loaded without commands stand under a hash of the rows.
  if (name === 'bulk.load') return null;
  // What was offered again without values that its author may not see any more: the hash is that of the whole command.
  if (row.args_hash.startsWith(lessened)) return null;
  return hash('sha256', canonicalJson([name, v, args])) === row.args_hash
    ? null
    : 'has other arguments than were accepted';
}
