import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transfer } from '#shared/ipc/file-channels.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { type Cut, type CuttingProxy, cuttingProxy } from '#tests/integration/workstations/cutting-proxy.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

/** A long proof asks for more: OPORA_FILE_CUTS=200. */
const runs = Number(process.env['OPORA_FILE_CUTS'] ?? 5);
const paper = documentId(2);

describe('a file on a cable that breaks at any byte', () => {
  let centre: Centre;
  let sender: TestWorkplace;
  let reader: TestWorkplace;
  let upCable: CuttingProxy;
  let downCable: CuttingProxy;
  const folder = mkdtempSync(join(tmpdir(), 'opora-cut-'));

  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    upCable = await cuttingProxy(centre.url);
    downCable = await cuttingProxy(centre.url);
    sender = await startWorkplace(upCable.url, 'МСК-01');
    reader = await startWorkplace(downCable.url, 'МСК-02');
    for (const place of [sender, reader]) await place.login('director-one');
  });
  afterAll(async () => {
    for (const place of [sender, reader]) await place?.close();
    for (const cable of [upCable, downCable]) await cable?.close();
    await centre?.close();
    rmSync(folder, { recursive: true });
  });

  const fileAt = async (place: TestWorkplace, sha256: string) =>
    (await place.query('document.card', { id: paper }))?.attachments.find((one) => one.sha256 === sha256);

  const given = (bytes: Buffer): string => {
    const path = join(folder, 'given');
    writeFileSync(path, bytes);
    return path;
  };

  const cutsOf = (request: RegExp, direction: Cut['direction'], size: number, parts: readonly number[]): Cut[] =>
    parts.map((part) => ({ request, direction, after: Math.round((part / 1_000) * (size + 600)) }));

  it('arrives whole both ways, whatever was cut', { timeout: 600_000 }, async () => {
    const size = fc.oneof(
      fc.constant(12),
      fc.integer({ min: 12, max: 70_000 }),
      fc.integer({ min: 70_000, max: 5_000_000 }),
    );
    const parts = fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 3, size: 'max' });
    await fc.assert(
      fc.asyncProperty(size, parts, parts, fc.boolean(), async (length, up, down, restarted) => {
        const bytes = randomBytes(length);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        upCable.cuts = cutsOf(/^PATCH \/files/, 'up', length, up);
        await sender.ask('files.attach', { documentId: paper, files: [{ handle: given(bytes), name: 'скан.pdf' }] });
        if (restarted) await sender.restart();
        await sender.until(async () => (await fileAt(sender, sha256))?.verifiedAt != null);
        await reader.until(async () => (await fileAt(reader, sha256))?.verifiedAt != null);
        const row = await fileAt(reader, sha256);
        expect(row?.place).toBe('centre');
        downCable.cuts = cutsOf(/^GET \/files/, 'down', length, down);
        await reader.ask('files.fetch', { attachmentId: row?.id });
        if (restarted) await reader.restart();
        await reader.until(async () => (await fileAt(reader, sha256))?.place === 'here');
        const { localPath } = await reader.ask<{ localPath: string }>('files.open', { attachmentId: row?.id });
        expect(readFileSync(localPath).equals(bytes)).toBe(true);
        expect(await sender.ask<Transfer[]>('files.transfers')).toEqual([]);
        expect(await reader.ask<Transfer[]>('files.transfers')).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(upCable.made + downCable.made).toBeGreaterThan(0);
    console.info(`cut ${upCable.made} times on the way up, ${downCable.made} on the way down, in ${runs} runs`);
  });
});
