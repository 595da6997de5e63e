import { existsSync, statSync } from 'node:fs';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { Candidate } from '#electron/core/files/candidates.ts';
import { arrivedFile, markFile } from '#electron/core/files/file-table.ts';
import { sendFile } from '#electron/core/files/send-file.ts';
import { hashOf } from '#electron/core/jobs/durable-file.ts';
import { fetchFile, type TransferPorts } from '#electron/core/jobs/fetch-file.ts';
import { StallWatch } from '#electron/core/jobs/politeness.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Refusal } from '#shared/domain/error.ts';

/** A transfer without a single byte for so long is given up and begun anew where it stopped, in milliseconds. */
const patience = 60_000;

/** One attempt to move one file; resolves when it is where it should be. Rejects with Refusal. */
export async function moveFile(
  profileDir: string,
  workplace: Workplace,
  candidate: Candidate,
  { control, progress }: { control: AbortController; progress: (done: number) => void },
): Promise<void> {
  const watch = new StallWatch(patience, () => control.abort(new Refusal('SERVER_UNREACHABLE', { stalled: true })));
  const ports: TransferPorts = {
    signal: control.signal,
    busy: () => (workplace.link?.client.sending ?? null) !== null,
    progress: (done) => {
      watch.moved();
      progress(done);
    },
  };
  try {
    if (candidate.direction === 'up') await send(profileDir, workplace, candidate, ports);
    else await bring(profileDir, workplace, candidate, ports);
  } finally {
    watch.stop();
  }
}

async function bring(profileDir: string, workplace: Workplace, file: Candidate, ports: TransferPorts): Promise<void> {
  const { sha256, size, attachmentId } = file;
  const target = fileOf(profileDir, sha256);
  // Another person of this computer may have brought it already.
  if (!(await isWhole(target, sha256))) {
    const { serverUrl, access } = centreOf(workplace);
    await fetchFile({ serverUrl, access: await access() }, { attachmentId, sha256, size, target }, ports);
  }
  arrivedFile(workplace.db, sha256, size, Date.now());
}

async function send(profileDir: string, workplace: Workplace, file: Candidate, ports: TransferPorts): Promise<void> {
  const { sha256, size, attachmentId, uploadUrl } = file;
  const { db } = workplace;
  const path = fileOf(profileDir, sha256);
  if (!existsSync(path)) throw new Refusal('FILE_NOT_HERE', {});
  const isBeginning = uploadUrl === null;
  const caughtUp = workplace.link?.client.caughtUp;
  // Bytes that have changed on the disk would be refused after the whole way.
  if (statSync(path).size !== size || (isBeginning && (await hashOf(path)) !== sha256))
    throw new Refusal('FILE_DAMAGED', { here: true });
  const name = prepared(db, 'SELECT name FROM attachment WHERE id = ?').pluck().get(attachmentId) as string | undefined;
  const sent = { sha256, size, attachmentId, path, uploadUrl, name: name ?? '' };
  await sendFile(centreOf(workplace), sent, ports, (url) => markFile(db, sha256, { upload_url: url }));
  // Behind another connection may be a centre that was restored to a time before: it is asked by itself.
  if (workplace.link?.client.caughtUp !== caughtUp) return;
  markFile(db, sha256, { uploaded: 1, upload_url: null, problem: null, why: null });
}

/** Whether a file is there with the bytes it should have. */
export const isWhole = async (path: string, sha256: string): Promise<boolean> =>
  existsSync(path) && (await hashOf(path)) === sha256;

function centreOf(workplace: Workplace) {
  const { link } = workplace;
  if (!link) throw new Refusal('OFFLINE', {});
  return { serverUrl: link.serverUrl, access: () => link.access() };
}
