import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether anything in the folder of a profile is sealed with its key: then a missing key is a lost one, and none is made in its place. */
export function hasSealedData(directory: string): boolean {
  if (existsSync(join(directory, 'recovery.sealed'))) return true;
  const people = join(directory, 'people');
  if (!existsSync(people)) return false;
  return readdirSync(people).some((person) => readdirSync(join(people, person)).length > 0);
}
