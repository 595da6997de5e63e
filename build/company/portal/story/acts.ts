import { createHash } from 'node:crypto';
import { decideAs } from '#build/company/contracts/tell.ts';
import { makePdf } from '#build/company/files/pdf.ts';
import { Sheet } from '#build/company/files/sheet.ts';
import type { DeskKey } from '#build/company/portal/catalog/service-plan.ts';
import type { Act, Moment, Scene } from '#build/company/portal/story/tale.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import type { Verdict } from '#shared/domain/approval/decision.ts';
import type { Priority } from '#shared/domain/service/definition.ts';

function give<N extends CommandName>({ stage }: Scene, { who, at, heard }: Moment, name: N, args: ArgsOf<N>) {
  return stage.run(who, at, name, args, heard ?? undefined);
}

export const take = (): Act => (scene, now) => void give(scene, now, 'ticket.take', { id: now.ticket });
export const assign =
  (login: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.assign', { id: now.ticket, employeeId: scene.cast.person(login) });
export const transfer =
  (desk: DeskKey, note: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.transfer', { id: now.ticket, queueId: scene.portal.desks[desk], note });
export const toStage =
  (stage: number): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.stage', { id: now.ticket, stage });
export const prioritize =
  (priority: Priority): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.prioritize', { id: now.ticket, priority });
export const spend =
  (minutes: number, note: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.log-time', { id: now.ticket, minutes, note });

export const reply =
  (text: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.reply', { id: now.ticket, text, next: 'none', options: [] });
export const ask =
  (text: string, options: string[] = []): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.reply', { id: now.ticket, text, next: 'ask', options });
export const resolve =
  (text: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.reply', { id: now.ticket, text, next: 'resolve', options: [] });
export const answer =
  (text: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.answer', { id: now.ticket, text });
export const note =
  (text: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.note', { id: now.ticket, text });

export const confirm =
  (rating: number | null, comment: string | null = null): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.confirm', { id: now.ticket, rating, comment });
export const reopen =
  (reason: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.reopen', { id: now.ticket, reason });
export const cancel =
  (reason: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.cancel', { id: now.ticket, reason });
export const decline =
  (reason: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.decline', { id: now.ticket, reason });
export const watch = (): Act => (scene, now) =>
  void give(scene, now, 'ticket.watch', { id: now.ticket, employeeId: now.who, watching: true });

const verdict =
  (said: Verdict, comment: string | null): Act =>
  (scene, { ticket, who, at }) => {
    decideAs(scene.stage, who, { documentId: ticket, at, verdict: said, comment });
  };
export const agree = (comment: string | null = null): Act => verdict('approve', comment);
export const giveBack = (comment: string): Act => verdict('return', comment);
export const reject = (comment: string): Act => verdict('reject', comment);

/** Another tale goes on for both. */
export const mergeInto =
  (key: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.merge', { id: now.ticket, intoId: found(scene, key) });
export const relate =
  (key: string): Act =>
  (scene, now) =>
    void give(scene, now, 'ticket.link', {
      id: now.ticket,
      otherEntity: 'ticket',
      otherId: found(scene, key),
      kind: 'related',
      linked: true,
    });

/** What turned out to be a matter of its own, as a request of its own. */
export const split =
  (service: string, title: string, values: Record<string, unknown>): Act =>
  (scene, now) => {
    const serviceId = scene.portal.services.get(service) ?? '';
    give(scene, now, 'ticket.split', { id: now.ticket, title, serviceId, serviceVersion: 1, values });
  };

/** An answer in what was split off. */
export const replyToSplit =
  (text: string): Act =>
  (scene, now) => {
    const other = scene.stage.of('ticket').find((one) => one.splitFromId === now.ticket);
    if (!other) throw new Error('nothing was split off');
    reply(text)(scene, { ...now, ticket: other.id });
  };

/** Ticks a line of the checklist off. */
export const done =
  (key: string, said: string | null = null): Act =>
  (scene, now) => {
    const task = scene.stage.of('ticket_task').find((one) => one.ticketId === now.ticket && one.key === key);
    if (!task) throw new Error(`the ticket has no task ${key}`);
    give(scene, now, 'ticket_task.settle', { ticketId: now.ticket, id: task.id, done: true, note: said });
  };

/** A page with these lines as PDF: its value in the field of a form. */
export function paper(name: string, lines: readonly string[]): { value: FileValue; bytes: Uint8Array } {
  const sheet = new Sheet();
  for (const [index, line] of lines.entries()) {
    sheet.text(line, index === 0 ? { weight: 'bold', size: 13 } : {});
    sheet.gap(index === 0 ? 12 : 5);
  }
  const bytes = makePdf(sheet.pages, name);
  return { value: { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }, bytes };
}

interface FileValue {
  name: string;
  size: number;
  sha256: string;
}

/** Puts a paper beside the request, as the window does right after sending it. */
export const attach =
  ({ value, bytes }: ReturnType<typeof paper>): Act =>
  (scene, now) => {
    scene.files.set(value.sha256, bytes);
    const file = { ...value, mime: 'application/pdf' };
    give(scene, now, 'attachment.add', { documentId: now.ticket, files: [file], purpose: null });
    scene.stage.run(null, (now.heard ?? now.at) + 5_000, 'attachment.verify', {
      sha256: value.sha256,
      size: value.size,
    });
  };

function found({ tickets }: Scene, key: string): string {
  const id = tickets.get(key);
  if (!id) throw new Error(`there is no tale ${key} yet`);
  return id;
}
