import { randomBytes, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { hashValue } from '#shared/lib/canonical.ts';
import { commandId } from '#shared/lib/ids.ts';
import type { Word } from '#shared/sync/command-wire.ts';
import type { Down, Pulled, ShortPage } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';
import { protocolVersion, schemaVersion } from '#shared/sync/version.ts';

/** What has come to a light workstation: ids of rows, and when the centre wrote them by its clock. */
export type Seen = (rows: readonly { e: string; id: string; at: number }[]) => void;

export interface LightSettings {
  url: string;
  token: string;
  org: string;
  scopes: readonly string[];
  /** Where it has stood since yesterday evening. */
  cursor: number;
  chainHash: string;
}

/** A workstation without a database: it speaks the protocol as a real one does, keeps where it stands, and forgets the rows. */
export class LightClient {
  readonly #settings: LightSettings;
  readonly #client = randomUUID();
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (message: Down) => void>();
  #cursor: number;
  #hash: string;
  #lease: string | null = null;
  #n = 0;
  #ref = 0;
  #pulling = false;
  #wanted = 0;
  #told = false;
  seen: Seen = () => {};
  /** Hears what every answer to a wake cost: milliseconds, and statements by the counter below. */
  measure: (milliseconds: number, statements: number) => void = () => {};
  statements: () => number = () => 0;
  /** Refusals, closings, verdicts that are no acceptance. */
  readonly errors: string[] = [];

  constructor(settings: LightSettings) {
    this.#settings = settings;
    this.#cursor = settings.cursor;
    this.#hash = settings.chainHash;
    this.#socket = new WebSocket(`${settings.url.replace(/^http/, 'ws')}/sync`, {
      perMessageDeflate: { threshold: 0, zlibDeflateOptions: { level: 1, memLevel: 4 } },
    });
    this.#socket.on('message', (data) => this.#received(JSON.parse(String(data)) as Down));
    this.#socket.on('close', (code) => code !== 1000 && this.errors.push(`closed ${code}`));
    this.#socket.on('error', (error) => this.errors.push(error.message));
  }

  get cursor(): number {
    return this.#cursor;
  }

  get hash(): string {
    return this.#hash;
  }

  /** Connected, known and at the head. */
  async open(): Promise<void> {
    await new Promise((resolve, reject) => {
      this.#socket.once('open', resolve);
      this.#socket.once('error', reject);
    });
    const { org, token } = this.#settings;
    const who = {
      org,
      token,
      device: this.#client,
      deviceName: 'light',
      proto: protocolVersion,
      schema: schemaVersion,
    };
    const welcome = new Promise<Down>((resolve) => this.#answers.set(0, resolve));
    this.#send({ t: 'hello', ...who, ...this.#place() });
    const answer = await welcome;
    if (answer.t !== 'welcome') throw new Error(JSON.stringify(answer));
    await this.pull();
  }

  /** A page in full: what a workstation asks after a break of its link. */
  async pull(cursor = this.#cursor, chainHash: string | null = this.#hash): Promise<Pulled> {
    this.#told = false;
    const { scopes } = this.#settings;
    const where = { cursor, chainHash, membershipSeq: 0, scopes: [...scopes], after: null };
    const answer = await this.#ask((ref) => ({
      t: 'pull',
      ref,
      ...where,
      ackN: this.#n,
      limit: 5_000,
      ...this.#place(),
    }));
    if (answer.t !== 'pulled') throw new Error(JSON.stringify(answer));
    this.#take({ to: answer.toSeq, hash: answer.chainHash, at: 0, changes: answer.changes });
    this.#told = !answer.more;
    return answer;
  }

  /** What is new, as a workstation asks when it is woken. */
  async next(): Promise<void> {
    if (!this.#told) return void (await this.pull());
    const answer = await this.#ask((ref) => ({ t: 'next', ref, cursor: this.#cursor }));
    if (answer.t === 'page') this.#take(answer);
    else if (answer.t === 'pulled')
      this.#take({ to: answer.toSeq, hash: answer.chainHash, at: 0, changes: answer.changes });
    else if (answer.t === 'again') await this.pull();
    else this.errors.push(JSON.stringify(answer));
  }

  /** Issues one command; resolves with the centre's word on it. */
  async push(name: string, args: unknown): Promise<Word | undefined> {
    this.#n += 1;
    const id = commandId(Date.now(), randomBytes(10));
    const argsHash = hashValue([name, 1, args]).slice(0, 16);
    const command = { id, n: this.#n, name, v: 1, args, argsHash, baseVersions: {}, occurredAt: Date.now() };
    const cursor = this.#told && !this.#pulling ? { cursor: this.#cursor } : {};
    const answer = await this.#ask((ref) => ({ t: 'push', ref, commands: [command], ...cursor, ...this.#place() }));
    if (answer.t !== 'taken') {
      this.errors.push(JSON.stringify(answer));
      return undefined;
    }
    this.#lease = answer.lease;
    if (answer.page) this.#take(answer.page);
    const [word] = answer.words;
    if (typeof word !== 'number' && word?.status !== 'accepted') this.errors.push(JSON.stringify(word));
    return word;
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.close();
  }

  #take({ to, hash, at, changes }: ShortPage): void {
    if (to < this.#cursor) return;
    this.#cursor = to;
    this.#hash = hash;
    if (changes.length > 0) this.seen(changes.map((one) => ({ e: one.e, id: one.id, at: one.at ?? at })));
  }

  #received(message: Down): void {
    if (message.t === 'wake') {
      this.#wanted = Math.max(this.#wanted, message.seq);
      return void this.#follow();
    }
    const ref = 'ref' in message ? (message.ref ?? 0) : 0;
    const waiting = this.#answers.get(ref);
    this.#answers.delete(ref);
    if (waiting) waiting(message);
    else this.errors.push(JSON.stringify(message));
  }

  /** One question at a time, until nothing is wanted any more. */
  async #follow(): Promise<void> {
    if (this.#pulling) return;
    this.#pulling = true;
    while (this.#wanted > this.#cursor) {
      const [began, before] = [performance.now(), this.statements()];
      await this.next();
      this.measure(performance.now() - began, this.statements() - before);
    }
    this.#pulling = false;
  }

  #ask(make: (ref: number) => Up): Promise<Down> {
    this.#ref += 1;
    const answer = new Promise<Down>((resolve) => this.#answers.set(this.#ref, resolve));
    this.#send(make(this.#ref));
    return answer;
  }

  #send(message: Up): void {
    this.#socket.send(JSON.stringify(message));
  }

  #place() {
    return { epoch: null, client: this.#client, lease: this.#lease };
  }
}
