import { fileHandlers } from '#electron/core/app/desks/file-handlers.ts';
import { intakeHandlers } from '#electron/core/app/desks/intake-handlers.ts';
import { reissueHere } from '#electron/core/app/desks/reissue-desk.ts';
import { type DeskEvents, openDesks } from '#electron/core/app/open-desks.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { recoveryHandlers } from '#electron/core/recovery/recovery-handlers.ts';
import { patchSettings, readSettings } from '#electron/core/recovery/small-files.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { dismiss, withdraw } from '#electron/core/store/withdraw.ts';
import { askCentre } from '#electron/core/sync/centre-http.ts';
import { Refusal } from '#shared/domain/error.ts';
import { type ChannelName, type ChannelPayload, type ChannelReply, channels } from '#shared/ipc/contract.ts';
import type { HostChannel } from '#shared/ipc/recovery-channels.ts';

type Handlers = {
  [C in Exclude<ChannelName, 'query.run' | HostChannel>]: (
    payload: ChannelPayload<C>,
  ) => ChannelReply<C> | Promise<ChannelReply<C>>;
};

/** Everything the writing thread answers; queries are the reader's. `background`: for work that nobody waits for. */
export function createHandlers(
  settings: CoreSettings,
  events: DeskEvents,
  jobs: JobRunner,
  background = jobs,
  scanners = background,
) {
  const desks = openDesks(settings, events, jobs, background, scanners);
  const { files, session } = desks;
  const pathOf = async (attachmentId: string) => {
    const { localPath } = await files.open(session.workplace, attachmentId);
    return { path: localPath };
  };
  const handlers: Handlers = {
    'command.run': ({ name, args }) => session.workplace.run(name, args),
    'command.run-many': ({ orders }) => session.workplace.runMany(orders as { name: string; args: unknown }[]),
    'session.state': () => session.state,
    'session.accounts': () => session.accounts(),
    'session.login': ({ login, password }) => session.login(login, password),
    'session.logout': () => session.logout(),
    'session.lock': () => session.lock(),
    'session.unlock': ({ password }) => session.unlock(password),
    'sync.status': () => desks.board.read(),
    'sync.now': () => {
      session.current?.link?.client.pull();
      return desks.board.read();
    },
    'sync.cut': ({ cut }) => {
      if (!settings.demo) throw new Refusal('DENIED', {});
      session.cut(cut);
      return desks.board.read();
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
        desks.search.wake(rows.count);
        desks.moved();
      }),
    'files.attach': ({ documentId, files: given, purpose, ofId }) =>
      files.attach(session.workplace, documentId, given, purpose ?? null, ofId ?? null),
    'files.add-version': (given) => files.addVersion(session.workplace, given),
    'files.edit': ({ attachmentId }) => desks.edits.open(session.workplace, attachmentId),
    'files.edits': () => desks.edits.list(),
    'files.end-edit': async ({ attachmentId }) => {
      await desks.edits.end(attachmentId);
      return null;
    },
    'files.html': async ({ attachmentId }) => jobs.call('docx.html', await pathOf(attachmentId)),
    'files.words': async ({ attachmentId }) => jobs.call('docx.words', await pathOf(attachmentId)),
    'files.letter': async ({ attachmentId }) => jobs.call('mail.letter', await pathOf(attachmentId)),
    'drafting.fill': (given) => desks.drafting.fill(session.workplace, given),
    'drafting.check': (given) => desks.drafting.check(session.workplace, given),
    'drafting.protocol': ({ documentId, language }) => desks.drafting.protocol(session.workplace, documentId, language),
    'drafting.try': (given) => desks.drafting.tryOut(session.workplace, given),
    'print.make': (given) => desks.printing.make(session.workplace, given),
    'print.stamp': (given) => desks.printing.stamp(session.workplace, given),
    'files.open': ({ attachmentId }) => files.open(session.workplace, attachmentId),
    'files.compare': (pair) => desks.comparisons.compare(session.workplace, pair),
    'files.compare-cancel': () => {
      desks.comparisons.cancel();
      return null;
    },
    'export.run': (order) => desks.exports.run(session.workplace, order),
    'export.cancel': () => {
      desks.exports.cancel();
      return null;
    },
    ...fileHandlers(files, () => session.workplace),
    ...intakeHandlers(desks.tables, desks.intake),
    ...desks.signatures.handlers(() => session.workplace),
    'import.run': ({ files: given }) => desks.imports.run(given),
    'import.cancel': () => {
      desks.imports.cancel();
      return null;
    },
    'accounts.issue': async ({ employeeId }) => {
      const link = session.workplace.link;
      if (link?.state.link !== 'online') throw new Refusal('OFFLINE', {});
      return askCentre(link.serverUrl, '/accounts', { body: { employeeId }, access: await link.access() });
    },
    'settings.read': () => readSettings(settings.profileDir),
    'settings.write': ({ patch }) => patchSettings(settings.profileDir, patch),
    ...recoveryHandlers(desks.recovery, session),
  };

  return {
    /** A fault that nobody caught; true when it is one the person can be told of. */
    fault: (error: unknown): boolean => desks.recovery.fault(error),
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
        desks.recovery.noteRefusal(channel, error);
        throw error;
      }
    },
    close: desks.close,
  };
}
