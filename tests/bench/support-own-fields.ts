import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { openWritable } from '#electron/core/store/open.ts';
import { rebuildCustomValues } from '#electron/core/store/views/custom-values.ts';
import type { DocumentSort } from '#shared/queries/document.ts';
import { benchKey } from './support-rows.ts';

/** A number, a text of which nearly every one is another, a choice, a day and a person. */
export const ownColumns = [
  'custom:sheets',
  'custom:site',
  'custom:way',
  'custom:sent',
  'custom:who',
] as const satisfies readonly DocumentSort['column'][];

const values = `json_object(
  'sheets', rid % 37,
  'site', CASE rid % 3 WHEN 0 THEN 'Склад ' ELSE 'Площадка № ' END || (rid * 7919 % 100003),
  'way', json_extract('["Почта","Курьер","ЭДО","Лично"]', '$[' || (rid % 4) || ']'),
  'sent', date('2024-01-01', '+' || (rid % 1000) || ' days'),
  'who', responsibleId)`;

/** A copy of a database in which every document has all of these fields filled in; made once, then reused. */
export function withOwnFields(path: string, say: (line: string) => void): string {
  const own = path.replace(/\.db$/, '-own.db');
  if (existsSync(own)) return own;
  say('filling in own fields');
  const unfinished = `${own}.new`;
  copyFileSync(path, unfinished);
  const db = openWritable({ path: unfinished, key: benchKey });
  db.exec(`UPDATE document SET custom = ${values}`);
  const began = performance.now();
  db.transaction(() => rebuildCustomValues(db)).immediate();
  say(`values of own fields made anew in ${Math.round(performance.now() - began)} ms`);
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(unfinished, own);
  return own;
}
