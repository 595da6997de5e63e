import { join } from 'node:path';
import { requireNode24 } from './node-version.ts';
import { endChild, ended, startNode } from './start/children.ts';

// `npm run demo`: two workstations of the demo company side by side, Moscow and Kazan, and its central server.
requireNode24();
const words = process.argv.slice(2);
const start = (profile: string) =>
  startNode([join(import.meta.dirname, 'start.ts'), `--profile=${profile}`, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

const stations: ReturnType<typeof start>[] = [];
let isEnding = false;
async function end(): Promise<void> {
  isEnding = true;
  await Promise.all(stations.map((station) => endChild(station, 10_000)));
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

for (const profile of ['moscow', 'kazan']) {
  if (isEnding) break;
  const station = start(profile);
  stations.push(station);
  // The second one starts when the first is up: it finds everything built and the server running.
  await new Promise<void>((resolve) => {
    void ended(station).then(() => resolve());
    station.stdout?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n').filter(Boolean)) console.log(`${profile}: ${line}`);
      if (/^(Opening|http:)/m.test(text)) resolve();
    });
  });
}
await Promise.all(stations.map(ended));
process.exit(0);
