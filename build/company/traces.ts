import { idsAt } from '#build/company/command-ids.ts';
import { type DocumentWriter, type Draft, receivedAfter } from '#build/company/draft.ts';
import { type Emitted, emit } from '#build/company/emitted.ts';
import { fill } from '#build/company/setting.ts';
import type { Worker } from '#build/company/staff.ts';
import { talks, talksWithParty } from '#build/company/talks.ts';

/** What people wrote to each other under a document. */
export function* discussion({ random, staff, now, detail }: DocumentWriter, draft: Draft): Iterable<Emitted> {
  if (!random.chance(detail === 'demo' ? 0.38 : 0.06)) return;
  const { row, planned, setting, author, responsible } = draft;
  const manager = staff.manager(random, planned.branch.code);
  const speakers = { author, responsible: responsible.id === author.id ? manager : responsible, manager };
  let at = planned.at + random.between(6, 90) * 60_000;
  for (const [speaker, words] of random.pick(setting.party ? talksWithParty : talks)) {
    if (at > now) return;
    yield emit('comment', {
      id: idsAt(random, at)(),
      objectEntity: 'document',
      objectId: row.id,
      authorId: speakers[speaker].id,
      text: fill(words, setting),
      occurredAt: at,
      receivedAt: receivedAfter(random, at, now),
    });
    at += random.between(2, 55) * 60_000;
  }
}

/** The way of the document through its states and into the archive, as `document.update` and `document.archive` record it. */
export function* stateHistory(writer: DocumentWriter, draft: Draft): Iterable<Emitted> {
  const { row, life } = draft;
  // Large companies keep the last change only: their histories are not what is measured.
  const steps = writer.detail === 'demo' ? life.steps : life.steps.slice(-1);
  for (const { at, from, to } of steps) {
    yield historyLine(writer, draft, at, 'document.update', [{ field: 'state', from, to }]);
  }
  if (row.archivedAt !== null) {
    const changes = [{ field: 'archivedAt', from: null, to: row.archivedAt }];
    yield historyLine(writer, draft, row.archivedAt, 'document.archive', changes);
  }
}

type Changes = { field: string; from: unknown; to: unknown }[];

/** One line of a document's history, by the person responsible unless another one is named. */
export function historyLine(
  { random, now }: DocumentWriter,
  { row, responsible }: Draft,
  at: number,
  action: string,
  changes: Changes,
  actor: Worker = responsible,
): Emitted {
  return emit('history', {
    id: idsAt(random, at)(),
    objectEntity: 'document',
    objectId: row.id,
    action,
    actorId: actor.id,
    deviceName: actor.device,
    occurredAt: at,
    receivedAt: receivedAfter(random, at, now),
    changes,
  });
}
