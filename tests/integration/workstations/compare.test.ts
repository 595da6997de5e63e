import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Redline } from '#shared/domain/redline.ts';
import { longContract, nextVersion, writeLongContract } from '#tests/fixtures/docx/long-contract.ts';
import { clause, contractNumbering, heading } from '#tests/fixtures/docx/paragraphs.ts';
import { writeDocx } from '#tests/fixtures/docx/write-docx.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const paper = documentId(2);

const version = (days: number): Uint8Array =>
  writeDocx({
    body: heading('Расчёты') + clause(`Покупатель платит в течение ${days} дней с даты поставки.`),
    numbering: contractNumbering,
  });

describe('two versions of a file', () => {
  let centre: Centre;
  let head: TestWorkplace;
  let branch: TestWorkplace;
  const folder = mkdtempSync(join(tmpdir(), 'opora-versions-'));

  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    head = await startWorkplace(centre.url, 'МСК-01');
    branch = await startWorkplace(centre.url, 'КЗН-01');
    await head.login('director-one');
    await branch.login('clerk-one');
  });
  afterAll(async () => {
    await head.close();
    await branch.close();
    await centre.close();
    rmSync(folder, { recursive: true });
  });

  const attachmentsAt = async (place: TestWorkplace): Promise<Record<string, string>> => {
    const card = await place.query('document.card', { id: paper });
    return Object.fromEntries((card?.attachments ?? []).map(({ id, name }) => [name, id]));
  };
  const compareAt = async (place: TestWorkplace, left: string, right: string): Promise<Redline> => {
    const ids = await attachmentsAt(place);
    return place.ask<Redline>('files.compare', { leftAttachmentId: ids[left], rightAttachmentId: ids[right] });
  };

  it('are compared by clause where they were attached', async () => {
    const files = [15, 7].map((days) => {
      const name = `${days}.docx`;
      writeFileSync(join(folder, name), version(days));
      return { handle: join(folder, name), name };
    });
    writeFileSync(join(folder, 'скан.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]));
    files.push({ handle: join(folder, 'скан.png'), name: 'скан.png' });
    await head.ask('files.attach', { documentId: paper, files });
    const redline = await compareAt(head, '15.docx', '7.docx');
    expect(redline.blocks.map((row) => [row.kind, row.right?.number])).toEqual([
      ['same', '1'],
      ['changed', '1.1'],
    ]);
    await expect(compareAt(head, '15.docx', 'скан.png')).rejects.toMatchObject({
      code: 'UNKNOWN_FORMAT',
      details: { side: 'right', problem: 'DOCX_NOT_A_DOCUMENT' },
    });
  });

  it('a comparison that another one overtakes says so, and cancelling nothing is nothing', async () => {
    // One that takes a while, so that the other one comes in time on any machine.
    const long = longContract(60);
    const files = [long, nextVersion(long)].map((text, n) => {
      const name = `long-${n}.docx`;
      writeFileSync(join(folder, name), writeLongContract(text));
      return { handle: join(folder, name), name };
    });
    await head.ask('files.attach', { documentId: paper, files });
    const ids = await attachmentsAt(head);
    const compare = (left: string, right: string) =>
      head.ask<Redline>('files.compare', { leftAttachmentId: ids[left], rightAttachmentId: ids[right] });
    const both = await Promise.allSettled([compare('long-0.docx', 'long-1.docx'), compare('7.docx', '15.docx')]);
    const codes = both.map((one) =>
      one.status === 'fulfilled' ? one.value.changes : (one.reason as { code: string }).code,
    );
    expect(codes).toEqual(['CANCELLED', 1]);
    expect(await head.ask('files.compare-cancel')).toBe(null);
  });

  it('are fetched from the centre where they are not yet', async () => {
    await head.until(async () => (await head.ask<{ files: { waiting: number } }>('sync.status')).files.waiting === 0);
    await branch.until(async () => (await attachmentsAt(branch))['7.docx'] !== undefined);
    expect((await compareAt(branch, '7.docx', '15.docx')).counts).toMatchObject({ changed: 1 });
  });
});
