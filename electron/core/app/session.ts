import { existsSync } from 'node:fs';
import { Workplace, type WorkplaceEvents } from '#electron/core/app/workplace.ts';
import { places } from '#electron/core/profile/places.ts';
import {
  type KnownPerson,
  readWorkstation,
  recognises,
  rememberPerson,
  type Workstation,
  writeWorkstation,
} from '#electron/core/profile/workstation.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { askCentre, type SessionReply } from '#electron/core/sync/centre-http.ts';
import { firstDownload } from '#electron/core/sync/first-download.ts';
import { keepSession } from '#electron/core/sync/link.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { DemoAccount, SessionState, SessionUser } from '#shared/ipc/contract.ts';

export interface SessionEvents extends WorkplaceEvents {
  /** Another database is open, or none: the reader follows. */
  opened(path: string | null, userId: string | null): void;
  sessionChanged(): void;
  progress(done: number, total: number): void;
}

/** Who works at this workstation: login with and without a link, lock, logout. Holds the one open workplace. */
export class Session {
  readonly #settings: CoreSettings;
  readonly #events: SessionEvents;
  #facts: Workstation;
  #workplace: Workplace | null = null;
  #download: { done: number; total: number } | null = null;
  #cut = false;

  constructor(settings: CoreSettings, events: SessionEvents) {
    this.#settings = settings;
    this.#events = events;
    this.#facts = readWorkstation(settings.profileDir);
  }

  /** Goes on with the person who was working when the program ended, link or no link. */
  resume(): void {
    const person = this.#facts.people.find((one) => one.userId === this.#facts.open?.userId);
    if (person && existsSync(places(this.#settings.profileDir).database(person.userId))) this.#open(person);
  }

  get state(): SessionState {
    const known = this.#facts.people.map(({ login, fullName }) => ({ login, fullName }));
    const user = this.#user();
    const open = this.#facts.open?.locked ? 'locked' : 'open';
    return { stage: this.#download ? 'downloading' : user ? open : 'none', user, known, download: this.#download };
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
    if (reply) await this.#fetchFirst(person, reply);
    this.#save({ ...this.#facts, open: { userId: person.userId, locked: false } });
    this.#open(person, reply);
    this.#events.sessionChanged();
    return this.state;
  }

  logout(): SessionState {
    this.#shut();
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
        onProgress: (done, total) => {
          this.#download = { done, total };
          this.#events.progress(done, total);
        },
      });
    } finally {
      this.#download = null;
    }
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
    if (!this.#workplace) return;
    this.#events.opened(null, null);
    this.#workplace.close();
    this.#workplace = null;
  }

  #save(facts: Workstation): void {
    this.#facts = facts;
    writeWorkstation(this.#settings.profileDir, facts);
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
