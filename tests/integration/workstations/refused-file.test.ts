import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncStatus } from '#shared/ipc/contract.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { startWorkplace, type TestWorkplace } from '#tests/integration/workstations/workplace.ts';

const paper = documentId(2);
const page = Buffer.from('<!doctype html><script>alert(1)</script>');

describe('a file that is no paper', () => {
  let centre: Centre;
  let head: TestWorkplace;
  const folder = mkdtempSync(join(tmpdir(), 'opora-refused-'));
  const path = join(folder, 'given');

  beforeAll(async () => {
    centre = await startCentre({ now: Date.now, demo: true });
    head = await startWorkplace(centre.url, 'МСК-01');
    await head.login('director-one');
    writeFileSync(path, page);
  });
  afterAll(async () => {
    await head.close();
    await centre.close();
    rmSync(folder, { recursive: true });
  });

  it('is refused where it is attached, and nothing is kept of it', async () => {
    const files = [{ handle: path, name: 'договор.pdf' }];
    await expect(head.ask('files.attach', { documentId: paper, files })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      details: { name: 'договор.pdf', why: 'page' },
    });
    expect((await head.query('document.card', { id: paper }))?.attachments).toEqual([]);
  });

  it('is told by its card when only the centre sees it, and is not sent again and again', async () => {
    // Somebody else calls the same bytes a contract; here they are what they are, and go to the centre.
    const sha256 = createHash('sha256').update(page).digest('hex');
    const named = { name: 'договор.pdf', size: page.length, mime: 'application/pdf', sha256 };
    await head.command('attachment.add', { documentId: paper, files: [named] });
    await head.ask('files.attach', { documentId: paper, files: [{ handle: path, name: 'письмо.html' }] });
    const files = async () => (await head.query('document.card', { id: paper }))?.attachments ?? [];
    await head.until(async () => (await files()).some((file) => file.name === 'письмо.html' && file.refused === true));
    expect((await head.ask<SyncStatus>('sync.status')).files.waiting).toBe(0);
  });
});
