import { once } from 'node:events';
import { WebSocket } from 'ws';
import { hashValue } from '#shared/lib/canonical.ts';
import { commandId } from '#shared/lib/ids.ts';
import type { WireCommand } from '#shared/sync/command-wire.ts';
import type { Down, Pulled, Pushed, Welcome } from '#shared/sync/down.ts';
import type { Pull, Up } from '#shared/sync/up.ts';
import { oldestProtocol, schemaVersion } from '#shared/sync/version.ts';

type Answer<T extends Down['t']> = Extract<Down, { t: T }>;

/** The bare exchange as a workstation speaks it, for looking at the server from outside. */
export class Workstation {
  readonly socket: WebSocket;
  readonly received: Down[] = [];
  readonly #client: string;
  #wanted: { t: string; resolve(message: Down): void } | null = null;
  #ref = 0;
  #n = 0;
  #time = 1_800_000_000_000;
  #lease: string | null = null;
  closed: Promise<{ code: number; reason: string }>;

  constructor(url: string, client: string) {
    this.#client = client;
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/sync`, { perMessageDeflate: { threshold: 0 } });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    this.socket.on('message', (data) => this.#hear(JSON.parse(String(data)) as Down));
  }

  async hello(token: string, org: string | null = null): Promise<Welcome> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open');
    const device = { device: `device-${this.#client}`, deviceName: 'Рабочее место', client: this.#client };
    const versions = { proto: oldestProtocol, schema: schemaVersion };
    return this.ask({ t: 'hello', ...versions, org, token, ...device, epoch: null, lease: null }, 'welcome');
  }

  /** `saidHash`: what the workstation says of the arguments, when that is not their own hash. */
  async push(orders: { name: string; args: unknown; id?: string; saidHash?: string }[]): Promise<Pushed> {
    const commands = orders.map(({ name, args, id, saidHash }) => {
      const command = this.#command(name, args, id);
      return saidHash ? { ...command, argsHash: saidHash } : command;
    });
    const place = { client: this.#client, epoch: null, lease: this.#lease };
    const reply = await this.ask({ t: 'push', ref: ++this.#ref, commands, ...place }, 'pushed');
    this.#lease = reply.lease;
    return reply;
  }

  pull(given: Partial<Pull>): Promise<Pulled> {
    const start = { cursor: 0, chainHash: null, membershipSeq: 0, scopes: [], ackN: 0, limit: 1_000, after: null };
    const place = { client: this.#client, epoch: null, lease: this.#lease };
    return this.ask({ t: 'pull', ref: ++this.#ref, ...start, ...place, ...given }, 'pulled');
  }

  /** Sends and waits for an answer of that kind; a refusal rejects with its code. */
  ask<T extends Down['t']>(message: Up, t: T): Promise<Answer<T>> {
    this.socket.send(JSON.stringify(message));
    return this.next(t);
  }

  next<T extends Down['t']>(t: T): Promise<Answer<T>> {
    return new Promise((resolve, reject) => {
      const settle = (message: Down): void => {
        if (message.t === 'refused' && t !== 'refused') reject(new Error(message.code));
        else resolve(message as Answer<T>);
      };
      this.#wanted = { t, resolve: settle };
    });
  }

  close(): void {
    this.socket.close();
  }

  #hear(message: Down): void {
    this.received.push(message);
    const wanted = this.#wanted;
    if (!wanted || (message.t !== wanted.t && message.t !== 'refused')) return;
    this.#wanted = null;
    wanted.resolve(message);
  }

  #command(name: string, args: unknown, given?: string): WireCommand {
    this.#n += 1;
    this.#time += 1;
    const random = new TextEncoder().encode(this.#client.padEnd(10, '.'));
    const id = given ?? commandId(this.#time, random);
    return {
      id,
      n: this.#n,
      name,
      v: 1,
      args,
      argsHash: hashValue([name, 1, args]),
      baseVersions: {},
      occurredAt: this.#time,
    };
  }
}
