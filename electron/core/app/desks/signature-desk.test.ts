import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FilesDesk } from '#electron/core/app/desks/files-desk.ts';
import { SignatureDesk } from '#electron/core/app/desks/signature-desk.ts';
import { documentCard } from '#electron/core/app/queries/document-card.ts';
import { Workplace } from '#electron/core/app/workplace.ts';
import { markFile } from '#electron/core/files/file-table.ts';
import { gostKey } from '#electron/core/jobs/signature/fixture/sample-keys.ts';
import { sampleSignature } from '#electron/core/jobs/signature/fixture/sample-signature.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { type Jobs, startJobs } from '#electron/core/worker/jobs-call.ts';
import { here } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company } from '#tests/fixtures/kernel/rows.ts';

const profileDir = mkdtempSync(join(tmpdir(), 'opora-signing-desk-'));
const key = gostKey('1.2.643.7.1.2.1.1.1', 0x123456789abcdefn);
const name = { '2.5.4.3': 'Соколова Марина', '1.2.643.3.131.1.1': '165007654394' };
const signer = { owner: name, issuer: name, serial: 5, from: '2020-01-01', to: '2049-01-01', key, by: key };
const sign = (content: string, attached = false): Uint8Array =>
  sampleSignature({
    content: new TextEncoder().encode(content),
    attached,
    attributes: true,
    signedAt: '2026-11-19T08:30:00Z',
    signer,
    certificates: [signer],
  });

let jobs: Jobs;
let place: Workplace;
let files: FilesDesk;
let desk: SignatureDesk;
let documentId: string;
let written = 0;

beforeAll(() => {
  jobs = startJobs();
  const settings = { path: join(profileDir, 'opora.db'), key: null, here, org: 'org', device: 'd', serverUrl: null };
  place = new Workplace(settings, { changed: () => undefined, moved: () => undefined });
  place.db.transaction(() => {
    for (const [entity, row] of company()) writeRow(place.db, entity, row, 1, 1);
  })();
  const core = { profileDir, key: null } as unknown as ConstructorParameters<typeof FilesDesk>[0];
  files = new FilesDesk(core, () => place, { moved: () => undefined, arrived: () => undefined });
  desk = new SignatureDesk(profileDir, files, jobs);
});
afterAll(async () => {
  await files.stop();
  await jobs.stop();
  place.close();
  rmSync(profileDir, { recursive: true, force: true });
});
beforeEach(() => {
  documentId = (place.run('document.create', documentForm()).result as { id: string }).id;
});

const given = (fileName: string, bytes: Uint8Array | string) => {
  written += 1;
  const handle = join(profileDir, `given-${written}`);
  writeFileSync(handle, bytes);
  return { handle, name: fileName };
};
const attach = async (fileName: string, bytes: Uint8Array | string, ofId: string | null = null) => {
  const purpose = bytes instanceof Uint8Array ? 'signature' : null;
  const { result } = await files.attach(place, documentId, [given(fileName, bytes)], purpose, ofId);
  return (result as { ids: string[] }).ids[0] ?? '';
};
const placed = (fileName: string, bytes: Uint8Array | string) =>
  desk.place(place, { documentId, file: given(fileName, bytes) });

test('a signature is laid beside the file over whose bytes it was made, whatever it is called', async () => {
  const text = await attach('договор.pdf', 'договор');
  const other = await attach('акт.pdf', 'акт');
  expect(await placed('договор.pdf.sig', sign('акт'))).toMatchObject({ kind: 'signature', ofId: other, by: 'bytes' });
  expect(await placed('подпись.bin', sign('договор'))).toMatchObject({ ofId: text, by: 'bytes' });
  expect(await placed('договор.pdf.sig', sign('иное'))).toMatchObject({ ofId: text, by: 'name' });
  expect(await placed('подпись.sig', sign('иное'))).toMatchObject({ ofId: null, by: null });
  expect(await placed('договор.pdf.sig', 'испорчена')).toMatchObject({ problem: 'NOT_A_SIGNATURE', ofId: text });
  expect(await placed('смета.pdf', '%PDF-1.7')).toMatchObject({ kind: null });
});

test('a signature of an earlier version stays with that version', async () => {
  const first = await attach('договор.pdf', 'первая');
  const order = { documentId, basedOnId: first, file: given('договор.pdf', 'вторая'), note: null };
  const second = (await files.addVersion(place, order))?.result as { id: string };
  expect(await placed('договор.pdf.sig', sign('первая'))).toMatchObject({ ofId: first, by: 'bytes' });
  expect(await placed('договор.pdf.sig', sign('третья'))).toMatchObject({ ofId: second.id, by: 'name' });
  const signature = await attach('договор.pdf.sig', sign('первая'), first);
  const check = await desk.check(place, { attachmentId: signature, fetch: false });
  expect(check).toMatchObject({ away: null, file: { version: 1, latest: false } });
  expect(check.report?.signers).toMatchObject([{ verdict: 'matches', chain: 'self-signed' }]);
  expect(check.report?.checked?.size).toBe(new TextEncoder().encode('первая').length);
});

test('of a file that is not here the signature tells who signed, and that nothing was checked', async () => {
  const text = await attach('договор.pdf', 'далёкий договор');
  const signature = await attach('договор.pdf.sig', sign('далёкий договор'), text);
  const row = readRow(place.db, 'attachment', text);
  markFile(place.db, String(row?.['sha256']), { here: 0 });
  const check = await desk.check(place, { attachmentId: signature, fetch: false });
  expect(check).toMatchObject({ away: 'file', report: { checked: null } });
  expect(check.report?.signers).toMatchObject([
    { verdict: 'unchecked', reason: 'FILE_MISSING', certificate: { owner: { commonName: 'Соколова Марина' } } },
  ]);
});

test('the file inside of a signature is taken out under its name, and the signature lies beside it', async () => {
  const signature = await attach('письмо.txt.p7m', sign('Текст письма', true));
  expect(await placed('письмо.txt.p7m', sign('Текст письма', true))).toMatchObject({ holdsFile: true, ofId: null });
  const { id } = await desk.extract(place, { attachmentId: signature, name: 'письмо.txt' });
  const card = documentCard(place.db, { id: documentId }, { sending: () => null } as never);
  expect(card?.attachments.find((one) => one.id === id)).toMatchObject({ name: 'письмо.txt', purpose: 'text' });
  expect(card?.attachments.find((one) => one.id === signature)).toMatchObject({ ofId: id });
  const check = await desk.check(place, { attachmentId: signature, fetch: false });
  expect(check.report?.signers[0]?.verdict).toBe('matches');
  expect(readdirSync(join(profileDir, 'made'))).toEqual([]);
  const plain = await attach('письмо.sig', sign('Текст письма'));
  await expect(desk.extract(place, { attachmentId: plain, name: 'а' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});
