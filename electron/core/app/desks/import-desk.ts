import { readFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { cleanName } from '#electron/core/app/desks/files-desk.ts';
import { isLetter, type LetterDesk, type TakenLetter } from '#electron/core/app/desks/intake/letter-desk.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { readImportFileSteps } from '#electron/core/jobs/decode/read-import-file.ts';
import { importOrders } from '#electron/core/jobs/import-orders.ts';
import { keepFile, rememberFile } from '#electron/core/jobs/keep-file.ts';
import { mediaTypeOf } from '#electron/core/jobs/media-type.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ImportPlan } from '#shared/formats/import-plan.ts';
import { CLIENT_BANK_MAX_BYTES } from '#shared/formats/limits.ts';
import type { ImportReport } from '#shared/ipc/contract.ts';

type Progress = (done: number, total: number, phase: string) => void;

interface Imported {
  id: string;
  created: boolean;
  counterpartyCreated: boolean;
  accounts: number;
  differs: unknown[];
}

/** Turns dropped files into documents, one file after another. Stops between two papers when the person says so. */
export class ImportDesk {
  readonly #settings: CoreSettings;
  readonly #workplace: () => Workplace;
  readonly #progress: Progress;
  readonly #letters: LetterDesk;
  #cancelled = false;

  constructor(settings: CoreSettings, workplace: () => Workplace, progress: Progress, letters: LetterDesk) {
    this.#settings = settings;
    this.#workplace = workplace;
    this.#progress = progress;
    this.#letters = letters;
  }

  cancel(): void {
    this.#cancelled = true;
  }

  async run(files: readonly { handle: string; name: string }[]): Promise<ImportReport[]> {
    this.#cancelled = false;
    const reports: ImportReport[] = [];
    for (const file of files) reports.push(await this.#one(file.handle, cleanName(file.name)));
    return reports;
  }

  async #one(path: string, name: string): Promise<ImportReport> {
    const workplace = this.#workplace();
    if (isLetter(name)) return letterReport(name, await this.#letters.take(workplace, path, name));
    const plan = await this.#read(path, name, ownInns(workplace));
    const report = reportOf(name, plan);
    if (plan.stopped) return report;
    const kept = await keepFile(this.#settings.profileDir, path);
    rememberFile(workplace.db, kept, Date.now());
    const place = { ...this.#place(workplace), file: { ...kept, name, mime: mediaTypeOf(name) } };
    const orders = importOrders(plan, place);
    for (const [n, args] of orders.entries()) {
      if (this.#cancelled) throw new Refusal('CANCELLED', { done: n, total: orders.length });
      const { result } = workplace.run('document.import', args);
      note(report, result as unknown as Imported, args);
      if (n % 20 === 0) {
        this.#progress(n, orders.length, 'documents');
        await setImmediate();
      }
    }
    this.#progress(orders.length, orders.length, 'documents');
    return report;
  }

  async #read(path: string, fileName: string, ownInns: string[]): Promise<ImportPlan> {
    // Past the limit only the size matters: the bytes are not even read.
    const { size } = await stat(path).catch(() => {
      throw new Refusal('FILE_UNREADABLE', { name: fileName });
    });
    if (size > CLIENT_BANK_MAX_BYTES)
      throw new Refusal('FILE_TOO_LARGE', { name: fileName, size, limit: CLIENT_BANK_MAX_BYTES });
    const bytes = await readFile(path);
    const steps = readImportFileSteps({ bytes, fileName, ownInns });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (this.#cancelled) throw new Refusal('CANCELLED', {});
      this.#progress(step.value.done, step.value.total, 'reading');
      await setImmediate();
    }
  }

  #place(workplace: Workplace): { branchId: string; responsibleId: string } {
    const { userId } = workplace.here;
    const person = readRow(workplace.db, 'employee', userId);
    return { branchId: String(person?.['branchId']), responsibleId: userId };
  }
}

const ownInns = ({ db }: Workplace): string[] => prepared(db, 'SELECT inn FROM organization').pluck().all() as string[];

function reportOf(file: string, plan: ImportPlan): ImportReport {
  const problems = plan.problems.map(({ severity, code, line, params }) => ({
    severity,
    code,
    ...(line === null ? {} : { line }),
    params: { ...params },
  }));
  const { format, version } = plan.source;
  const created = { documents: 0, counterparties: 0, accounts: 0 };
  const known = format && version ? `${format} ${version}` : format;
  return { file, format: known, ok: !plan.stopped, problems, documents: [], created, matched: 0 };
}

/** A letter is one document; files of it that could not be taken are told. */
function letterReport(file: string, { id, outcome, refused }: TakenLetter): ImportReport {
  const isNew = outcome !== 'known';
  return {
    file,
    format: 'mail',
    ok: true,
    problems: refused.map(({ name, code }) => ({ severity: 'warning', code: `PART_${code}`, params: { name } })),
    documents: [{ id, number: null, kind: 'incoming', outcome: isNew ? 'created' : 'matched', differs: [] }],
    created: { documents: isNew ? 1 : 0, counterparties: 0, accounts: 0 },
    matched: isNew ? 0 : 1,
  };
}

function note(report: ImportReport, result: Imported, args: { number: string | null; kind: string }): void {
  const outcome = result.created ? 'created' : result.differs.length > 0 ? 'differs' : 'matched';
  report.documents.push({ id: result.id, number: args.number, kind: args.kind, outcome, differs: result.differs });
  if (result.created) report.created.documents += 1;
  else report.matched += 1;
  if (result.counterpartyCreated) report.created.counterparties += 1;
  report.created.accounts += result.accounts;
}
