import { differing } from '#server/sync/differing.ts';
import { readFeed } from '#server/sync/feed.ts';
import type { Lanes } from '#server/sync/lane.ts';
import { personOf } from '#server/sync/people.ts';
import type { PushReply } from '#server/sync/push.ts';
import { pullFrom, type Standing, standingAfter, standingAfterPage } from '#server/sync/standing.ts';
import type { Head, ServerStore } from '#server/sync/store-port.ts';
import type { Wakes } from '#server/sync/wakes.ts';
import type { WireCommand, Word } from '#shared/sync/command-wire.ts';
import type { Down, ShortPage } from '#shared/sync/down.ts';
import type { Check, Hello, Next, Pull, Push, Up } from '#shared/sync/up.ts';
import { oldestProtocol, protocolVersion, shortAnswers } from '#shared/sync/version.ts';

export interface SessionDeps {
  store: ServerStore;
  lanes: Lanes;
  wakes: Wakes;
  now(): number;
  /** Who stands behind an access token; null when nobody does. */
  authenticate(token: string): Promise<{ org: string; userId: string } | null>;
  /** A workstation had other rows than the centre in these scopes: it will fetch them anew. */
  diverged?(scopes: readonly string[], client: string): void;
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

/** Rows of a page that was asked for without saying how many. */
const pageLimit = 5_000;

/** Milliseconds between two times that a workstation makes the centre work its digests out anew. */
const recountPause = 60_000;

/** One connection of one workstation. Messages are answered in the order they came. */
export function createSession(deps: SessionDeps, transport: Transport): Session {
  let known: Known | null = null;
  let stopListening = () => {};
  /** The wake that no page has answered yet, and how far the last page went: a workstation is told of nothing twice. */
  let wokenFor: number | null = null;
  let sentUpTo = 0;
  /** null until a page has told the workstation everything it holds. */
  let standing: Standing | null = null;
  /** What happens while a push is answered may ride on the answer: nobody is woken for it before. */
  let answering = false;
  let wakeAfter = 0;
  let recountedAt = Number.NEGATIVE_INFINITY;
  const interest = { scopes: new Set<string>() as ReadonlySet<string>, notify };

  function notify(seq: number): void {
    if (answering) {
      wakeAfter = Math.max(wakeAfter, seq);
      return;
    }
    if (seq <= sentUpTo) return;
    const isTold = wokenFor !== null;
    // The page that answers has to reach the last of them: the tail of this process may end before it.
    wokenFor = Math.max(wokenFor ?? 0, seq);
    if (!isTold) transport.send({ t: 'wake', seq });
  }

  async function hello(message: Hello): Promise<void> {
    if (message.proto > protocolVersion || message.proto < oldestProtocol) {
      const details = { centre: protocolVersion, oldest: oldestProtocol, workstation: message.proto };
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
    standing = null;
    known = { ...message, orgId: who.org, userId: who.userId };
    interest.scopes = new Set(person.scopes);
    stopListening();
    stopListening = deps.wakes.listen(who.org, interest, head.seq);
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
    answering = true;
    try {
      const reply = await deps.lanes.push(by.orgId, { client, epoch, lease, commands, userId, device, deviceName });
      if (!reply.ok) return transport.send(refusal(ref, reply));
      if (by.proto >= shortAnswers) return transport.send(taken(by, message, reply));
      transport.send({ t: 'pushed', ref, lease: reply.lease, lastN: reply.lastN, verdicts: reply.verdicts });
    } finally {
      answering = false;
      if (wakeAfter > 0) notify(wakeAfter);
      wakeAfter = 0;
    }
  }

  function taken(by: Known, message: Push, reply: PushReply & { ok: true }): Down {
    const { lease, lastN, verdicts } = reply;
    const at = verdicts.find((one) => one.seq !== null)?.at ?? 0;
    const words = verdicts.map((one, place): Word => {
      const sent = message.commands[place] as WireCommand;
      const asSent = one.status === 'accepted' && one.id === sent.id && one.at === at;
      return asSent && one.seq !== null ? one.seq : { ...one, result: undefined };
    });
    if (standing?.client === message.client) {
      standing = { ...standing, lease, lastN, ackN: Math.max(standing.ackN, verdicts.at(-1)?.n ?? 0) };
    }
    const page = message.cursor === undefined ? null : nearPage(by.orgId, message.cursor, message.client);
    return { t: 'taken', ref: message.ref, lease, lastN, at, words, ...(page ? { page } : {}) };
  }

  /** What follows the cursor, out of the tail; null where the database has to be asked. */
  function nearPage(org: string, cursor: number, client: string, atLeast = 0): ShortPage | null {
    if (standing?.cursor !== cursor || standing.client !== client) return null;
    const found = deps.lanes.tails.page(org, standing, atLeast);
    if (!found) return null;
    standing = standingAfterPage(standing, found);
    told(found.page.to);
    return found.page;
  }

  function told(seq: number): void {
    sentUpTo = seq;
    if (wokenFor !== null && wokenFor <= sentUpTo) wokenFor = null;
  }

  async function pull(by: Known, message: Pull): Promise<void> {
    wokenFor = null;
    const reply = await deps.store.read(by.orgId, (tx) => readFeed(tx, by.userId, message, by.proto >= shortAnswers));
    if (!reply.ok) return transport.send(refusal(message.ref, reply));
    interest.scopes = new Set(reply.scopes);
    standing = standingAfter(reply, message, by.userId);
    told(reply.page.toSeq);
    transport.send({ t: 'pulled', ref: message.ref, ...reply.page });
  }

  async function next(by: Known, { ref, cursor }: Next): Promise<void> {
    if (standing?.cursor !== cursor) return transport.send({ t: 'again', ref });
    const { client, lastN } = standing;
    const page = nearPage(by.orgId, cursor, client, wokenFor ?? 0);
    if (!page) return pull(by, pullFrom(standing, ref, pageLimit));
    const moved = standing.lastN !== lastN ? { lastN: standing.lastN } : {};
    transport.send({ t: 'page', ref, ...page, ...moved });
  }

  async function check(by: Known, message: Check): Promise<void> {
    const held = standing?.scopes ?? new Set<string>();
    const since = (head: Head) => deps.lanes.tails.between(by.orgId, message.cursor, head);
    const compare = () => deps.store.read(by.orgId, (tx) => differing(tx, held, message, since));
    let differ = await compare();
    if (differ && differ.length > 0 && deps.store.recount) {
      // Before anybody is sent everything anew the centre looks at itself: at most once a minute for one connection.
      const isSoon = deps.now() - recountedAt < recountPause;
      if (!isSoon) await deps.store.recount(by.orgId, differ);
      recountedAt = deps.now();
      differ = isSoon ? null : await compare();
    }
    if (differ && differ.length > 0) deps.diverged?.(differ, by.client);
    transport.send({ t: 'checked', ref: message.ref, differ });
  }

  return {
    async receive(message) {
      if (message.t === 'ping') return transport.send({ t: 'pong', ref: message.ref, now: deps.now() });
      if (message.t === 'hello') return hello(message);
      if (known === null) return transport.send({ t: 'refused', ref: message.ref, code: 'UNAUTHENTICATED' });
      if (message.t === 'push') return push(known, message);
      if (message.t === 'next') return next(known, message);
      if (message.t === 'check') return check(known, message);
      return pull(known, message);
    },
    closed: () => stopListening(),
  };
}

const refusal = (ref: number, { code, details }: { code: string; details?: Record<string, unknown> }): Down => ({
  t: 'refused',
  ref,
  code,
  ...(details ? { details } : {}),
});
