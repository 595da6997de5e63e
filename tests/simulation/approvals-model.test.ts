import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepared } from '#electron/core/store/prepared.ts';
import { contentOf } from '#shared/domain/approval/content-hash.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { approvalDeed, decide, submit } from '#tests/simulation/approval-deeds.ts';
import {
  type Accepted,
  approvalsAfter,
  inForce,
  type Paper,
  stepOf,
  textOf,
} from '#tests/simulation/approvals-reference.ts';
import { rowsOfCentre } from '#tests/simulation/centre-rows.ts';
import { Chance } from '#tests/simulation/chance.ts';
import { firstContracts, org, people } from '#tests/simulation/company.ts';
import { resolve } from '#tests/simulation/deeds.ts';
import type { Device } from '#tests/simulation/device.ts';
import { examine } from '#tests/simulation/invariants.ts';
import { World } from '#tests/simulation/world.ts';

// Four workstations of three people and the centre, in any interleaving, against a reference that knows no hashes.
// A long proof asks for more histories, or for those of a seed: OPORA_APPROVAL_HISTORIES=3000 OPORA_APPROVAL_SEED=7.
const histories = Number(process.env['OPORA_APPROVAL_HISTORIES'] ?? 120);
const seed = process.env['OPORA_APPROVAL_SEED'];
const persons = [people[0], people[1], people[2], people[0]];

type Deed = { what: 'act' | 'decide' | 'resolve' | 'cut' | 'connect' | 'talk' | 'verify'; place: number; seed: number };
const deeds: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(
    'act',
    'act',
    'act',
    'decide',
    'decide',
    'resolve',
    'cut',
    'connect',
    'talk',
    'talk',
    'talk',
    'verify',
  ),
  place: fc.nat({ max: persons.length - 1 }),
  seed: fc.nat({ max: 1_000_000 }),
});

interface Entered {
  name: string;
  args: Record<string, unknown>;
  seen: string;
}

/** What a workstation shows of a paper, as the reference writes it. */
function screen(device: Device, documentId: unknown): string {
  const row = prepared(device.db, 'SELECT subject, amount FROM document WHERE id = ?').get(documentId) as
    | { subject: string; amount: number }
    | undefined;
  const found = prepared(device.db, 'SELECT * FROM attachment WHERE documentId = ?').all(documentId);
  const files = (found as RowOf<'attachment'>[]).map((one) => ({
    id: one.id,
    group: one.groupId ?? one.id,
    version: one.version ?? 1,
    bytes: `${one.name} ${one.sha256}`,
    covered: one.purpose !== 'scan',
    verified: one.verifiedAt !== null,
    gone: one.archivedAt !== null,
  }));
  return textOf(row?.subject, row?.amount, files);
}

/** Notes what people enter together with what they saw. */
function listen(device: Device, entered: Map<string, Entered>): void {
  const enter = device.enter.bind(device);
  device.enter = (name, args) => {
    const given = args as Record<string, unknown>;
    const seen = screen(device, given['documentId']);
    const committed = enter(name, args);
    if (committed?.ok) entered.set(committed.id, { name, args: given, seen });
    return committed;
  };
}

async function play(history: readonly Deed[]) {
  const world = new World(1);
  await world.found(persons as string[]);
  const entered = new Map<string, Entered>();
  for (const device of world.devices) listen(device, entered);
  const verified: { seq: number; accepted: Accepted }[] = [];
  // Both contracts are in approval when the story begins, and everybody knows.
  const [leader] = world.devices as [Device];
  for (const [n, id] of firstContracts.entries()) submit(leader, new Chance(history.length * 7 + n), { id });
  await world.quiet();
  for (const { what, place, seed } of history) {
    const road = world.roads[place] as (typeof world.roads)[0];
    if (what === 'act') approvalDeed(road.device, new Chance(seed));
    else if (what === 'decide') decide(road.device, new Chance(seed));
    else if (what === 'resolve') resolve(road.device, new Chance(seed));
    else if (what === 'cut') road.cut();
    else if (what === 'connect') road.connect();
    else if (what === 'verify') {
      const [next] = (await rowsOfCentre(world.store, 'attachment')).filter((file) => file.verifiedAt === null);
      const reply = await world.verify();
      const verdict = reply?.ok ? reply.verdicts[0] : undefined;
      const args = { sha256: next?.sha256 };
      if (verdict?.seq != null)
        verified.push({ seq: verdict.seq, accepted: { name: 'attachment.verify', args, result: {}, seen: '' } });
    } else {
      for (let n = 0; n < 1 + (seed % 6); n += 1) {
        road.startUp(false);
        await road.settle();
        road.deliverDown();
      }
    }
    world.clock.advance(1 + (seed % 900));
  }
  await world.quiet();
  return { world, entered, verified };
}

