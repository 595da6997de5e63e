import type { Writable } from '#electron/core/store/handle.ts';

/**
 * Indexes that exist for the registers only: with them every column that a register filters or sorts by is read without
 * its table. Partial ones are nearly empty: archived papers, papers in other currencies, papers with labels.
 */
export const viewIndexes: readonly string[] = [
  'CREATE INDEX IF NOT EXISTS document_of_kind ON document (kind)',
  // One index that covers every rarer column: new papers go to its end, and reading it whole costs a tenth of the table.
  `CREATE INDEX IF NOT EXISTS document_facts ON document (createdAt, authorId, currency, vatAmount, dueDate, doneOn, signedOn,
    effectiveFrom, originals, originalsDueOn, receivedAt, registeredAt, deviceName, isConfidential)`,
  'CREATE INDEX IF NOT EXISTS document_archived ON document (archivedAt) WHERE archivedAt IS NOT NULL',
  `CREATE INDEX IF NOT EXISTS document_foreign ON document (currency) WHERE currency <> 'RUB'`,
  'CREATE INDEX IF NOT EXISTS document_contractType ON document (contractType) WHERE contractType IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS document_kindId ON document (kindId) WHERE kindId IS NOT NULL',
  `CREATE INDEX IF NOT EXISTS document_labels ON document (labels) WHERE labels <> '[]'`,
  // «Мои дела» looks for what is open, and for whom.
  `CREATE INDEX IF NOT EXISTS approval_task_escalated ON approval_task (escalatedToId) WHERE escalatedToId IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS key_date_open ON key_date (responsibleId, date) WHERE doneAt IS NULL AND archivedAt IS NULL`,
  // The report of execution discipline and the reminders read what is due from one index.
  `CREATE INDEX IF NOT EXISTS document_due ON document (dueDate, state, doneOn, branchId, responsibleId, kind, kindId, archivedAt)
    WHERE dueDate IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS document_papers_out ON document (originals) WHERE originals IN ('sent', 'lost')`,
  // Lines that took a former due day away.
  // The condition stands in it as well: it is answered without the line itself.
  `CREATE INDEX IF NOT EXISTS history_due_moves ON history (objectId, action, instr(changes, '"field":"dueDate","from":"'))
    WHERE instr(changes, '"field":"dueDate","from":"') > 0`,
  // Neither «null» nor «[]»: a comment that mentions somebody.
  'CREATE INDEX IF NOT EXISTS comment_mentions ON comment (mentions) WHERE length(mentions) > 4',
];

/** Indexes of earlier programs: a table has taken the name of one, a wider one stands in for the other. */
export const dropRenamedIndexes = (db: Writable): void => {
  db.exec('DROP INDEX IF EXISTS document_kind; DROP INDEX IF EXISTS document_createdAt');
};

/** Creates them where they are missing. To be called wherever the other indexes are created, and on opening an older copy. */
export const buildViewIndexes = (db: Writable): void => {
  for (const sql of viewIndexes) db.exec(sql);
};
