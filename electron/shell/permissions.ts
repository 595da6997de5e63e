import { isOwnPage } from './origins.ts';

/** What the application uses of the engine: copying a text («скопировать ИНН»), and notices of new work when the person wants them. */
const used = new Set(['clipboard-sanitized-write', 'notifications']);

/** Whether a page may have a permission: our own page and what it uses, nothing and nobody else. */
export function isGranted(permission: string, address: string): boolean {
  return used.has(permission) && isOwnPage(address);
}
