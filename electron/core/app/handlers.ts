import { CompareDesk } from '#electron/core/app/desks/compare-desk.ts';
import { DraftingDesk } from '#electron/core/app/desks/drafting-desk.ts';
import { EditDesk } from '#electron/core/app/desks/edit-desk.ts';
import { ExportDesk } from '#electron/core/app/desks/export-desk.ts';
import { ExtractDesk } from '#electron/core/app/desks/extract-desk.ts';
import { fileHandlers } from '#electron/core/app/desks/file-handlers.ts';
import { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { ImportDesk } from '#electron/core/app/desks/import-desk.ts';
import { IntakeDesk } from '#electron/core/app/desks/intake/intake-desk.ts';
import { LetterDesk } from '#electron/core/app/desks/intake/letter-desk.ts';
import { intakeHandlers } from '#electron/core/app/desks/intake-handlers.ts';
import { OcrDesk } from '#electron/core/app/desks/ocr-desk.ts';
import { PrintDesk } from '#electron/core/app/desks/print-desk.ts';
import { RegistrationDesk } from '#electron/core/app/desks/registration-desk.ts';
import { reissueHere } from '#electron/core/app/desks/reissue-desk.ts';
import { SafekeepingDesk } from '#electron/core/app/desks/safekeeping-desk.ts';
import { SearchDesk } from '#electron/core/app/desks/search-desk.ts';
import { SignatureDesk } from '#electron/core/app/desks/signature-desk.ts';
import { TableDesk } from '#electron/core/app/desks/tables/table-desk.ts';
import { Session } from '#electron/core/app/session.ts';
import { StatusBoard } from '#electron/core/app/status.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { RecoveryDesk } from '#electron/core/recovery/desk.ts';
import { CoreLog } from '#electron/core/recovery/log.ts';
import { recoveryHandlers } from '#electron/core/recovery/recovery-handlers.ts';
import { patchSettings, readSettings } from '#electron/core/recovery/small-files.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { dismiss, withdraw } from '#electron/core/store/withdraw.ts';
import { askCentre } from '#electron/core/sync/centre-http.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { CoreEvent } from '#shared/ipc/bridge.ts';
import { type ChannelName, type ChannelPayload, type ChannelReply, channels } from '#shared/ipc/contract.ts';
import type { HostChannel } from '#shared/ipc/recovery-channels.ts';

export interface HandlerEvents {
  event(event: CoreEvent): void;
  opened(path: string | null, userId: string | null): void;
  sending(range: { from: number; to: number } | null): void;
}

type Handlers = {
  [C in Exclude<ChannelName, 'query.run' | HostChannel>]: (
    payload: ChannelPayload<C>,
  ) => ChannelReply<C> | Promise<ChannelReply<C>>;
};

/** Everything the writing thread answers; queries are the reader's. `background`: for work that nobody waits for. */
export function createHandlers(
  settings: CoreSettings,
  events: HandlerEvents,
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

  const handlers: Handlers = {
    'command.run': ({ name, args }) => session.workplace.run(name, args),
    'command.run-many': ({ orders }) => session.workplace.runMany(orders as { name: string; args: unknown }[]),
    'session.state': () => session.state,
    'session.accounts': () => session.accounts(),
    'session.login': ({ login, password }) => session.login(login, password),
    'session.logout': () => session.logout(),
    'session.lock': () => session.lock(),
    'session.unlock': ({ password }) => session.unlock(password),
    'sync.status': () => board.read(),
    'sync.now': () => {
      session.current?.link?.client.pull();
      return board.read();
    },
    'sync.cut': ({ cut }) => {
      if (!settings.demo) throw new Refusal('DENIED', {});
      session.cut(cut);
      return board.read();
    },
    'outbox.withdraw': ({ n }) => {
      const workplace = session.workplace;
      const changed = withdraw(workplace.db, n, workplace.here, workplace.link?.client.sending ?? null);
      events.event({ type: 'changed', changes: changed.list() });
      workplace.link?.client.entered();
      return null;
    },
    'outbox.dismiss': ({ n }) => {
      dismiss(session.workplace.db, n);
      events.event({ type: 'changed', changes: [{ entity: 'document' }, { entity: 'counterparty' }] });
      return null;
    },
    'outbox.reissue': (given) =>
      reissueHere(session.workplace, given, (rows) => {
        // Refused twins have left the list although no row of theirs has changed.
        events.event({ type: 'changed', changes: [...rows.list(), { entity: 'document' }] });
        search.wake(rows.count);
        moved();
      }),
    'files.attach': ({ documentId, files: given, purpose, ofId }) =>
      files.attach(session.workplace, documentId, given, purpose ?? null, ofId ?? null),
    'files.add-version': (given) => files.addVersion(session.workplace, given),
    'files.edit': ({ attachmentId }) => edits.open(session.workplace, attachmentId),
    'files.edits': () => edits.list(),
    'files.end-edit': async ({ attachmentId }) => {
      await edits.end(attachmentId);
      return null;
    },
    'files.html': async ({ attachmentId }) => {
      const { localPath } = await files.open(session.workplace, attachmentId);
      return jobs.call('docx.html', { path: localPath });
    },
    'files.words': async ({ attachmentId }) => {
      const { localPath } = await files.open(session.workplace, attachmentId);
      return jobs.call('docx.words', { path: localPath });
    },
    'files.letter': async ({ attachmentId }) => {
      const { localPath } = await files.open(session.workplace, attachmentId);
      return jobs.call('mail.letter', { path: localPath });
    },
    'drafting.fill': (given) => drafting.fill(session.workplace, given),
    'drafting.check': (given) => drafting.check(session.workplace, given),
    'drafting.protocol': ({ documentId, language }) => drafting.protocol(session.workplace, documentId, language),
    'drafting.try': (given) => drafting.tryOut(session.workplace, given),
    'print.make': (given) => printing.make(session.workplace, given),
    'print.stamp': (given) => printing.stamp(session.workplace, given),
    'files.open': ({ attachmentId }) => files.open(session.workplace, attachmentId),
    'files.compare': (pair) => comparisons.compare(session.workplace, pair),
    'files.compare-cancel': () => {
      comparisons.cancel();
      return null;
    },
    'export.run': (order) => exports.run(session.workplace, order),
    'export.cancel': () => {
      exports.cancel();
      return null;
    },
    ...fileHandlers(files, () => session.workplace),
    ...intakeHandlers(tables, intake),
    ...signatures.handlers(() => session.workplace),
    'import.run': ({ files: given }) => imports.run(given),
    'import.cancel': () => {
      imports.cancel();
      return null;
    },
    'accounts.issue': async ({ employeeId }) => {
      const link = session.workplace.link;
      if (link?.state.link !== 'online') throw new Refusal('OFFLINE', {});
      return askCentre(link.serverUrl, '/accounts', { body: { employeeId }, access: await link.access() });
    },
    'settings.read': () => readSettings(settings.profileDir),
    'settings.write': ({ patch }) => patchSettings(settings.profileDir, patch),
    ...recoveryHandlers(recovery, session),
  };

  log.note('start', { version: settings.version, keyTrouble: settings.keyTrouble });
  session.resume();
  return {
    /** A fault that nobody caught; true when it is one the person can be told of. */
    fault: (error: unknown): boolean => recovery.fault(error),
    async call(channel: string, payload: unknown): Promise<unknown> {
      if (!Object.hasOwn(handlers, channel)) throw new Refusal('UNKNOWN_COMMAND', { channel });
      const parsed = channels[channel as ChannelName].safeParse(payload);
      if (!parsed.success)
        throw new Refusal('BAD_INPUT', {
          channel,
          issues: parsed.error.issues.slice(0, 3).map((one) => one.path.join('.')),
        });
      const handler = handlers[channel as keyof Handlers] as (payload: unknown) => unknown;
      try {
        return await handler(parsed.data);
      } catch (error) {
        recovery.noteRefusal(channel, error);
        throw error;
      }
    },
    async close(): Promise<void> {
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
    },
  };
}
