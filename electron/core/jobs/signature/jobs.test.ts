import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeWindows1251 } from '#electron/core/jobs/decode/encode-windows-1251.ts';
import { gostKey } from '#electron/core/jobs/signature/fixture/sample-keys.ts';
import { type SampleCertificate, sampleSignature } from '#electron/core/jobs/signature/fixture/sample-signature.ts';
import { type Jobs, startJobs } from '#electron/core/worker/jobs-call.ts';
import { fitsSigner } from '#shared/formats/authority/fits-signer.ts';
import { authorityState } from '#shared/formats/authority/read-authority.ts';

let jobs: Jobs;
const folder = mkdtempSync(join(tmpdir(), 'opora-signing-'));
beforeAll(() => {
  jobs = startJobs();
});
afterAll(async () => {
  await jobs.stop();
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const key = gostKey('1.2.643.7.1.2.1.2.1', 0xabcdef0123456789n);
const name = { '2.5.4.3': 'Соколова Марина', '1.2.643.100.3': '12345678964', '1.2.643.3.131.1.1': '165007654394' };
const signer: SampleCertificate = {
  owner: name,
  issuer: name,
  serial: 5,
  from: '2026-01-01',
  to: '2027-01-01',
  key,
  by: key,
};
const authority = `<?xml version="1.0" encoding="windows-1251"?>
<Доверенность xmlns="urn://x-artefacts/EMCHD_1" ВерсФорм="EMCHD_1"><Документ><Довер>
<СвДов НомДовер="n1" ДатаВыдДовер="2026-02-01" СрокДейст="2026-10-31"/>
<СвДоверит><Доверит><РосОргДовер><СвРосОрг НаимОрг="ООО «Завод»" ИННЮЛ="7707083893"/></РосОргДовер></Доверит></СвДоверит>
<СвУпПред><Пред><СведФизЛ ИННФЛ="165007654394" СНИЛС="123-456-789 64"><СведФЛ><ФИО Фамилия="Соколова" Имя="Марина"/></СведФЛ></СведФизЛ></Пред></СвУпПред>
<СвПолн><МашПолн КодПолн="02.114" НаимПолн="Подписание накладных"/></СвПолн>
</Довер></Документ></Доверенность>`;

test('a signature and the power of attorney of its owner are read in the thread of jobs', async () => {
  const content = new TextEncoder().encode('Накладная № 15');
  const signature = sampleSignature({
    content,
    attached: false,
    attributes: true,
    signedAt: '2026-11-19T08:30:00Z',
    signer,
    certificates: [signer],
  });
  const order = {
    signature: put('15.sig', signature),
    file: put('15.txt', content),
    now: Date.parse('2026-11-20T00:00:00Z'),
  };
  const report = await jobs.call('signature.check', order);
  expect(report.signers).toMatchObject([{ verdict: 'matches', key: 'gost2012-512', chain: 'self-signed' }]);

  const file = await jobs.call('authority.read', { path: put('mchd.xml', encodeWindows1251(authority).bytes) });
  expect(file).toMatchObject({
    authority: { number: 'n1', representatives: [{ person: 'Соколова Марина' }] },
    problems: [],
  });
  if (!file.authority) throw new Error('not read');
  const owner = report.signers[0]?.certificate?.owner ?? {};
  expect(fitsSigner(file.authority, owner)).toBe('fits');
  expect(fitsSigner(file.authority, { ...owner, snils: '11223344595' })).toBe('other');
  expect(fitsSigner(file.authority, { inn: '500100732259' })).toBe('other');
  expect(fitsSigner(file.authority, { commonName: 'Соколова Марина' })).toBe('unknown');
  // Signed after its term.
  expect(authorityState(file.authority, '2026-11-19')).toBe('expired');
});

test('files that cannot be taken say why', async () => {
  expect(await jobs.call('authority.read', { path: put('empty.xml', '') })).toMatchObject({
    authority: null,
    problems: [{ code: 'AUTHORITY_UNREADABLE', params: { cause: 'FILE_EMPTY' } }],
  });
  await expect(jobs.call('authority.read', { path: join(folder, 'none.xml') })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  });
  const missing = { signature: join(folder, 'none.sig'), file: null, now: 0 };
  await expect(jobs.call('signature.check', missing)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  expect(await jobs.call('signature.check', { ...missing, signature: put('text.sig', 'подпись') })).toMatchObject({
    problem: 'NOT_A_SIGNATURE',
  });
});

test('a table is read in the thread of jobs', async () => {
  const path = put('register.csv', encodeWindows1251('Номер;Дата\n1;05.03.2026\n').bytes);
  expect(await jobs.call('tabular.read', { path })).toMatchObject({
    kind: 'text',
    encoding: 'windows-1251',
    table: { columns: 2, rows: [{ row: 1 }, { row: 2, cells: [{ value: '1' }, { value: '05.03.2026' }] }] },
  });
});
