import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { blankDraftingInput, draftingInput, protocolItemsOf, textOf } from '#electron/core/app/desks/drafting-input.ts';
import { cleanName, type FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';
import { protocolPaper } from '#electron/core/jobs/drafting/protocol-paper.ts';
import type { TemplateProblem } from '#electron/core/jobs/drafting/template-problem.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { places } from '#electron/core/profile/places.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ChannelPayload, ChannelReply, CommandReply, DraftingProblem } from '#shared/ipc/contract.ts';

/** Names of the files of disagreement protocols, in the language of the paper. */
const titles = { ru: 'Протокол разногласий', en: 'Disagreement protocol' } as const;

/** Papers made here: contracts from templates, disagreement protocols. Made off this thread, then attached like any other file. */
export class DraftingDesk {
  readonly #profileDir: string;
  readonly #files: FilesDesk;
  readonly #jobs: JobRunner;

  constructor(profileDir: string, files: FilesDesk, jobs: JobRunner) {
    this.#profileDir = profileDir;
    this.#files = files;
    this.#jobs = jobs;
  }

  async fill(
    workplace: Workplace,
    given: { documentId: string; templateAttachmentId: string; clauseIds: readonly string[] },
  ): Promise<ChannelReply<'drafting.fill'>> {
    const { documentId, templateAttachmentId, clauseIds } = given;
    const template = await this.#files.open(workplace, templateAttachmentId);
    const input = draftingInput(workplace.db, documentId, clauseIds, Date.now());
    return this.#making(async (target) => {
      const outcome = await this.#jobs.call('drafting.fill', { template: template.localPath, input, target });
      if ('problems' in outcome) return { problems: outcome.problems.map(problemOf) };
      const name = nameFor(input.document.number, input.document.subject);
      const standing = textOf(workplace.db, documentId, name);
      const file = { handle: target, name };
      if (!standing) return this.#files.attach(workplace, documentId, [file], 'text');
      const version = { documentId, basedOnId: standing.id, file, note: null };
      const reply = await this.#files.addVersion(workplace, version);
      if (!reply) throw new Refusal('ALREADY_EXISTS', { entity: 'attachment' });
      return reply;
    });
  }

  /** A template filled from a document, to be looked at: nothing is attached. */
  async tryOut(workplace: Workplace, given: ChannelPayload<'drafting.try'>): Promise<ChannelReply<'drafting.try'>> {
    const template = await this.#files.open(workplace, given.templateAttachmentId);
    const input = draftingInput(workplace.db, given.documentId, [], Date.now());
    const folder = places(this.#profileDir).made;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Named like previews of papers: those are cleared away together.
    const target = join(folder, `print-${randomUUID()}.docx`);
    const outcome = await this.#jobs.call('drafting.fill', { template: template.localPath, input, target });
    if ('problems' in outcome) return { problems: outcome.problems.map(problemOf) };
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    return { localPath: target, name: nameFor(input.document.number, input.document.subject), mediaType };
  }

  async check(workplace: Workplace, given: ChannelPayload<'drafting.check'>): Promise<ChannelReply<'drafting.check'>> {
    const template = await this.#files.open(workplace, given.templateAttachmentId);
    const { db } = workplace;
    const read = (input: DraftingInput | null) =>
      this.#jobs.call('drafting.tags', { template: template.localPath, input });
    const own = given.kinds ?? [];
    // What is for nothing else is for contracts, unless a service fills it from its requests: those have tags of their own.
    const kinds = own.length > 0 || isOfService(db, given.templateAttachmentId) ? own : ['contract'];
    if (given.documentId !== null || kinds.length === 0) {
      const input = given.documentId === null ? null : draftingInput(db, given.documentId, [], Date.now());
      const { tags, problems } = await read(input);
      return { tags, problems: problems.map(problemOf) };
    }
    const found: { kind: string; tags: string[]; problems: DraftingProblem[] }[] = [];
    for (const kind of kinds) {
      const { tags, problems } = await read(blankDraftingInput(db, kind, Date.now()));
      found.push({ kind, tags, problems: problems.map(problemOf) });
    }
    return { tags: found[0]?.tags ?? [], problems: togetherByKind(found) };
  }

  async protocol(workplace: Workplace, documentId: string, language: 'ru' | 'en' = 'ru'): Promise<CommandReply> {
    const { db } = workplace;
    const input = draftingInput(db, documentId, [], Date.now());
    const paper = protocolPaper(input, protocolItemsOf(db, documentId), language);
    return this.#making(async (target) => {
      await this.#jobs.call('drafting.protocol', { paper, target });
      const name = cleanName(`${titles[language]} ${input.document.number ?? ''}`.trim().replaceAll('/', '-'));
      return this.#files.attach(workplace, documentId, [{ handle: target, name: `${name}.docx` }], 'protocol');
    });
  }

  /** A place for a file that is being made; nothing is left there afterwards. */
  async #making<T>(make: (target: string) => Promise<T>): Promise<T> {
    const folder = places(this.#profileDir).made;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const target = join(folder, `${randomUUID()}.docx`);
    try {
      return await make(target);
    } finally {
      rmSync(target, { force: true });
      rmSync(`${target}.part`, { force: true });
    }
  }
}

/** Registration numbers have slashes, which no file name may. */
const nameFor = (number: string | null, subject: string): string =>
  `${cleanName(`${number ? `${number} ` : ''}${subject}`.replaceAll('/', '-'))
    .slice(0, 120)
    .trim()}.docx`;

/** Whether some service prints its requests by this template. */
function isOfService(db: Readable, templateAttachmentId: string): boolean {
  const documentId = storedOf(db, 'attachment', templateAttachmentId)?.row.documentId;
  if (documentId === undefined) return false;
  const says = (row: unknown): boolean => JSON.stringify(row).includes(documentId);
  return rowsOf(db, 'service', '').some(says) || rowsOf(db, 'service_version', '').some(says);
}

/** Problems of several kinds, each once; what only some of the kinds lack names them. */
function togetherByKind(found: readonly { kind: string; problems: readonly DraftingProblem[] }[]): DraftingProblem[] {
  const seen = new Map<string, { problem: DraftingProblem; kinds: string[] }>();
  for (const { kind, problems } of found)
    for (const problem of problems) {
      const key = JSON.stringify([problem.code, problem.tag, problem.part, problem.context]);
      const before = seen.get(key);
      if (before) before.kinds.push(kind);
      else seen.set(key, { problem, kinds: [kind] });
    }
  return [...seen.values()].map(({ problem, kinds }) =>
    kinds.length === found.length ? problem : { ...problem, params: { ...problem.params, kinds } },
  );
}

const problemOf = ({ code, tag, place, params }: TemplateProblem): DraftingProblem => ({
  code,
  tag: tag ?? null,
  part: place?.part ?? null,
  context: place?.text ?? null,
  near: Array.isArray(params['suggestions']) ? [...(params['suggestions'] as string[])] : [],
  params: params as Record<string, unknown>,
});
