import { collectFiles } from '#build/company/files/demo-files.ts';
import { generateCompany } from '#build/company/generate.ts';
import { withScopes } from '#build/seed/scopes.ts';
import type { LoadedRow } from '#server/store/bulk-load.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface Company {
  /** Id of its one organization, under which the centre keeps it. */
  org: Id;
  rows: LoadedRow[];
  people: RowOf<'employee'>[];
  /** Bytes of its attachments by their SHA-256. */
  files: Map<string, Uint8Array>;
}

/** A whole company in memory, as it stood at `now`. Big ones (more than 2,000 documents) have no files. */
export function makeCompany(documents: number, now: number, seed = 1): Company {
  const { filesOf, files } = collectFiles();
  const today = new Date(now + 3 * 3_600_000).toISOString().slice(0, 10);
  const isBig = documents > 2_000;
  const made = generateCompany({ seed, documents, today, now, ...(isBig ? {} : { filesOf }) });
  const rows = [...withScopes(made)];
  const people = rows.filter((one) => one.entity === 'employee').map((one) => one.row as RowOf<'employee'>);
  const organization = rows.find((one) => one.entity === 'organization');
  if (!organization) throw new Error('a company has an organization');
  return { org: organization.row.id, rows, people, files };
}
