import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ServerContext } from '#server/plugins/context.ts';
import type { Identity } from '#server/plugins/tokens.ts';
import { writeAudit } from '#server/store/audit.ts';
import { addFileProof } from '#server/store/file-proofs.ts';
import { type FileVault, headOf } from '#server/store/file-vault.ts';
import { Refusal } from '#shared/domain/error.ts';
import { harmOf, headLength } from '#shared/formats/harmful.ts';

export const uploadMetadata = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.coerce.number().int().nonnegative(),
  name: z.string().max(500).nullish(),
});

interface Whole {
  id: string;
  metadata?: Record<string, string | null> | undefined;
}

/** An upload that has been settled answers the same for so long to whoever asks about it once more, milliseconds. */
const remembered = 60_000;

/**
 * Makes what checks a whole upload once, however many ask for it: kind, hash and size; then the centre says so by its own command.
 * It rejects with Refusal FILE_REFUSED or FILE_DAMAGED; the bytes are in quarantine then.
 */
export function finishUploads(
  context: ServerContext,
  vault: FileVault,
): (identity: Identity, upload: Whole) => Promise<void> {
  const received = context.metrics.counter('opora_upload_files_total', 'Files received and verified');
  const damaged = context.metrics.counter('opora_upload_damaged_total', 'Files put into quarantine');
  const under = new Map<string, Promise<void>>();

  const check = async ({ org, userId }: Identity, upload: Whole): Promise<void> => {
    const { sha256, size, name } = uploadMetadata.parse(upload.metadata);
    const path = join(vault.uploads, upload.id);
    const head = await headOf(path, headLength);
    const harm = (await namesOf(org, sha256)).concat(name ?? '').find((one) => harmOf(one, head) !== null);
    if (harm !== undefined) {
      await vault.quarantine(org, path, sha256);
      await rm(`${path}.json`, { force: true });
      damaged();
      const details = { sha256, name: harm, why: harmOf(harm, head) };
      await writeAudit(context.pool, org, { at: context.now(), actor: userId, event: 'file.refused', details });
      throw new Refusal('FILE_REFUSED', details);
    }
    const isGood = await vault.take(org, path, { sha256, size });
    await rm(`${path}.json`, { force: true });
    if (!isGood) {
      damaged();
      const details = { sha256, size };
      await writeAudit(context.pool, org, { at: context.now(), actor: userId, event: 'file.damaged', details });
      throw new Refusal('FILE_DAMAGED', { sha256 });
    }
    received();
    await addFileProof(context.pool, { org, sha256, employeeId: userId, size, at: context.now() });
    await context.lanes.issue(org, { name: 'attachment.verify', v: 1, args: { sha256, size } });
  };

  /** What the bytes are called where they are attached: an upload may call them otherwise. */
  const namesOf = (org: string, sha256: string): Promise<string[]> =>
    context.store.read(org, async (tx) => {
      const stored = await tx.byKey('attachment', 'sha256', sha256, 100, false);
      return stored.map(({ row }) => String(row?.['name'] ?? ''));
    });

  return (identity, upload) => {
    const known = under.get(upload.id);
    if (known) return known;
    const checking = check(identity, upload);
    under.set(upload.id, checking);
    const forget = () => setTimeout(() => under.delete(upload.id), remembered).unref();
    void checking.then(forget, forget);
    return checking;
  };
}
