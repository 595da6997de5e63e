import { CompareDesk } from '#electron/core/app/desks/compare-desk.ts';
import { DraftingDesk } from '#electron/core/app/desks/drafting-desk.ts';
import { EditDesk } from '#electron/core/app/desks/edit-desk.ts';
import { ExportDesk } from '#electron/core/app/desks/export-desk.ts';
import { ExtractDesk } from '#electron/core/app/desks/extract-desk.ts';
import { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { ImportDesk } from '#electron/core/app/desks/import-desk.ts';
import { IntakeDesk } from '#electron/core/app/desks/intake/intake-desk.ts';
import { LetterDesk } from '#electron/core/app/desks/intake/letter-desk.ts';
import { OcrDesk } from '#electron/core/app/desks/ocr-desk.ts';
import { PrintDesk } from '#electron/core/app/desks/print-desk.ts';
import { RegistrationDesk } from '#electron/core/app/desks/registration-desk.ts';
import { SafekeepingDesk } from '#electron/core/app/desks/safekeeping-desk.ts';
import { SearchDesk } from '#electron/core/app/desks/search-desk.ts';
import { SignatureDesk } from '#electron/core/app/desks/signature-desk.ts';
import { TableDesk } from '#electron/core/app/desks/tables/table-desk.ts';
import { Session } from '#electron/core/app/session.ts';
import { StatusBoard } from '#electron/core/app/status.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { RecoveryDesk } from '#electron/core/recovery/desk.ts';
import { CoreLog } from '#electron/core/recovery/log.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import type { CoreEvent } from '#shared/ipc/bridge.ts';

export interface DeskEvents {
  event(event: CoreEvent): void;
  opened(path: string | null, userId: string | null): void;
  sending(range: { from: number; to: number } | null): void;
}

/** The desks of the writing thread, each told what moves at the others. `background`: for work that nobody waits for. */
export function openDesks(
  settings: CoreSettings,
  events: DeskEvents,
  jobs: JobRunner,
  background = jobs,
  scanners = background,
) {
  const moved = (): void => {
    events.sending(session.current?.link?.client.sending ?? null);
    board.moved();
  };
  const files: FilesDesk = new FilesDesk(settings, () => session.current, {
    moved,
    arrived: (ids) => {
      events.event({ type: 'changed', changes: [{ entity: 'attachment', ids }] });
      contents.wake();
    },
  });
  const comparisons = new CompareDesk(files, jobs);
  const drafting = new DraftingDesk(settings.profileDir, files, jobs);
  const signatures = new SignatureDesk(settings.profileDir, files, jobs);
  const exports = new ExportDesk(settings, jobs, (done, total) =>
    events.event({ type: 'progress', job: 'export', done, total, phase: 'rows' }),
  );
  const printing = new PrintDesk(settings.profileDir, files, jobs);
  const edits: EditDesk = new EditDesk(settings.profileDir, files, () => session.current);
  const search: SearchDesk = new SearchDesk(() => session.current);
  const contents: ExtractDesk = new ExtractDesk(
    settings.profileDir,
    () => session.current,
    background,
    () => {
      search.wake();
      scans.wake();
    },
  );
  const scans: OcrDesk = new OcrDesk({
    profileDir: settings.profileDir,
    workplace: () => session.current,
    jobs: scanners,
    folder: () => intake.languageFolder,
    found: () => search.wake(),
  });
  const registrations: RegistrationDesk = new RegistrationDesk(
    () => session.current,
    (rows) => {
      events.event({ type: 'changed', changes: [...rows.list(), { entity: 'document' }] });
      moved();
    },
  );
  const session: Session = new Session(settings, {
    changed: (rows) => {
      if (rows.empty) return;
      events.event({ type: 'changed', changes: rows.list() });
      files.wake();
      registrations.wake();
      search.wake(rows.count);
      if (rows.list().some((change) => change.entity === 'attachment')) contents.wake();
      keeping.changed();
      moved();
    },
    moved: () => {
      files.transfers.wake();
      registrations.wake();
      moved();
    },
    opened: (path, userId) => {
      recovery.seal();
      events.opened(path, userId);
      files.opened();
      search.wake();
      contents.opened();
      edits.resume();
      intake.opened();
      scans.wake();
      keeping.opened(path);
    },
    sessionChanged: () => events.event({ type: 'session' }),
    progress: (done, total) => events.event({ type: 'progress', job: 'download', done, total, phase: 'rows' }),
  });
  const board: StatusBoard = new StatusBoard(
    () => session.current,
    () => files.transfers.state,
    (status) => events.event({ type: 'status', status }),
    () => keeping.problem,
  );
  const keeping: SafekeepingDesk = new SafekeepingDesk(settings, () => session.current, jobs, {
    damaged: () => session.raise('DATABASE_CORRUPT', { while: 'checking' }),
    moved: () => board.moved(),
  });
  const log = new CoreLog(settings.profileDir);
  const recovery: RecoveryDesk = new RecoveryDesk(settings, {
    ...{ session, log, status: () => board.read() },
    progress: (phase, done, total) => events.event({ type: 'progress', job: 'recovery', done, total, phase }),
  });
  const letters = new LetterDesk(settings.profileDir, jobs, files);
  const imports = new ImportDesk(
    settings,
    () => session.workplace,
    (done, total, phase) => events.event({ type: 'progress', job: 'import', done, total, phase }),
    letters,
  );
  const tables = new TableDesk(
    settings.profileDir,
    () => session.workplace,
    jobs,
    (done, total, phase) => events.event({ type: 'progress', job: 'table', done, total, phase }),
  );
  const intake: IntakeDesk = new IntakeDesk({
    profileDir: settings.profileDir,
    current: () => session.current,
    workplace: () => session.workplace,
    files,
    letters,
    changed: () => events.event({ type: 'changed', changes: [{ entity: 'intake' }] }),
    language: () => scans.wake(),
  });

  log.note('start', { version: settings.version, keyTrouble: settings.keyTrouble });
  session.resume();
  const close = async (): Promise<void> => {
    imports.cancel();
    intake.stop();
    await tables.stop();
    comparisons.cancel();
    exports.cancel();
    search.stop();
    registrations.stop();
    contents.stop();
    scans.stop();
    await keeping.stop();
    await edits.stop();
    await files.stop();
    board.stop();
    session.close();
  };
  return {
    board,
    comparisons,
    drafting,
    edits,
    exports,
    files,
    imports,
    intake,
    printing,
    recovery,
    search,
    session,
    signatures,
    tables,
    moved,
    close,
  };
}
