import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** How busy the machine was: a figure taken beside other work says little. */
export function load(): { loadavg: string; cores: number } {
  let loadavg = '';
  try {
    loadavg = readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
  } catch {
    // Only Linux tells.
  }
  return { loadavg, cores: availableParallelism() };
}
