import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { factsOf } from '#electron/core/files/file-table.ts';
import { headOf } from '#electron/core/jobs/refuse-harmful.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { fileOf, places } from '#electron/core/profile/places.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { currentFiles, groupOf } from '#shared/domain/approval/content-hash.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { SignatureReport } from '#shared/domain/signature/report.ts';
import { besideKind, namedAfter } from '#shared/formats/cms/recognise.ts';
import type { ChannelPayload } from '#shared/ipc/contract.ts';
import type { AuthorityCheck, Placing, SignatureCheck, SignatureReplies } from '#shared/ipc/signature-channels.ts';

type Attachment = RowOf<'attachment'>;
type Handlers = {
  [C in keyof SignatureReplies]: (payload: ChannelPayload<C>) => Promise<SignatureReplies[C]>;
};

/** Reports that are kept; each is a few kilobytes. */
const KEPT = 300;
/** Signatures and powers of attorney are of some kilobytes. */
const SMALL = 256 * 1024;
const DAY = 86_400_000;

/** Signatures and powers of attorney beside the files of the open workplace: found their place, checked off this thread, taken apart. */
export class SignatureDesk {
  readonly #profileDir: string;
  readonly #files: FilesDesk;
  readonly #jobs: JobRunner;
  /** By the hashes of the signature and of its file, and by the day: terms of certificates end with days. */
  readonly #reports = new Map<string, Promise<SignatureReport>>();

  constructor(profileDir: string, files: FilesDesk, jobs: JobRunner) {
    this.#profileDir = profileDir;
    this.#files = files;
    this.#jobs = jobs;
  }

  handlers(workplace: () => Workplace): Handlers {
    return {
      'signatures.place': (given) => this.place(workplace(), given),
      'signatures.check': (given) => this.check(workplace(), given),
      'signatures.authority': (given) => this.authority(workplace(), given),
      'signatures.extract': (given) => this.extract(workplace(), given),
    };
  }

