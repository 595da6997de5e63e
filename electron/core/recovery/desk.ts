import type { Session } from '#electron/core/app/session.ts';
import { places } from '#electron/core/profile/places.ts';
import { asideProfiles, asideSealed, bringBack } from '#electron/core/recovery/aside-profiles.ts';
import { diagnosticsEntries, writeBundle } from '#electron/core/recovery/diagnostics.ts';
import { inspect } from '#electron/core/recovery/inspect.ts';
import type { CoreLog } from '#electron/core/recovery/log.ts';
import { markKey, recoveryKeyOf, sealOnce } from '#electron/core/recovery/recovery-key.ts';
import { keepReport, reportNow, type StoredReport, storedReports } from '#electron/core/recovery/report.ts';
import { rescue } from '#electron/core/recovery/rescue.ts';
import { isWhole } from '#electron/core/recovery/salvage.ts';
import { mendFiles } from '#electron/core/recovery/small-files.ts';
import { isDamage, isFull, withoutRoom } from '#electron/core/recovery/trouble.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { reach, type SessionReply } from '#electron/core/sync/centre-http.ts';
import { firstDownload } from '#electron/core/sync/first-download.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ChannelPayload, SyncStatus } from '#shared/ipc/contract.ts';
import type {
  DiagnosticsEntry,
  Inspection,
  KeyAnswer,
  RecoveryReplies,
  RecoveryReport,
} from '#shared/ipc/recovery-channels.ts';
import { readGroup } from '#shared/lib/recovery-groups.ts';

export interface RecoveryPorts {
  session: Session;
  status(): SyncStatus;
  log: CoreLog;
  progress(phase: string, done: number, total: number): void;
}

/** Whoever put the recovery key off is asked again after this long, in milliseconds. */
const askAgainAfter = 24 * 60 * 60 * 1000;

/** Everything the writing thread does about data that cannot be opened: looks, brings back, reports; keeps the second key; collects for IT. */
export class RecoveryDesk {
  readonly #settings: CoreSettings;
  readonly #ports: RecoveryPorts;
  #busy = false;

  constructor(settings: CoreSettings, ports: RecoveryPorts) {
    this.#settings = settings;
    this.#ports = ports;
  }

