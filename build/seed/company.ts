import { collectFiles } from '#build/company/files/demo-files.ts';
import { type CompanyOptions, generateCompany } from '#build/company/generate.ts';
import { livingCompany } from '#build/company/living-company.ts';
import { withScopes } from '#build/seed/scopes.ts';
import type { LoadedRow } from '#server/store/bulk-load.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface Company {
  /** Id of its one organization, under which the centre keeps it. */
  org: Id;
  rows: LoadedRow[];
  people: RowOf<'employee'>[];
  /** Bytes of its attachments by their SHA-256. */
  files: Map<string, Uint8Array>;
}

export interface CompanyRequest {
  seed: number;
  documents: number;
  now: number;
  loginSuffix?: string | undefined;
  /** Requests that have ended, of a living company; 400 of the last 120 days when absent, else of a year. */
  tickets?: number | undefined;
}

const optionsOf = ({ seed, documents, now, loginSuffix }: CompanyRequest): CompanyOptions => {
  // The day of the head office, three hours ahead of UTC.
  const today = new Date(now + 3 * 3_600_000).toISOString().slice(0, 10);
  return { seed, documents, today, now, loginSuffix };
};

/** A whole company in memory, as it stood at `now`. Big ones (more than 2,000 documents) have no files. */
export function makeCompany(request: CompanyRequest): Company {
  const { filesOf, files } = collectFiles();
  const made = generateCompany({ ...optionsOf(request), ...(request.documents > 2_000 ? {} : { filesOf }) });
  const rows = [...withScopes(made)];
  const people = rows.filter((one) => one.entity === 'employee').map((one) => one.row as RowOf<'employee'>);
  return { org: organizationOf(request.seed), rows, people, files };
}

/** The same, living: departments, calendars, routes, templates, contracts and requests at every stage. */
export async function makeLivingCompany(request: CompanyRequest): Promise<Company> {
  const company = makeCompany(request);
  const founding = company.rows.filter((one) => isFounding(one.entity));
  const papers = company.rows.filter((one) => one.entity === 'document');
  const typed = papers.map((one) => String((one.row as RowOf<'document'>).number));
  const living = await livingCompany(founding, { ...request, past: pastOf(request.tickets), typed });
  const files = new Map([...company.files, ...living.files]);
  const made = [...living.rows.slice(founding.length)];
  const rest = company.rows.filter((one) => !isFounding(one.entity));
  const rows = [...withScopes([...living.rows.slice(0, founding.length), ...rest, ...made])];
  const people = rows.filter((one) => one.entity === 'employee').map((one) => one.row as RowOf<'employee'>);
  return { ...company, rows, people, files };
}

const pastOf = (count: number | undefined) => (count === undefined ? { count: 400, days: 120 } : { count, days: 365 });

/** Rows that contracts are made over; papers of the company are not among them. */
const isFounding = (entity: EntityName): boolean =>
  ['organization', 'branch', 'employee', 'counterparty', 'bank_account'].includes(entity);

/** Id of the organization that a seed makes: the first row of its company, whatever the day and the size. */
export function organizationOf(seed: number): Id {
  for (const { row } of generateCompany(optionsOf({ seed, documents: 0, now: 0 }))) return row.id;
  throw new Error('a company has an organization');
}
