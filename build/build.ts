import { requireNode24 } from './node-version.ts';
import { ensureBuilt } from './targets.ts';

// `npm run build`: everything that a start or a package needs, into out/. Unchanged parts are left as they are.
requireNode24();
await ensureBuilt(['renderer', 'host', 'electron'], (line) => console.log(line));
console.log('Everything in out/ is up to date.');