/** Everything the centre accepted, in its order. */
async function acceptedOf({ world, entered, verified }: Awaited<ReturnType<typeof play>>): Promise<Accepted[]> {
  const said = await world.store.read(org, (tx) => tx.known([...entered.keys()]));
  const accepted = [...verified];
  for (const [id, { name, args, seen }] of entered) {
    const verdict = said.get(id)?.verdict;
    if (verdict?.seq == null) continue;
    accepted.push({ seq: verdict.seq, accepted: { name, args, seen, result: (verdict.result ?? {}) as never } });
  }
  return accepted.sort((one, other) => one.seq - other.seq).map((one) => one.accepted);
}

const founded = (): Map<string, Paper> =>
  new Map(
    firstContracts.map((id, n) => {
      const file = `00000000-0006-8000-8000-${String(n + 1).padStart(12, '0')}`;
      const bytes = `договор.docx ${'0'.repeat(64)}`;
      const whole = { id: file, group: file, version: 1, bytes, covered: true, verified: true, gone: false };
      return [id, { subject: 'Договор 0', amount: 0, files: [whole], rounds: [], signed: false, state: 'draft' }];
    }),
  );

/** What the centre's rows say of a paper, in the reference's words. */
async function rowsSay(world: World, documentId: string) {
  const [tasks, decisions, files] = [
    await rowsOfCentre(world.store, 'approval_task'),
    await rowsOfCentre(world.store, 'decision'),
    (await rowsOfCentre(world.store, 'attachment')).filter((file) => file.documentId === documentId),
  ];
  const document = (await rowsOfCentre(world.store, 'document')).find((one) => one.id === documentId);
  const content = contentOf(document as RowOf<'document'>, files);
  const rounds = (await rowsOfCentre(world.store, 'approval')).filter((one) => one.documentId === documentId);
  return {
    state: document?.state,
    signed: document?.signedOn != null,
    rounds: rounds.map((round) => {
      const own = tasks.filter((task) => task.approvalId === round.id);
      const said = decisions.filter((one) => one.approvalId === round.id);
      const living = round.state === 'running' || (round.state === 'approved' && document?.approvalId === round.id);
      return {
        id: round.id,
        state: round.state,
        current: living ? round.currentStep : null,
        asked: round.steps.map((_step, n) => {
          const step = own.filter((task) => task.step === n).sort((one, other) => one.position - other.position);
          return step.map((task) => `${task.employeeId} ${task.state}`);
        }),
        decisions: said.map((one) => `${one.id} ${one.state}`).sort(),
        // Straight from what is to be proved: a decision is in force when its hash is that of the content.
        inForce: living
          ? said
              .filter((one) => one.state === 'standing' && one.hash === content.hash && content.verified)
              .map((one) => one.id)
              .sort()
          : [],
      };
    }),
  };
}

function referenceSays(paper: Paper) {
  const latest = paper.rounds.findLast((one) => one.purpose === 'approval');
  const rounds = [...paper.rounds].sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    state: paper.state,
    signed: paper.signed,
    rounds: rounds.map((round) => {
      const living = round.state === 'running' || (round.state === 'approved' && latest === round);
      return {
        id: round.id,
        state: round.state,
        current: living ? stepOf(paper, round) : null,
        asked: round.steps.map((step) => step.people.map((person, n) => `${person} ${step.asked[n]}`)),
        decisions: round.decisions.map((one) => `${one.id} ${one.state}`).sort(),
        inForce: living
          ? inForce(paper, round)
              .map((one) => one.id)
              .sort()
          : [],
      };
    }),
  };
}

async function check(history: readonly Deed[]): Promise<void> {
  const played = await play(history);
  const { world, entered } = played;
  const accepted = await acceptedOf(played);
  const tasks = await rowsOfCentre(world.store, 'approval_task');
  const places = new Map(tasks.map((one) => [one.id, `${one.approvalId} ${one.step}/${one.position}`]));
  const disputes = new Map((await rowsOfCentre(world.store, 'conflict')).map((one) => [one.id, one.objectId]));
  const papers = approvalsAfter(accepted, founded(), places, disputes);
  for (const id of firstContracts) expect(await rowsSay(world, id)).toEqual(referenceSays(papers.get(id) as Paper));
  // Two decisions have the same hash exactly when their authors saw the same text.
  const [texts, hashes] = [new Map<string, string>(), new Map<string, string>()];
  for (const { name, args, seen } of entered.values()) {
    if (name !== 'decision.make') continue;
    const [text, hash] = [`${String(args['documentId'])} ${seen}`, String(args['hash'])];
    expect(texts.get(hash) ?? text).toBe(text);
    expect(hashes.get(text) ?? hash).toBe(hash);
    texts.set(hash, text);
    hashes.set(text, hash);
  }
  expect(await examine(world)).toEqual({ divergences: [], lost: [] });
  for (const device of world.devices) device.close();
}

describe('every decision in force belongs to the content in force', () => {
  test(
    'whatever people do at four workstations, connected or not, in any order',
    async () => {
      await fc.assert(fc.asyncProperty(fc.array(deeds, { minLength: 10, maxLength: 70, size: 'max' }), check), {
        numRuns: histories,
        interruptAfterTimeLimit: 300 * histories,
        ...(seed ? { seed: Number(seed) } : {}),
      });
    },
    900 * histories,
  );
});
