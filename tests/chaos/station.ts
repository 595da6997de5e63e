import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, fstatSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from '#electron/core/profile/places.ts';
import type { SessionState, SyncStatus } from '#shared/ipc/contract.ts';
import type { Journal } from '#tests/chaos/journal.ts';
import type { Road } from '#tests/chaos/road.ts';
import type { FromStation, StationSettings, ToStation } from '#tests/chaos/station-talk.ts';
import type { Chance } from '#tests/simulation/chance.ts';

export interface StationPlace {
  /** Everything of this workstation lies in it. */
  folder: string;
  /** Folder of the profile: perhaps on a small disk of its own. */
  profileDir: string;
  key: string;
  bundle: string;
}

/** One workstation: a core in its process, started again whenever it has ended, and a person who works at it. */
export class Station {
  readonly name: string;
  readonly person: string;
  readonly login: string;
  readonly road: Road;
  readonly place: StationPlace;
  readonly #journal: Journal;
  readonly #waiting = new Map<number, (message: FromStation | null) => void>();
  #child: ChildProcess | null = null;
  #wanted = false;
  #ready = false;
  #last = 0;
  #running: Promise<void> = Promise.resolve();
  /** What no other fault may touch at this moment. */
  busy = false;
  /** The person does nothing for a while. */
  resting = false;
  /** Something the person does is under way. */
  acting = false;
  /** Starts that failed, by what they said last. */
  lastWords = '';

  constructor(who: { name: string; person: string; login: string }, place: StationPlace, road: Road, journal: Journal) {
    this.name = who.name;
    this.person = who.person;
    this.login = who.login;
    this.place = place;
    this.road = road;
    this.#journal = journal;
  }

  get up(): boolean {
    return this.#ready;
  }

