import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';

// `npm run bench -- NAME [--json] [--documents N]`: one measurement; the last line is one JSON object. Without a name: what there is.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    documents: { type: 'string', default: '100000' },
    clients: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => name !== 'run' && name !== 'bench' && !name.startsWith('support'));
const [name] = positionals;
const file = join(import.meta.dirname, `${name}.ts`);
if (name === undefined || !names.includes(name) || !existsSync(file)) {
  console.error(
    `npm run bench -- NAME [--json] [--documents N], NAME one of: ${names.toSorted().join(', ') || '(none yet)'}`,
  );
  process.exit(2);
}
const { run } = (await import(file)) as { run: Bench };
const say = (line: string): void => console.error(line);
const given = (option: string): number | undefined => {
  const value = (values as Record<string, string | boolean | undefined>)[option];
  return value === undefined ? undefined : Number(value);
};
const result = await run({ documents: Number(values.documents), say, given });
if (!values.json)
  console.log(
    `${result.name}: ${result.ok ? 'goal met' : 'GOAL MISSED'}, ${JSON.stringify(result.value)} (goal: ${JSON.stringify(result.goal)})`,
  );
console.log(JSON.stringify(result));
// Threads and sockets of a measurement must not keep the command waiting: what it had to say is said.
process.exit(0);
