import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runChaos } from '#tests/chaos/chaos.ts';
import { removeFolder } from '#tests/chaos/house.ts';

// `npm run chaos -- [--minutes N] [--seed S] [--json] [--keep]`: real cores, servers, PostgreSQL and sockets, broken in every way that
// can be arranged; the last line is one JSON object. A run that finds something keeps its folder. A seed repeats what is drawn, not when
// it happens.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), 'opora-chaos-'));
const say = (line: string): void => console.error(line);
say(`seed ${seed}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const startedAt = performance.now();
const result = await runChaos({ folder, seed, milliseconds: Number(values.minutes) * 60_000, say });
const { actions, refusals, faults, filesOpened, lost, duplicated, divergent, stuck } = result;
const wrong = [...lost, ...duplicated, ...divergent, ...stuck];
const summary = {
  actions,
  faults,
  lost: lost.length,
  duplicated: duplicated.length,
  divergent: divergent.length,
  stuck: stuck.length,
  filesOpened,
  refusals,
  seed,
  seconds: Math.round((performance.now() - startedAt) / 100) / 10,
};
if (wrong.length > 0) {
  writeFileSync(join(folder, 'findings.json'), JSON.stringify({ lost, duplicated, divergent, stuck }, null, 1));
  for (const line of wrong.slice(0, 20)) say(line.slice(0, 600));
  say(`seed ${seed}; everything of this run is in ${folder}`);
} else if (!values.keep) await removeFolder(folder);
if (!values.json) say(wrong.length === 0 ? 'nothing lost, doubled, different or stuck' : `${wrong.length} findings`);
console.log(JSON.stringify(summary));
process.exit(wrong.length === 0 ? 0 : 1);