  async place({ db }: Workplace, { documentId, file }: ChannelPayload<'signatures.place'>): Promise<Placing> {
    const kind = besideKind(file.name, await headOf(file.handle));
    const nowhere: Placing = { kind, problem: null, holdsFile: false, ofId: null, by: null };
    if (kind === null) return nowhere;
    const all = rowsOf(db, 'attachment', 'WHERE documentId = ? AND archivedAt IS NULL ORDER BY id DESC', documentId);
    // An МЧД is a file that may be signed itself.
    const signable = all.filter(
      ({ purpose }) => purpose !== 'signature' && (kind === 'signature' || purpose !== 'authority'),
    );
    const current = currentFiles(signable);
    const named =
      current[
        namedAfter(
          file.name,
          current.map(({ name }) => name),
        )
      ];
    if (kind === 'authority') {
      const signed = current.filter(({ id }) =>
        all.some(({ ofId, purpose }) => purpose === 'signature' && ofId === id),
      );
      const of = named ?? (current.length === 1 ? current[0] : signed.length === 1 ? signed[0] : undefined);
      return { ...nowhere, ofId: of?.id ?? null, by: named ? 'name' : of ? 'alone' : null };
    }
    const likely = named ? groupOf(named) : null;
    const order = [...signable].sort(
      (one, other) => Number(groupOf(other) === likely) - Number(groupOf(one) === likely),
    );
    const here = order.filter(({ sha256 }) => factsOf(db, sha256)?.here === 1);
    const files = here.map(({ id, sha256 }) => ({ id, path: fileOf(this.#profileDir, sha256) }));
    const { problem, content, id } = await this.#jobs.call('signature.place', { signature: file.handle, files });
    const inside = content && order.find(({ sha256 }) => sha256 === content.sha256);
    const found = id ?? inside?.id ?? null;
    if (found) return { kind, problem, holdsFile: content !== null, ofId: found, by: 'bytes' };
    // What holds its file itself is beside no other one.
    const by = content || !named ? null : 'name';
    return { kind, problem, holdsFile: content !== null, ofId: by ? (named?.id ?? null) : null, by };
  }

  async check(workplace: Workplace, given: ChannelPayload<'signatures.check'>): Promise<SignatureCheck> {
    const { db } = workplace;
    const signature = attachmentOf(db, given.attachmentId);
    const of = signature.ofId ? (readRow(db, 'attachment', signature.ofId) as Attachment | undefined) : undefined;
    const checkedAt = Date.now();
    const file = of ? aboutFile(db, of) : null;
    if (await this.#isAway(workplace, signature, given.fetch))
      return { away: 'signature', report: null, file, checkedAt };
    const fileAway = of !== undefined && (await this.#isAway(workplace, of, given.fetch, false));
    // Who signed is told by the signature alone.
    const report = await this.#report(signature.sha256, of && !fileAway ? of.sha256 : null, checkedAt);
    return { away: fileAway ? 'file' : null, report, file, checkedAt };
  }

  /** Small files that the centre has come without being asked for; `mayCome` false: only where a person asks. */
  async #isAway(workplace: Workplace, row: Attachment, fetch: boolean, mayCome = true): Promise<boolean> {
    const isHere = (): boolean => factsOf(workplace.db, row.sha256)?.here === 1;
    const comes = mayCome && row.verifiedAt !== null && row.size <= SMALL;
    if (fetch) await this.#files.open(workplace, row.id);
    else if (!isHere() && comes) await this.#files.open(workplace, row.id).catch(() => undefined);
    return !isHere();
  }

  #report(signature: string, file: string | null, now: number): Promise<SignatureReport> {
    const key = `${signature}/${file}/${Math.floor(now / DAY)}`;
    const known = this.#reports.get(key);
    if (known) return known;
    const path = (sha256: string): string => fileOf(this.#profileDir, sha256);
    const order = { signature: path(signature), file: file === null ? null : path(file), now };
    const made = this.#jobs.call('signature.check', order);
    made.catch(() => this.#reports.delete(key));
    this.#reports.set(key, made);
    const [oldest] = this.#reports.keys();
    if (oldest !== undefined && this.#reports.size > KEPT) this.#reports.delete(oldest);
    return made;
  }

  async authority(workplace: Workplace, given: ChannelPayload<'signatures.authority'>): Promise<AuthorityCheck> {
    const row = attachmentOf(workplace.db, given.attachmentId);
    if (await this.#isAway(workplace, row, given.fetch)) return { away: true, file: null };
    const path = fileOf(this.#profileDir, row.sha256);
    return { away: false, file: await this.#jobs.call('authority.read', { path }) };
  }

  async extract(workplace: Workplace, given: ChannelPayload<'signatures.extract'>): Promise<{ id: string }> {
    const signature = attachmentOf(workplace.db, given.attachmentId);
    const { documentId } = signature;
    const { localPath } = await this.#files.open(workplace, signature.id);
    const folder = places(this.#profileDir).made;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const target = join(folder, `${randomUUID()}.content`);
    try {
      if (!(await this.#jobs.call('signature.content', { signature: localPath, target })))
        throw new Refusal('BAD_INPUT', { field: 'attachmentId' });
      const { result } = await this.#files.attach(workplace, documentId, [{ handle: target, name: given.name }]);
      const [id = ''] = (result as { ids: string[] }).ids;
      workplace.run('attachment.assign', { id: signature.id, documentId, ofId: id });
      return { id };
    } finally {
      rmSync(target, { force: true });
    }
  }
}

function attachmentOf(db: Workplace['db'], id: string): Attachment {
  const row = readRow(db, 'attachment', id);
  if (!row) throw new Refusal('NOT_FOUND', { entity: 'attachment', id });
  return row as Attachment;
}

function aboutFile(db: Workplace['db'], of: Attachment): NonNullable<SignatureCheck['file']> {
  const all = rowsOf(db, 'attachment', 'WHERE documentId = ?', of.documentId);
  const newest = currentFiles(all).find((one) => groupOf(one) === groupOf(of));
  return { attachmentId: of.id, name: of.name, version: of.version ?? 1, latest: newest?.id === of.id };
}
