import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cleanName, type FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { caseOf, filedIn, organizationParty, printDocument, settingsOf } from '#electron/core/app/desks/print-input.ts';
import { readFamilies } from '#electron/core/app/queries/counterparty-families.ts';
import { nameOf } from '#electron/core/app/queries/names.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { places } from '#electron/core/profile/places.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { PrintData } from '#shared/formats/print/print-data.ts';
import type { ChannelPayload, ChannelReply } from '#shared/ipc/contract.ts';
import { mostPrinted } from '#shared/ipc/print-channels.ts';
import { localDate, localMinutes } from '#shared/lib/dates/local-time.ts';
import { dateInWords } from '#shared/lib/words/dates.ts';
import { nameWithInitials } from '#shared/lib/words/names.ts';

/** A preview is read as soon as it is there; half an hour later nobody looks at it, milliseconds. */
const kept = 1_800_000;

/** Papers of documents: laid out in the thread of jobs, read by the window as files of their own. */
export class PrintDesk {
  readonly #profileDir: string;
  readonly #files: FilesDesk;
  readonly #jobs: JobRunner;
  #making: AbortController | null = null;

  constructor(profileDir: string, files: FilesDesk, jobs: JobRunner) {
    this.#profileDir = profileDir;
    this.#files = files;
    this.#jobs = jobs;
  }

  /** A newer paper takes the place of the one that is being made: a person changes their mind faster than pages are laid out. */
  async make(workplace: Workplace, given: ChannelPayload<'print.make'>): Promise<ChannelReply<'print.make'>> {
    this.#making?.abort();
    const making = new AbortController();
    this.#making = making;
    const target = this.#place('pdf');
    const data = dataOf(workplace, given);
    const { title, missing } = await this.#jobs.call('print.pdf', { data, target }, making.signal);
    const name = `${fileName(title) || given.form}.pdf`;
    const left = data.contents?.left ?? 0;
    const unseen = data.contents?.entries.filter((one) => one.subject === null).length ?? 0;
    return { localPath: target, name, mediaType: 'application/pdf', missing, left, unseen };
  }

  async stamp(workplace: Workplace, given: ChannelPayload<'print.stamp'>): Promise<ChannelReply<'print.stamp'>> {
    const { attachmentId, language, result } = given;
    const file = await this.#files.open(workplace, attachmentId);
    const row = readRow(workplace.db, 'attachment', attachmentId) as RowOf<'attachment'> | null;
    if (!row) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: attachmentId });
    const documentIds = [row.documentId];
    const order = { form: 'stamp', documentIds, language, settings: null, issuer: 'ours', caseFileId: null } as const;
    const data = dataOf(workplace, order);
    const target = this.#place('pdf');
    const corner = given.corner ?? data.settings.corner ?? 'free';
    const stamped = await this.#jobs.call('print.stamp', { source: file.localPath, data, corner, target });
    if ('problem' in stamped) return stamped;
    if (result === 'try') return { ...stamped, localPath: target, name: file.name, mediaType: 'application/pdf' };
    try {
      return { ...stamped, attached: true, version: await this.#keep(workplace, row, target, given) };
    } finally {
      rmSync(target, { force: true });
    }
  }

  /** Attaches the stamped file; tells the number of the version, null for a copy. */
  async #keep(
    workplace: Workplace,
    row: RowOf<'attachment'>,
    target: string,
    { result, language }: ChannelPayload<'print.stamp'>,
  ): Promise<number | null> {
    const { documentId, name } = row;
    if (result === 'copy') {
      const copied = name.replace(/(\.pdf)?$/i, language === 'en' ? ' (stamped).pdf' : ' (со штампом).pdf');
      await this.#files.attach(workplace, documentId, [{ handle: target, name: copied }], row.purpose ?? null);
      return null;
    }
    const file = { handle: target, name };
    const reply = await this.#files.addVersion(workplace, { documentId, basedOnId: row.id, file, note: null });
    if (!reply) throw new Refusal('ALREADY_EXISTS', { entity: 'attachment' });
    return (reply.result as { version?: number }).version ?? null;
  }

  /** A name in the folder of what is made here; what has been looked at goes away meanwhile. */
  #place(extension: string): string {
    const folder = places(this.#profileDir).made;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (name.startsWith('print-') && made < Date.now() - kept) rmSync(path, { force: true });
    }
    return join(folder, `print-${randomUUID()}.${extension}`);
  }
}

/** Everything a paper is made of, as it stands here. */
function dataOf({ db, here }: Workplace, given: ChannelPayload<'print.make'>): PrintData {
  const { form, language, issuer, caseFileId } = given;
  const contents = form === 'inventory' && caseFileId ? filedIn(db, caseFileId, mostPrinted) : null;
  const ids = contents ? [] : given.documentIds;
  const of = { language, whole: form !== 'list' && form !== 'inventory', families: readFamilies(db) };
  const documents = ids.flatMap((id) => printDocument(db, id, of) ?? []);
  if (ids.length > 0 && documents.length === 0) throw new Refusal('NOT_FOUND', { entity: 'document', id: ids[0] });
  const person = readRow(db, 'employee', here.userId) as RowOf<'employee'> | null;
  const branch = person ? (readRow(db, 'branch', person.branchId) as RowOf<'branch'> | null) : null;
  const now = Date.now();
  const minutes = localMinutes(branch?.offsets ?? [], now);
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const name = nameOf(db, 'employee', here.userId);
  return {
    ...{ form, language, issuer, documents, contents },
    settings: given.settings ?? settingsOf(db, form),
    printedBy: name ? nameWithInitials(name, 'last') : '',
    printedAt: `${dateInWords(localDate(branch?.offsets ?? [], now), 'numeric')} ${time}`,
    organization: organizationParty(db),
    caseFile: caseOf(db, caseFileId),
  };
}

/** Registration numbers have slashes, which no file name may. */
const fileName = (title: string): string => cleanName(title.replaceAll('/', '-')).slice(0, 120).trim();
