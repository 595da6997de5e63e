import { readFileSync } from 'node:fs';

// Preloaded into a process (`--import`) and its threads: their wall clock differs by as many milliseconds as the file says, and follows it.
const file = process.env['OPORA_CHAOS_CLOCK'] ?? '';
const RealDate = Date;
const realNow = Date.now.bind(Date);
let ahead = 0;

function look(): void {
  try {
    ahead = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    ahead = 0;
  }
}

if (file !== '') {
  look();
  setInterval(look, 250).unref();
  const now = (): number => realNow() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}
