import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** How busy the machine was: a figure taken beside other work says little. */
export function load(): { loadavg: string; cores: number } {
  return { loadavg: read('/proc/loadavg').split(' ').slice(0, 3).join(' '), cores: availableParallelism() };
}

/**
 * Starts counting the processor time of this process with everything it has started (the server, PostgreSQL); the returned
 * function tells the seconds since, by program. Busy neighbours lengthen a measurement and hardly change these.
 */
export function processorTime(): () => Record<string, number> {
  const before = times();
  return () => {
    const spent: Record<string, number> = {};
    for (const [pid, { name, ticks }] of times()) {
      const used = ticks - (before.get(pid)?.ticks ?? 0);
      if (used > 0) spent[name] = Math.round(((spent[name] ?? 0) + used / 100) * 100) / 100;
    }
    return spent;
  };
}

/** Processor time so far of our process and its descendants, in hundredths of a second (Linux; elsewhere nothing). */
function times(): Map<number, { name: string; ticks: number }> {
  const all = new Map<number, { name: string; parent: number; ticks: number }>();
  for (const entry of folders()) {
    const text = read(`/proc/${entry}/stat`);
    const end = text.lastIndexOf(')');
    if (end < 0) continue;
    const fields = text.slice(end + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    all.set(Number(entry), { name: text.slice(text.indexOf('(') + 1, end), parent: Number(fields[1]), ticks });
  }
  const found = new Map<number, { name: string; ticks: number }>();
  for (const [pid, { name, ticks }] of all) {
    let above = pid;
    while (above > 1 && above !== process.pid) above = all.get(above)?.parent ?? 0;
    if (above !== process.pid) continue;
    const role = pid === process.pid ? 'workstations' : name.startsWith('postgres') ? 'postgres' : 'others';
    found.set(pid, { name: role, ticks });
  }
  return found;
}

function folders(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // ended meanwhile, or not Linux
  }
}