  /** Once the data has opened with this key: the second copy of it is made. What keeps it from being written is tried again at the next opening. */
  seal(): void {
    const { profileDir, key, keyTrouble } = this.#settings;
    if (keyTrouble !== undefined || !this.#ports.session.current) return;
    try {
      sealOnce(profileDir, key, Date.now());
    } catch (error) {
      this.#ports.log.note('seal', { code: String((error as { code?: string }).code ?? 'fault') });
    }
  }

  async inspect(): Promise<Inspection> {
    const { profileDir, keyHome = 'file' } = this.#settings;
    const trouble = this.#ports.session.trouble;
    // Halfway through a rescue there is nothing to look at that would still be true at its end.
    if (!trouble || this.#busy) throw new Refusal('NOT_FOUND', {});
    const { userId, ...shown } = trouble;
    const centre = await this.#centre();
    return inspect({ ...{ profileDir, key: this.#key(), trouble: shown, userId, centre, keyHome }, now: Date.now() });
  }

  rescue(): Promise<RecoveryReport> {
    return this.#run(null);
  }

  async download(login: string, password: string): Promise<RecoveryReport> {
    return this.#run(await this.#ports.session.authenticate(login, password));
  }

  /** Small files of the workstation: set aside, put back from their copies, and everything looked at again. */
  mend(): RecoveryReplies['recovery.settings'] {
    const { restored, anew, folder } = mendFiles(this.#settings.profileDir, this.#key(), Date.now());
    this.#ports.log.note('recovery.settings', { restored: restored.length, anew: anew.length });
    this.#ports.session.retry();
    return { restored, anew, asideFolder: folder };
  }

  reports(): RecoveryReport[] {
    return storedReports(this.#settings.profileDir).map(({ id, report }) => this.#tell(id, report));
  }

  /** Somebody met damage while reading: when the file is really damaged, everything is closed and the rescue begins. */
  check(): null {
    const open = this.#ports.session.current;
    if (open && !isWhole(open.db)) this.#ports.session.raise('DATABASE_CORRUPT', { while: 'reading' });
    return null;
  }

  /** A fault of the writing thread: damage and a full disk are troubles that a person can be told of. True when it was one of them. */
  fault(error: unknown): boolean {
    const { session, log } = this.#ports;
    if (!isDamage(error) && !isFull(error)) return false;
    log.note('fault', { code: String((error as { code?: string }).code) });
    session.raise(isFull(error) || withoutRoom(this.#settings.profileDir) ? 'DISK_FULL' : 'DATABASE_CORRUPT', {
      while: 'working',
    });
    return true;
  }

  /** A call was refused: its channel and code go to the log; damage met by a call is looked into. */
  noteRefusal(channel: string, error: unknown): void {
    const code = String((error as { code?: string }).code ?? 'INTERNAL');
    this.#ports.log.note('refused', { channel, code });
    if (isDamage(error) && this.#ports.session.current) this.check();
  }

  /** The key is lost: what it sealed goes aside. The host then makes another one and starts the core again. */
  anew(): RecoveryReplies['recovery.anew'] {
    const { session, log } = this.#ports;
    if (session.trouble?.code !== 'DATABASE_KEY') throw new Refusal('DENIED', {});
    const { folder, files } = asideSealed(this.#settings.profileDir, Date.now());
    log.note('recovery.anew', { bytes: files.reduce((sum, one) => sum + one.bytes, 0) });
    session.leaveAll();
    return { aside: folder };
  }

  key(): RecoveryReplies['recovery.key'] {
    this.#ports.session.workplace;
    this.seal();
    const { profileDir, key } = this.#settings;
    const known = recoveryKeyOf(profileDir, key);
    if (!known) throw new Refusal('DATABASE_KEY', {});
    return { ...known, profile: profileDir.split(/[\\/]/).at(-1) ?? '' };
  }

  confirmKey({ answers }: ChannelPayload<'recovery.confirm-key'>): KeyAnswer {
    const { groups } = this.key();
    const wrong = answers.filter(({ group, text }) => {
      const typed = readGroup(text, group);
      const meant = readGroup(groups[group] ?? '', group);
      return typed === null || meant === null || Buffer.compare(typed, meant) !== 0;
    });
    if (wrong.length > 0 || answers.length < 2) return { ok: false, wrong: wrong.map((one) => one.group) };
    markKey(this.#settings.profileDir, { confirmedAt: Date.now() });
    return { ok: true };
  }

  later(): null {
    markKey(this.#settings.profileDir, { laterUntil: Date.now() + askAgainAfter });
    return null;
  }

  aside(): RecoveryReplies['recovery.aside'] {
    return asideProfiles(this.#settings.profileDir);
  }

  foundKey({ stamp, groups }: ChannelPayload<'recovery.found-key'>): RecoveryReplies['recovery.found-key'] {
    const { session } = this.#ports;
    const back = bringBack(this.#settings.profileDir, stamp, groups, session.workplace, Date.now());
    if (!back.ok) return back;
    const id = keepReport(this.#settings.profileDir, back.report);
    return { ok: true, report: this.#tell(id, back.report) };
  }

  preview(): DiagnosticsEntry[] {
    const { session, status, log } = this.#ports;
    const open = session.current && { db: session.current.db, userId: session.current.here.userId };
    const parts = { settings: this.#settings, open, trouble: session.trouble, status: status(), log };
    return diagnosticsEntries({ ...parts, now: Date.now() });
  }

  bundle(): RecoveryReplies['diagnostics.make'] {
    return writeBundle(this.#settings.profileDir, this.preview(), Date.now());
  }

  async #run(reply: SessionReply | null): Promise<RecoveryReport> {
    const { session, log, progress } = this.#ports;
    const { profileDir, key, deviceName } = this.#settings;
    const trouble = session.trouble;
    if (!trouble?.userId || this.#busy) throw new Refusal('NOT_FOUND', {});
    const { userId, code } = trouble;
    this.#busy = true;
    session.rescuing(true);
    try {
      const here = { userId, deviceName };
      const download = reply && ((path: string) => this.#fetch(userId, reply, path));
      const now = Date.now();
      const report = await rescue({ profileDir, key: Buffer.from(key), here, code, now, download, progress });
      const id = keepReport(profileDir, report);
      log.note('recovery.done', { code, base: report.base.from, found: report.found, replayed: report.replayed });
      session.reopen(userId, reply);
      return this.#tell(id, report);
    } catch (error) {
      log.note('recovery.failed', { code, why: String((error as { code?: string }).code ?? 'fault') });
      throw error;
    } finally {
      this.#busy = false;
      session.rescuing(false);
    }
  }

  async #fetch(userId: string, reply: SessionReply, path: string): Promise<void> {
    const { profileDir, key, serverUrl } = this.#settings;
    const draft = places(profileDir).download(userId);
    await firstDownload({
      ...{ serverUrl: serverUrl ?? '', access: reply.access, key: Buffer.from(key), path, draft },
      // The rescue may go another way next time: rows would lie here that nobody takes away with lost access.
      keepsPart: false,
      onProgress: (done, total) => this.#ports.progress('download', done, total),
    });
  }

  #tell(id: string, report: StoredReport): RecoveryReport {
    const open = this.#ports.session.current;
    const db = open && open.here.userId === report.userId ? open.db : null;
    return reportNow(id, report, db, this.#ports.session.person(report.userId)?.fullName ?? null);
  }

  #key(): Buffer | null {
    return this.#settings.keyTrouble === undefined ? Buffer.from(this.#settings.key) : null;
  }

  /** Whether the centre answers at all, within two seconds. */
  async #centre(): Promise<Inspection['centre']> {
    const { serverUrl } = this.#settings;
    if (!serverUrl) return 'none';
    if (this.#ports.session.isCut) return 'unreachable';
    const answer = await reach(serverUrl, '/health', { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    return answer?.ok ? 'reachable' : 'unreachable';
  }
}
