import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { partyFamilySql } from '#electron/core/store/rows/standing-party.ts';
import { isContract } from '#shared/domain/document.ts';
import type { Pin, PinEntity, PinState } from '#shared/ipc/file-channels.ts';

interface PinKey {
  entity: PinEntity;
  id: string;
}

const most = 5_000;

/** A contract comes with its whole tree of amendments and with whatever is linked to any of them. */
const treeSql = `WITH RECURSIVE
  up (id, parentId) AS (SELECT id, parentId FROM document WHERE id = ?
    UNION SELECT d.id, d.parentId FROM document d JOIN up ON d.id = up.parentId),
  tree (id) AS (SELECT id FROM up UNION SELECT d.id FROM document d JOIN tree ON d.parentId = tree.id WHERE d.archivedAt IS NULL)
  SELECT id FROM tree
  UNION SELECT otherId FROM document_link WHERE archivedAt IS NULL AND documentId IN (SELECT id FROM tree)
  UNION SELECT documentId FROM document_link WHERE archivedAt IS NULL AND otherId IN (SELECT id FROM tree) LIMIT ${most}`;
/** A counterparty comes with the papers of the records it has taken in. */
const ofPartySql = `SELECT id FROM document WHERE counterpartyId IN ${partyFamilySql} AND archivedAt IS NULL LIMIT ${most}`;

/** Documents of a case, as far as they are here. */
function documentsOf(db: Readable, { entity, id }: PinKey): string[] {
  if (entity === 'counterparty') return prepared(db, ofPartySql).pluck().all(id) as string[];
  const kind = prepared(db, 'SELECT kind FROM document WHERE id = ?').pluck().get(id) as string | undefined;
  if (kind === undefined) return [];
  return isContract(kind as Parameters<typeof isContract>[0])
    ? (prepared(db, treeSql).pluck().all(id) as string[])
    : [id];
}

interface CaseFile {
  sha256: string;
  size: number;
  here: number | null;
  verified: number;
}

const filesSql = `SELECT attachment.sha256, max(attachment.size) AS size, max(file.here) AS here,
    max(attachment.verifiedAt IS NOT NULL) AS verified
  FROM attachment LEFT JOIN file ON file.sha256 = attachment.sha256
  WHERE attachment.documentId IN (SELECT value FROM json_each(?)) AND attachment.archivedAt IS NULL GROUP BY attachment.sha256`;

const filesOf = (db: Readable, key: PinKey): CaseFile[] =>
  prepared(db, filesSql).all(JSON.stringify(documentsOf(db, key))) as CaseFile[];

export function pinState(db: Readable, key: PinKey): PinState {
  const known = prepared(db, 'SELECT 1 FROM pin WHERE entity = ? AND id = ?').get(key.entity, key.id);
  const files = filesOf(db, key);
  const here = files.filter((file) => file.here === 1);
  return {
    pinned: known !== undefined,
    files: files.length,
    here: here.length,
    bytes: bytesOf(files),
    bytesHere: bytesOf(here),
    missing: files.filter((file) => file.here !== 1 && file.verified === 0).length,
  };
}

const bytesOf = (files: readonly CaseFile[]): number => files.reduce((sum, file) => sum + file.size, 0);

/** Cases kept here, the newest first; those whose record is not here any more have nothing to show. */
export function pinList(db: Readable): Pin[] {
  const pins = prepared(db, 'SELECT entity, id, at FROM pin ORDER BY at DESC').all() as (PinKey & { at: number })[];
  return pins.flatMap((pin) => {
    const title = titleOf(db, pin);
    return title === null ? [] : [{ ...pin, title, ...pinState(db, pin) }];
  });
}

function titleOf(db: Readable, { entity, id }: PinKey): string | null {
  const sql =
    entity === 'document'
      ? `SELECT coalesce(number || ' · ', '') || subject FROM document`
      : 'SELECT name FROM counterparty';
  return (prepared(db, `${sql} WHERE id = ?`).pluck().get(id) as string | undefined) ?? null;
}

export function pin(db: Writable, { entity, id }: PinKey, now: number): void {
  prepared(db, 'INSERT OR IGNORE INTO pin (entity, id, at) VALUES (?, ?, ?)').run(entity, id, now);
  refreshPins(db, now);
}

export function unpin(db: Writable, { entity, id }: PinKey, now: number): void {
  prepared(db, 'DELETE FROM pin WHERE entity = ? AND id = ?').run(entity, id);
  refreshPins(db, now);
}

/** Brings the marks of files to what is pinned now: cases grow and shrink with the work. Returns the hashes whose mark has changed. */
export function refreshPins(db: Writable, now: number): string[] {
  const pins = prepared(db, 'SELECT entity, id FROM pin').all() as PinKey[];
  const marked = new Set(prepared(db, 'SELECT sha256 FROM file WHERE pinned = 1').pluck().all() as string[]);
  const wanted = new Map(pins.flatMap((one) => filesOf(db, one)).map((file) => [file.sha256, file.size]));
  const added = [...wanted].filter(([sha256]) => !marked.has(sha256));
  const dropped = [...marked].filter((sha256) => !wanted.has(sha256));
  if (added.length + dropped.length === 0) return [];
  db.transaction(() => {
    const add = prepared(
      db,
      `INSERT INTO file (sha256, size, here, uploaded, added_at, pinned) VALUES (?, ?, 0, 1, ?, 1)
        ON CONFLICT (sha256) DO UPDATE SET pinned = 1, paused = CASE WHEN here = 0 THEN 0 ELSE paused END,
          problem = CASE WHEN here = 0 AND uploaded = 1 THEN NULL ELSE problem END`,
    );
    for (const [sha256, size] of added) add.run(sha256, size, now);
    for (const sha256 of dropped) {
      prepared(db, 'UPDATE file SET pinned = 0 WHERE sha256 = ?').run(sha256);
      // Nothing is known of a file that is neither here nor asked for.
      prepared(db, 'DELETE FROM file WHERE sha256 = ? AND here = 0 AND wanted_at IS NULL AND uploaded = 1').run(sha256);
    }
  }).immediate();
  return [...added.map(([sha256]) => sha256), ...dropped];
}

export const hasPins = (db: Readable): boolean => prepared(db, 'SELECT 1 FROM pin LIMIT 1').get() !== undefined;
