import { readFeed } from '#server/sync/feed.ts';
import type { Lanes } from '#server/sync/lane.ts';
import { personOf } from '#server/sync/people.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import type { Wakes } from '#server/sync/wakes.ts';
import type { Down } from '#shared/sync/down.ts';
import type { Hello, Pull, Push, Up } from '#shared/sync/up.ts';
import { oldestProtocol, protocolVersion } from '#shared/sync/version.ts';

export interface SessionDeps {
  store: ServerStore;
  lanes: Lanes;
  wakes: Wakes;
  now(): number;
  /** Who stands behind an access token; null when nobody does. */
  authenticate(token: string): Promise<{ org: string; userId: string } | null>;
}

export interface Transport {
  send(message: Down): void;
  close(reason: string): void;
}

export interface Session {
  receive(message: Up): Promise<void>;
  closed(): void;
}

interface Known extends Hello {
  orgId: string;
  userId: string;
}

/** One connection of one workstation. Messages are answered in the order they came. */
export function createSession(deps: SessionDeps, transport: Transport): Session {
  let known: Known | null = null;
  let stopListening = () => {};
  /** The wake that no page has answered yet, and how far the last page went: a workstation is told of nothing twice. */
  let wokenFor: number | null = null;
  let sentUpTo = 0;
  const interest = { scopes: new Set<string>() as ReadonlySet<string>, notify };

  function notify(seq: number): void {
    if (wokenFor !== null || seq <= sentUpTo) return;
    wokenFor = seq;
    transport.send({ t: 'wake', seq });
  }

  async function hello(message: Hello): Promise<void> {
    if (message.proto > protocolVersion || message.proto < oldestProtocol) {
      const details = { centre: protocolVersion, workstation: message.proto };
      transport.send({ t: 'refused', ref: null, code: 'WRONG_PROTOCOL', details });
      return transport.close('WRONG_PROTOCOL');
    }
    const who = await deps.authenticate(message.token);
    const refusal =
      who === null ? 'UNAUTHENTICATED' : message.org !== null && message.org !== who.org ? 'WRONG_ORGANIZATION' : null;
    if (who === null || refusal) {
      transport.send({ t: 'refused', ref: null, code: refusal ?? 'UNAUTHENTICATED' });
      return transport.close(refusal ?? 'UNAUTHENTICATED');
    }
    const { head, client, person } = await deps.store.read(who.org, async (tx) => ({
      head: await tx.head(),
      client: await tx.client(message.client),
      person: await personOf(tx, who.userId),
    }));
    known = { ...message, orgId: who.org, userId: who.userId };
    interest.scopes = new Set(person.scopes);
    stopListening();
    stopListening = deps.wakes.listen(who.org, interest);
    transport.send({
      t: 'welcome',
      org: who.org,
      epoch: head.epoch,
      user: who.userId,
      head: head.seq,
      lastN: client?.lastN ?? 0,
      now: deps.now(),
    });
  }

  async function push(by: Known, message: Push): Promise<void> {
    const { device, deviceName, userId } = by;
    const { client, epoch, lease, commands, ref } = message;
    const reply = await deps.lanes.push(by.orgId, { client, epoch, lease, commands, userId, device, deviceName });
    if (!reply.ok) return transport.send({ t: 'refused', ref, code: reply.code });
    transport.send({ t: 'pushed', ref, lease: reply.lease, lastN: reply.lastN, verdicts: reply.verdicts });
  }

  async function pull(by: Known, message: Pull): Promise<void> {
    wokenFor = null;
    const reply = await deps.store.read(by.orgId, (tx) => readFeed(tx, by.userId, message));
    if (!reply.ok) return transport.send({ t: 'refused', ref: message.ref, code: reply.code });
    interest.scopes = new Set(reply.scopes);
    sentUpTo = reply.page.toSeq;
    if (wokenFor !== null && wokenFor <= sentUpTo) wokenFor = null;
    transport.send({ t: 'pulled', ref: message.ref, ...reply.page });
  }

  return {
    async receive(message) {
      if (message.t === 'ping') return transport.send({ t: 'pong', ref: message.ref, now: deps.now() });
      if (message.t === 'hello') return hello(message);
      if (known === null) return transport.send({ t: 'refused', ref: message.ref, code: 'UNAUTHENTICATED' });
      return message.t === 'push' ? push(known, message) : pull(known, message);
    },
    closed: () => stopListening(),
  };
}
