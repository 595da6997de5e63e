import { existsSync, readdirSync, statSync } from 'node:fs';
import { Workplace, type WorkplaceEvents } from '#electron/core/app/workplace.ts';
import { places } from '#electron/core/profile/places.ts';
import {
  type KnownPerson,
  readWorkstation,
  recognises,
  rememberPerson,
  type Workstation,
} from '#electron/core/profile/workstation.ts';
import { isKeyDue, keyFits } from '#electron/core/recovery/recovery-key.ts';
import { isSound } from '#electron/core/recovery/restore.ts';
import { damagedFiles, readCopy, writeKept } from '#electron/core/recovery/small-files.ts';
import { isDamage, troubleOf, withoutRoom } from '#electron/core/recovery/trouble.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { listBackups } from '#electron/core/store/backups.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { askCentre, type SessionReply } from '#electron/core/sync/centre-http.ts';
import { firstDownload } from '#electron/core/sync/first-download.ts';
import { keepSession } from '#electron/core/sync/link.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { DemoAccount, SessionState, SessionUser } from '#shared/ipc/contract.ts';
import type { Trouble, TroubleCode } from '#shared/ipc/recovery-channels.ts';

export interface SessionEvents extends WorkplaceEvents {
  /** Another database is open, or none: the reader follows. */
  opened(path: string | null, userId: string | null): void;
  sessionChanged(): void;
  progress(done: number, total: number): void;
}

/** What the rescue needs to know of the session: what stands in the way, and of whom. */
export interface Troubled extends Trouble {
  userId: string | null;
}

/** Who works at this workstation: login with and without a link, lock, logout. Holds the one open workplace. */
export class Session {
  readonly #settings: CoreSettings;
  readonly #events: SessionEvents;
  #facts: Workstation;
  #workplace: Workplace | null = null;
  #download: { done: number; total: number } | null = null;
  #cut = false;
  readonly #ending = new AbortController();

  #trouble: Troubled | null = null;

  constructor(settings: CoreSettings, events: SessionEvents) {
    this.#settings = settings;
    this.#events = events;
    this.#facts = unknown;
    this.#look();
  }

