import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '#electron/core/profile/places.ts';
import { FileVault } from '#server/store/file-vault.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';
import type { FileReplies, FileSpace, PinState, Transfer } from '#shared/ipc/file-channels.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { type CuttingProxy, cuttingProxy } from '#tests/integration/workstations/cutting-proxy.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('files of a workstation', () => {
  let centre: Centre;
  let author: TestWorkplace;
  let reader: TestWorkplace;
  let cable: CuttingProxy;
  const folder = mkdtempSync(join(tmpdir(), 'opora-kept-'));

  beforeAll(async () => {
    // Tokens end while they are being used: every request has to ask for a new one, two transfers at once among them.
    centre = await startCentre({ now: Date.now, demo: true, limits: { accessLife: 60_500 } });
    cable = await cuttingProxy(centre.url);
    author = await startWorkplace(cable.url, 'МСК-01');
    reader = await startWorkplace(centre.url, 'МСК-02');
    for (const place of [author, reader]) await place.login('director-one');
  });
  afterAll(async () => {
    for (const place of [author, reader]) await place?.close();
    await cable?.close();
    await centre?.close();
    rmSync(folder, { recursive: true });
  });

  async function attach(place: TestWorkplace, document: string, bytes: Buffer): Promise<string> {
    const path = join(folder, hashOf(bytes));
    writeFileSync(path, bytes);
    await place.ask('files.attach', { documentId: document, files: [{ handle: path, name: 'скан.pdf' }] });
    return hashOf(bytes);
  }
  const fileAt = async (place: TestWorkplace, document: string, sha256: string) =>
    (await place.query('document.card', { id: document }))?.attachments.find((one) => one.sha256 === sha256);
  const checked = (place: TestWorkplace, document: string, sha256: string) =>
    place.until(async () => (await fileAt(place, document, sha256))?.verifiedAt != null);
  const space = (place: TestWorkplace) => place.ask<FileSpace>('files.space');
  const open = async (place: TestWorkplace, document: string, sha256: string) =>
    place.ask<{ localPath: string }>('files.open', { attachmentId: (await fileAt(place, document, sha256))?.id });

  it('of a pinned case come by themselves, later ones too, and open without a link', async () => {
    const paper = documentId(2);
    const files = [randomBytes(200_000), randomBytes(300_000), randomBytes(1_000)];
    for (const bytes of files.slice(0, 2)) await checked(reader, paper, await attach(author, paper, bytes));
    const key = { entity: 'document', id: paper };
    expect(await reader.ask<PinState>('files.pin-state', key)).toMatchObject({ pinned: false, files: 2, here: 0 });
    expect(await reader.ask<PinState>('files.pin', key)).toMatchObject({ pinned: true, files: 2 });
    const here = async () => (await reader.ask<PinState>('files.pin-state', key)).here;
    await reader.until(async () => (await here()) === 2);
    await attach(author, paper, files[2] as Buffer);
    await reader.until(async () => (await here()) === 3);

    await reader.cut(true);
    for (const bytes of files) {
      const { localPath } = await open(reader, paper, hashOf(bytes));
      expect(readFileSync(localPath).equals(bytes)).toBe(true);
    }
    await reader.cut(false);
    expect(await reader.ask('files.pins')).toMatchObject([{ ...key, title: '2 · Письмо № 2', here: 3 }]);
    // What is pinned is not spare; unpinned it is, and comes back when it is opened.
    await reader.settled();
    expect(await space(reader)).toMatchObject({ pinned: { files: 3 }, spare: { files: 0 } });
    await reader.ask('files.unpin', key);
    const freed = await reader.ask<FileReplies['files.free']>('files.free');
    expect(freed).toMatchObject({ files: 3, bytes: 501_000, space: { files: 0, used: 0 } });
    expect((await fileAt(reader, paper, hashOf(files[0] as Buffer)))?.place).toBe('centre');
    const { localPath } = await open(reader, paper, hashOf(files[0] as Buffer));
    expect(hashOf(readFileSync(localPath))).toBe(hashOf(files[0] as Buffer));
  });

  it('that only this computer has are never given up, whoever works at it', async () => {
    const paper = documentId(4);
    const bytes = randomBytes(50_000);
    await author.cut(true);
    const sha256 = await attach(author, paper, bytes);
    const path = fileOf(author.profileDir, sha256);
    expect(await space(author)).toMatchObject({ onlyHere: { files: 1, bytes: 50_000 } });
    // A colleague at the same computer frees what can be freed; the same bytes are spare in that person's own eyes.
    await author.cut(false);
    cable.cuts = Array.from({ length: 500 }, () => ({ request: /^PATCH \/files/, direction: 'up', after: 0 }));
    await author.ask('session.logout');
    await checked(reader, paper, await attach(reader, paper, bytes));
    await author.login('clerk-one');
    await author.settled();
    const row = await fileAt(author, paper, sha256);
    await author.ask('files.fetch', { attachmentId: row?.id });
    await author.until(async () => (await fileAt(author, paper, sha256))?.place === 'here');
    await author.ask('files.free');
    expect(hashOf(readFileSync(path))).toBe(sha256);
    await author.ask('session.logout');
    cable.cuts = [];
    await author.login('director-one');
    await author.until(async () => (await author.ask<SyncStatus>('sync.status')).files.waiting === 0);
  });

  it('that were stopped stay stopped over a restart, and go on when they are asked for', async () => {
    const paper = documentId(2);
    await author.cut(true);
    const sha256 = await attach(author, paper, randomBytes(20_000));
    const transfers = () => author.ask<Transfer[]>('files.transfers');
    expect(await transfers()).toMatchObject([{ sha256, direction: 'up', state: 'queued', size: 20_000 }]);
    await author.ask('files.cancel', { sha256 });
    await author.restart();
    await author.settled();
    expect(await transfers()).toMatchObject([{ sha256, direction: 'up', state: 'paused' }]);
    expect((await fileAt(author, paper, sha256))?.verifiedAt).toBeNull();
    await author.ask('files.retry', { sha256 });
    await checked(author, paper, sha256);
    // The word of the centre may come before the transfer itself is over.
    await author.until(async () => (await transfers()).length === 0);
  });

  it('that a person no longer wants here leave nothing of the way they had come', async () => {
    const paper = documentId(6);
    const sha256 = await attach(reader, paper, randomBytes(4_000_000));
    await checked(author, paper, sha256);
    // The answer stands still in the middle: half of the file has come when the person stops it.
    cable.cuts = Array.from({ length: 50 }, () => ({ request: /^GET \/files/, direction: 'down', after: 2_000_000 }));
    const part = `${fileOf(author.profileDir, sha256)}.part`;
    await author.ask('files.fetch', { attachmentId: (await fileAt(author, paper, sha256))?.id });
    await author.until(async () => existsSync(part));
    await author.ask('files.cancel', { sha256 });
    cable.cuts = [];
    expect(existsSync(part)).toBe(false);
    expect((await fileAt(author, paper, sha256))?.place).toBe('centre');
    expect(await author.ask<Transfer[]>('files.transfers')).toEqual([]);
  });

  it('whose bytes have changed on the disk come anew from the centre', async () => {
    const paper = documentId(2);
    const bytes = randomBytes(30_000);
    const sha256 = await attach(author, paper, bytes);
    await checked(author, paper, sha256);
    const path = fileOf(author.profileDir, sha256);
    const spoiled = Buffer.from(bytes);
    spoiled[29_000] = (spoiled[29_000] ?? 0) ^ 1;
    writeFileSync(path, spoiled);
    await open(author, paper, sha256);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(existsSync(`${path}.damaged`)).toBe(false);

    // The centre has lost it as well: said as it is, and what is left of it stays where somebody can look at it.
    writeFileSync(path, spoiled);
    rmSync(new FileVault(centre.dataDir).path('one', sha256));
    await expect(open(author, paper, sha256)).rejects.toMatchObject({ code: 'FILE_LOST' });
    expect(readFileSync(`${path}.damaged`).equals(spoiled)).toBe(true);
    const stopped = { sha256, state: 'stopped', code: 'FILE_NOT_HERE' };
    expect(await author.ask<Transfer[]>('files.transfers')).toMatchObject([stopped]);
  });

  it('whose command is refused leave nothing behind', async () => {
    const bytes = randomBytes(5_000);
    await expect(attach(author, 'no such document', bytes)).rejects.toMatchObject({ code: 'NOT_HERE' });
    expect(existsSync(fileOf(author.profileDir, hashOf(bytes)))).toBe(false);
  });

  it('spoiled before they were sent are not sent, and that is said', async () => {
    const paper = documentId(2);
    await author.cut(true);
    const sha256 = await attach(author, paper, randomBytes(10_000));
    writeFileSync(fileOf(author.profileDir, sha256), randomBytes(10_000));
    await author.cut(false);
    const mine = async () => (await author.ask<Transfer[]>('files.transfers')).find((one) => one.sha256 === sha256);
    await author.until(async () => (await mine())?.state === 'stopped');
    expect(await mine()).toMatchObject({ direction: 'up', code: 'FILE_DAMAGED' });
  });
});
