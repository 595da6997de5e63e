import { columnsOf } from '#electron/core/store/rows/columns.ts';
import { customValueTable } from '#electron/core/store/views/custom-values.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { type EntityName, entityNames, entityOf } from '#shared/domain/registry.ts';

/** Tables of confirmed and pending rows, generated from the entities. `rid` is small and stable: lists are vectors of it. */
export function tableSql(entity: EntityName): string {
  const columns = columnsOf(entity).map((column) => {
    const rule = column.name === 'id' ? ' NOT NULL UNIQUE' : '';
    return `"${column.name}" ${column.type}${rule}`;
  });
  const stamps = ['v INTEGER NOT NULL', 'at INTEGER NOT NULL'];
  return `CREATE TABLE "${entity}" (rid INTEGER PRIMARY KEY, ${[...columns, ...stamps].join(', ')}) STRICT`;
}

/** Indexes stand apart from the tables: a first download fills the tables and builds them afterwards. */
function indexSql(entity: EntityName): string[] {
  const { indexes } = entityOf(entity) as Entity;
  return indexes.map((columns) => {
    const name = `${entity}_${columns.join('_')}`;
    return `CREATE INDEX IF NOT EXISTS "${name}" ON "${entity}" (${columns.map((one) => `"${one}"`).join(', ')})`;
  });
}

export const entityTables = (): string[] => entityNames.map(tableSql);
export const entityIndexes = (): string[] => entityNames.flatMap(indexSql);

/** What the exchange with the centre needs beside the rows. What is added here is added to older databases by `local-columns.ts`. */
export const exchangeTables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Every command entered here, in order. It stays after its verdict: receipts are read from it, and a centre restored
-- from an old backup is offered it again.
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  args TEXT NOT NULL,
  args_hash TEXT NOT NULL,
  base_versions TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  about_entity TEXT,
  about_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'rejected')),
  seq INTEGER,
  decided_at INTEGER,
  code TEXT,
  details TEXT,
  suspended INTEGER NOT NULL DEFAULT 0,
  dismissed INTEGER NOT NULL DEFAULT 0,
  -- Values that may not be seen any more were taken out of args: args_hash is that of the original.
  stripped INTEGER NOT NULL DEFAULT 0,
  -- The command that was entered instead of this refused one, by its id.
  replaced_by TEXT
) STRICT;
CREATE INDEX outbox_waiting ON outbox (n) WHERE state = 'waiting';
CREATE INDEX outbox_withdrawn ON outbox (n) WHERE state = 'waiting' AND name = 'sync.withdraw';
CREATE INDEX outbox_rejected ON outbox (n) WHERE state = 'rejected';
CREATE INDEX outbox_about ON outbox (about_id);

-- What a pending command read ('r') and wrote ('w'): rows 'entity/id' and index places 'entity#index/key'.
CREATE TABLE pending_key (key TEXT NOT NULL, n INTEGER NOT NULL, mode TEXT NOT NULL,
  PRIMARY KEY (key, n, mode)) STRICT, WITHOUT ROWID;
CREATE INDEX pending_key_n ON pending_key (n);

-- The confirmed value of every row that pending commands have touched; row is null when there was none.
CREATE TABLE undo (entity TEXT NOT NULL, id TEXT NOT NULL, row TEXT, v INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (entity, id)) STRICT, WITHOUT ROWID;

-- Files named by attachments: where the bytes are and how far a transfer has come.
CREATE TABLE file (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, here INTEGER NOT NULL, uploaded INTEGER NOT NULL,
  upload_url TEXT, problem TEXT, added_at INTEGER NOT NULL,
  -- More about the problem: the kind of harm the centre saw.
  why TEXT,
  opened_at INTEGER,
  -- When a person asked for the bytes of a file that is not here; what is pinned comes without being asked for.
  wanted_at INTEGER,
  pinned INTEGER NOT NULL DEFAULT 0,
  paused INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE INDEX file_unsent ON file (sha256) WHERE uploaded = 0;
CREATE INDEX file_away ON file (sha256) WHERE here = 0;

-- Words of files, read once for each hash, in parts small enough to be indexed between two saves. State: text, none (a picture), or
-- failed (broken, closed by a password, too large). They are made from the files again whenever they are missing.
CREATE TABLE file_read (sha256 TEXT PRIMARY KEY, state TEXT NOT NULL, parts INTEGER NOT NULL, reader INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE file_text (sha256 TEXT NOT NULL, part INTEGER NOT NULL, text BLOB NOT NULL, PRIMARY KEY (sha256, part)) STRICT;

-- Cases whose files are kept here for work without a link: a document with what belongs to it, or all papers of a counterparty.
CREATE TABLE pin (entity TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (entity, id)) STRICT, WITHOUT ROWID;
${customValueTable}`;