  /** Goes on with the person who was working when the program ended, link or no link. */
  resume(): void {
    if (this.#trouble) return;
    const person = this.#facts.people.find((one) => one.userId === this.#facts.open?.userId);
    if (person) this.#openOrTell(person);
  }

  get state(): SessionState {
    const known = this.#facts.people.map(({ login, fullName }) => ({ login, fullName }));
    const user = this.#userOrTrouble();
    const open = this.#facts.open?.locked ? 'locked' : 'open';
    const stage = this.#download ? 'downloading' : this.#trouble ? 'trouble' : user ? open : 'none';
    const keyDue = user !== null && !this.#settings.demo && isKeyDue(this.#settings.profileDir, Date.now());
    return { stage, user, known, download: this.#download, trouble: told(this.#trouble), keyDue };
  }

  get trouble(): Troubled | null {
    return this.#trouble;
  }

  /** The open database has turned out to be damaged, or the disk is full: everything is closed and the rescue begins. */
  raise(code: TroubleCode, details: Record<string, unknown> = {}): void {
    if (this.#trouble) return;
    const person = this.#facts.people.find((one) => one.userId === this.#workplace?.here.userId) ?? null;
    this.#shut();
    this.#tell(code, details, person);
  }

  /** The rescue begins, or has ended without success: every window is told. */
  rescuing(runs: boolean): void {
    if (!this.#trouble) return;
    const { rescuing: _, ...trouble } = this.#trouble;
    this.#trouble = runs ? { ...trouble, rescuing: true } : trouble;
    this.#events.sessionChanged();
  }

  /** Looks again at what stood in the way, and goes on when it is gone. */
  retry(): boolean {
    const person = this.#facts.people.find((one) => one.userId === this.#trouble?.userId);
    this.#trouble = null;
    this.#look();
    if (!this.#trouble && person) this.#openOrTell(person);
    else this.resume();
    this.#events.sessionChanged();
    return this.#trouble === null;
  }

  /** Somebody who is known by this id; undefined when nobody is. */
  person(userId: string | null): KnownPerson | undefined {
    return this.#facts.people.find((one) => one.userId === userId);
  }

  /** Asks the centre for whoever is in trouble. Rejects with Refusal: WRONG_PASSWORD, SERVER_UNREACHABLE, DENIED for another person. */
  async authenticate(login: string, password: string): Promise<SessionReply> {
    const reply = await this.#askCentre(login, password);
    if (!reply) throw new Refusal('SERVER_UNREACHABLE', {});
    if (reply.user.id !== this.#trouble?.userId) throw new Refusal('DENIED', {});
    this.#remember(reply, password);
    return reply;
  }

  /** Everything sealed with a lost key has been set aside: nobody is at work here any more. */
  leaveAll(): void {
    this.#save({ ...this.#facts, open: null });
  }

  /** Opens what the rescue has put in its place, for the person it was made for. */
  reopen(userId: string, reply: SessionReply | null): void {
    const person = this.person(userId);
    this.#trouble = null;
    // A locked window stays locked, unless a password has just been shown.
    if (reply) this.#save({ ...this.#facts, open: { userId, locked: false } });
    if (person) this.#openOrTell(person, reply);
    this.#events.sessionChanged();
  }

  /** The open workplace; Refusal UNAUTHENTICATED when nobody works here, LOCKED when the screen is locked. */
  get workplace(): Workplace {
    if (!this.#workplace) throw new Refusal('UNAUTHENTICATED', {});
    if (this.#facts.open?.locked) throw new Refusal('LOCKED', {});
    return this.#workplace;
  }

  get current(): Workplace | null {
    return this.#workplace;
  }

  get isCut(): boolean {
    return this.#cut;
  }

  cut(cut: boolean): void {
    this.#cut = cut;
    this.#workplace?.link?.cut(cut);
  }

  async accounts(): Promise<DemoAccount[]> {
    const { demo, serverUrl } = this.#settings;
    return demo && serverUrl && !this.#cut ? askCentre<DemoAccount[]>(serverUrl, '/demo/accounts').catch(() => []) : [];
  }

  async login(login: string, password: string): Promise<SessionState> {
    const reply = await this.#askCentre(login, password);
    const person = reply ? this.#remember(reply, password) : this.#recognise(login, password);
    this.#shut();
    if (reply && !this.#isDisturbed(person)) await this.#fetchFirst(person, reply);
    this.#save({ ...this.#facts, open: { userId: person.userId, locked: false } });
    this.#openOrTell(person, reply);
    this.#events.sessionChanged();
    return this.state;
  }

  logout(): SessionState {
    this.#shut();
    if (this.#trouble?.person) this.#trouble = null;
    this.#save({ ...this.#facts, open: null });
    this.#events.sessionChanged();
    return this.state;
  }

  lock(): SessionState {
    if (this.#facts.open) this.#save({ ...this.#facts, open: { ...this.#facts.open, locked: true } });
    this.#events.sessionChanged();
    return this.state;
  }

  unlock(password: string): SessionState {
    const person = this.#facts.people.find((one) => one.userId === this.#facts.open?.userId);
    if (!person || !recognises(person, password)) throw new Refusal('WRONG_PASSWORD', {});
    this.#save({ ...this.#facts, open: { userId: person.userId, locked: false } });
    this.#events.sessionChanged();
    return this.state;
  }

  close(): void {
    // A download under way keeps what it has for the next sign-in.
    this.#ending.abort();
    this.#workplace?.close();
    this.#workplace = null;
  }

  /** The centre's word on the password, or null when there is no centre to ask. */
  async #askCentre(login: string, password: string): Promise<SessionReply | null> {
    const { serverUrl } = this.#settings;
    if (!serverUrl || this.#cut) return null;
    const device = this.#facts.device;
    try {
      return await askCentre<SessionReply>(serverUrl, '/session', { body: { login, password, device } });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'SERVER_UNREACHABLE') return null;
      throw error;
    }
  }

  #remember(reply: SessionReply, password: string): KnownPerson {
    const { id, login, fullName } = reply.user;
    this.#save(rememberPerson(this.#facts, { userId: id, login, fullName, org: reply.org }, password));
    return this.#facts.people.find((one) => one.userId === id) as KnownPerson;
  }

  #recognise(login: string, password: string): KnownPerson {
    const person = this.#facts.people.find((one) => one.login === login);
    if (!person) throw new Refusal('NOT_KNOWN_OFFLINE', { login });
    if (!recognises(person, password)) throw new Refusal('WRONG_PASSWORD', {});
    // The first download was broken off: an empty database without a session would never be filled.
    const hasData = existsSync(places(this.#settings.profileDir).database(person.userId));
    if (!hasData && !this.#isDisturbed(person)) throw new Refusal('NOT_KNOWN_OFFLINE', { login });
    return person;
  }

  async #fetchFirst(person: KnownPerson, reply: SessionReply): Promise<void> {
    const { profileDir, key, serverUrl } = this.#settings;
    const place = places(profileDir);
    if (existsSync(place.database(person.userId)) || !serverUrl) return;
    this.#download = { done: 0, total: 0 };
    this.#events.sessionChanged();
    try {
      await firstDownload({
        serverUrl,
        access: reply.access,
        key: Buffer.from(key),
        path: place.database(person.userId),
        draft: place.download(person.userId),
        signal: this.#ending.signal,
        onProgress: (done, total) => {
          this.#download = { done, total };
          this.#events.progress(done, total);
        },
      });
    } finally {
      this.#download = null;
      // Broken off or not: the page of the download must not stay.
      this.#events.sessionChanged();
    }
  }

  /** Nothing that keeps a database from being opened ends the program: the window says what it is. */
  #openOrTell(person: KnownPerson, reply: SessionReply | null = null): void {
    try {
      const missing = this.#isDisturbed(person);
      if (missing) throw new Refusal(missing, {});
      this.#open(person, reply);
    } catch (error) {
      this.#workplace?.close();
      this.#workplace = null;
      const { code, details } = troubleOf(error);
      const full = isDamage(error) && withoutRoom(this.#settings.profileDir);
      if (full) this.#tell('DISK_FULL', {}, person);
      else this.#tell(code === 'DATABASE_KEY' && this.#keyIsRight(person) ? 'DATABASE_CORRUPT' : code, details, person);
    }
  }

  /** A database that was here and is not, or is an empty file, while other traces of its person are left. */
  #isDisturbed(person: KnownPerson): 'DATABASE_MISSING' | 'DATABASE_CORRUPT' | null {
    const place = places(this.#settings.profileDir);
    const path = place.database(person.userId);
    if (existsSync(path)) return statSync(path).size === 0 ? 'DATABASE_CORRUPT' : null;
    const folder = place.person(person.userId);
    const traces = existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('download.db'));
    const wasOpen = this.#facts.open?.userId === person.userId && this.#settings.serverUrl !== null;
    return traces || wasOpen ? 'DATABASE_MISSING' : null;
  }

  /** A file that does not open with the right key has lost its first page. */
  #keyIsRight(person: KnownPerson): boolean {
    const { profileDir, key } = this.#settings;
    const fits = keyFits(profileDir, key);
    if (fits !== undefined) return fits;
    return listBackups(places(profileDir).database(person.userId)).some((one) => isSound(one.path, Buffer.from(key)));
  }

  /** Reads who works here, as far as it can be read. */
  #look(): void {
    const { profileDir, keyTrouble } = this.#settings;
    const damaged = damagedFiles(profileDir);
    if (damaged.includes('workstation.json'))
      this.#facts = readCopy<Workstation>(profileDir, 'workstation.json') ?? unknown;
    else this.#facts = this.#readFacts();
    const userId = this.#facts.open?.userId ?? this.#facts.people[0]?.userId ?? null;
    if (keyTrouble !== undefined)
      this.#trouble = { person: null, userId, code: 'DATABASE_KEY', details: { reason: keyTrouble } };
    else if (damaged.length > 0) this.#trouble = { ...nobody, code: 'SETTINGS_DAMAGED', details: { files: damaged } };
  }

  /** The first start writes the file: on a full disk it cannot. */
  #readFacts(): Workstation {
    try {
      return readWorkstation(this.#settings.profileDir);
    } catch (error) {
      this.#trouble = { ...nobody, ...troubleOf(error) };
      return unknown;
    }
  }

  #tell(code: TroubleCode, details: Record<string, unknown>, person: KnownPerson | null): void {
    const named = person && { login: person.login, fullName: person.fullName };
    this.#trouble = { code, details, person: named, userId: person?.userId ?? null };
    this.#events.sessionChanged();
  }

  #open(person: KnownPerson, reply: SessionReply | null = null): void {
    const { profileDir, key, serverUrl, deviceName } = this.#settings;
    const path = places(profileDir).database(person.userId);
    const here = { userId: person.userId, deviceName };
    const { org } = person;
    const device = this.#facts.device;
    this.#workplace = new Workplace({ path, key: Buffer.from(key), here, org, device, serverUrl }, this.#events);
    if (reply) keepSession(this.#workplace.db, reply);
    this.#events.opened(path, person.userId);
    if (this.#cut) this.#workplace.link?.cut(true);
    else this.#workplace.link?.start();
  }

  #shut(): void {
    const workplace = this.#workplace;
    if (!workplace) return;
    this.#workplace = null;
    this.#events.opened(null, null);
    try {
      workplace.close();
    } catch (error) {
      // What is damaged may not even be closed properly; nothing more can be done with it here.
      if (!isDamage(error)) throw error;
    }
  }

  #save(facts: Workstation): void {
    this.#facts = facts;
    writeKept(places(this.#settings.profileDir).facts, facts);
  }

  /** Even the name of the person may lie on a damaged page. */
  #userOrTrouble(): SessionUser | null {
    try {
      return this.#user();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.raise('DATABASE_CORRUPT', { while: 'reading' });
      return null;
    }
  }

  #user(): SessionUser | null {
    const workplace = this.#workplace;
    const person = this.#facts.people.find((one) => one.userId === workplace?.here.userId);
    if (!workplace || !person) return null;
    const row = readRow(workplace.db, 'employee', person.userId);
    return {
      id: person.userId,
      login: person.login,
      fullName: (row?.['fullName'] as string | undefined) ?? person.fullName,
      position: (row?.['position'] as string | undefined) ?? '',
      branchId: (row?.['branchId'] as string | undefined) ?? '',
      roles: (row?.['roles'] as string[] | undefined) ?? [],
    };
  }
}

const unknown: Workstation = { device: '', people: [], open: null };
const nobody = { person: null, userId: null } as const;

function told(trouble: Troubled | null): Trouble | null {
  if (!trouble) return null;
  const { userId: _, ...said } = trouble;
  return said;
}