  start(): void {
    // For whoever looks at a failed run.
    writeFileSync(join(this.place.folder, 'key'), this.place.key);
    this.#wanted = true;
    this.#running = this.#run();
  }

  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    this.#child?.kill('SIGCONT');
    this.#child?.kill('SIGKILL');
    await this.#running;
  }

  /** Milliseconds its wall clock is ahead. */
  setClock(ahead: number): void {
    writeFileSync(join(this.place.folder, 'clock'), String(ahead));
  }

  /** A copy of the profile of the stopped workstation, as a backup program or a cloned machine makes it. */
  async copyProfile(to: string): Promise<void> {
    await rm(to, { recursive: true, force: true });
    await cp(this.place.profileDir, to, { recursive: true });
  }

  async putProfile(from: string): Promise<void> {
    await rm(this.place.profileDir, { recursive: true, force: true });
    await cp(from, this.place.profileDir, { recursive: true });
  }

  /** Some sectors of the stopped workstation's database turn into nonsense; in the first, nothing of it opens any more. */
  damage(chance: Chance): void {
    const path = places(this.place.profileDir).database(this.person);
    if (!existsSync(path)) return;
    const file = openSync(path, 'r+');
    const pages = Math.floor(fstatSync(file).size / 4_096);
    for (let n = 0; n < 8; n += 1)
      writeSync(file, Buffer.alloc(4_096, 0xa5), 0, 4_096, 4_096 * chance.below(Math.max(1, pages)));
    if (chance.happens(30)) writeSync(file, Buffer.alloc(4_096, 0xa5), 0, 4_096, 0);
    closeSync(file);
  }

  /** Fills the disk of the profile; only where that is a small one of its own. */
  fillDisk(): void {
    const file = openSync(join(this.place.profileDir, '..', 'ballast'), 'w');
    try {
      for (const size of [1 << 20, 1 << 12]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size, 1));
        } catch {
          // Full to the last of such pieces.
        }
      }
    } finally {
      closeSync(file);
    }
  }

  freeDisk(): void {
    rmSync(join(this.place.profileDir, '..', 'ballast'), { force: true });
  }

  /** Null when the process has ended meanwhile or does not answer in time. */
  async ask<T>(channel: string, payload: unknown = {}, patience = 20_000): Promise<T | null> {
    const message = await this.#send((id) => ({ t: 'call', id, channel, payload }), patience);
    return message?.t === 'reply' && message.reply.ok ? (message.reply.value as T) : null;
  }

  status(): Promise<SyncStatus | null> {
    return this.ask<SyncStatus>('sync.status', {}, 5_000);
  }

  /** The person does something, `times` times, drawn from the seed; resolves when it is done or the process has ended. */
  async act(seed: number, times: number): Promise<void> {
    this.acting = true;
    const done = await this.#send((id) => ({ t: 'act', id, seed, times }), 60_000);
    this.acting = false;
    if (done?.t === 'acted' && done.trouble !== undefined) this.log(done.trouble);
  }

  /** Signs the person in, if nobody is; true when somebody works here now. */
  async enter(password: string): Promise<boolean> {
    const state = await this.ask<SessionState>('session.state');
    // A session that the centre does not know any more (it was restored to a time before it) is asked for again, as the window does.
    const ended = state?.stage === 'open' && (await this.status())?.problem?.code === 'UNAUTHENTICATED';
    if (state?.stage === 'open' && !ended) return true;
    if (state?.stage === 'trouble') return this.#rescue(state.trouble?.code ?? '', password);
    if (state?.stage !== 'none' && !ended) return false;
    const after = await this.ask<SessionState>('session.login', { login: this.login, password }, 60_000);
    return after?.stage === 'open';
  }

  /** What the page of the rescue offers, one step after the other. */
  async #rescue(code: string, password: string): Promise<boolean> {
    this.log(`trouble: ${code}`);
    const again = ['DISK_FULL', 'DATABASE_BUSY', 'PROFILE_LOCKED', 'INTERNAL'].includes(code);
    if (again) return (await this.ask<{ open: boolean }>('recovery.retry', {}, 60_000))?.open ?? false;
    const report = await this.ask('recovery.rescue', {}, 60_000);
    const anew = report ? null : await this.ask('recovery.download', { login: this.login, password }, 60_000);
    this.log(`rescued: ${JSON.stringify(report ?? anew)}`);
    return report !== null || anew !== null;
  }

  log(line: string): void {
    appendFileSync(join(this.place.folder, 'log'), `${new Date().toISOString()} ${line}\n`);
  }

  async #send(make: (id: number) => ToStation, patience: number): Promise<FromStation | null> {
    if (!this.#ready) return null;
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<FromStation | null>((resolve) => {
      this.#waiting.set(id, resolve);
      setTimeout(() => resolve(null), patience).unref();
    });
    this.#child?.send(make(id), () => undefined);
    const message = await answer;
    this.#waiting.delete(id);
    return message;
  }

  async #run(): Promise<void> {
    const { profileDir, key, bundle } = this.place;
    const { name, person } = this;
    const given = { profileDir, key, bundle, person, serverUrl: this.road.url, deviceName: name, version: 'chaos' };
    while (this.#wanted) {
      await this.#live({ ...given, demo: true });
      if (this.#wanted) await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  #live(settings: StationSettings): Promise<void> {
    const child = fork(join(this.place.bundle, 'station-process.mjs'), {
      execArgv: ['--import', join(import.meta.dirname, 'faked-clock.ts')],
      env: {
        ...process.env,
        OPORA_CHAOS_STATION: JSON.stringify(settings),
        NODE_NO_WARNINGS: '1',
        OPORA_CHAOS_CLOCK: join(this.place.folder, 'clock'),
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stderr?.on('data', (bytes: Buffer) => {
      this.lastWords = bytes.toString();
      this.log(this.lastWords);
    });
    child.on('message', (message: FromStation) => this.#heard(message));
    return new Promise((resolve) => {
      child.on('exit', (code, signal) => {
        this.#ready = false;
        this.log(`ended: ${signal ?? code}`);
        for (const answer of this.#waiting.values()) answer(null);
        resolve();
      });
    });
  }

  #heard(message: FromStation): void {
    if (message.t === 'ready') this.#ready = true;
    else if (message.t === 'saved') this.#journal.saved(this, message);
    else if (message.t === 'refused') this.#journal.refused(this, message);
    else this.#waiting.get(message.id)?.(message);
  }
}
