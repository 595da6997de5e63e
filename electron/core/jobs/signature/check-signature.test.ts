import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkSignature } from '#electron/core/jobs/signature/check-signature.ts';
import { gostKey, nodeKey } from '#electron/core/jobs/signature/fixture/sample-keys.ts';
import {
  type SampleCertificate,
  type SampleSignature,
  sampleSignature,
} from '#electron/core/jobs/signature/fixture/sample-signature.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-signature-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const put = (bytes: Uint8Array | string): string => {
  files += 1;
  const path = join(folder, `${files}.bin`);
  writeFileSync(path, bytes);
  return path;
};

const text = new TextEncoder().encode('Договор поставки № 7');
const changed = new TextEncoder().encode('Договор поставки № 8');
const now = Date.parse('2026-11-20T10:00:00Z');

const rootKey = gostKey('1.2.643.7.1.2.1.1.1', 0x5d3c2b1an);
const authority = { '2.5.4.3': 'Удостоверяющий центр' };
const root: SampleCertificate = {
  owner: authority,
  issuer: authority,
  serial: 1,
  from: '2020-01-01',
  to: '2040-01-01',
  key: rootKey,
  by: rootKey,
};
const owner = {
  '2.5.4.3': 'ООО «Опора»',
  '2.5.4.4': 'Петрова',
  '2.5.4.42': 'Мария Ивановна',
  '2.5.4.12': 'Директор',
  '1.2.643.100.4': '007707083893',
  '1.2.643.100.1': '1027700132195',
  '1.2.643.3.131.1.1': '500100732259',
  '1.2.643.100.3': '11223344595',
};
const keyOf = (key = gostKey('1.2.643.2.2.36.0', 0x1234567890abcdefn)): SampleCertificate => ({
  owner,
  issuer: authority,
  serial: 77,
  from: '2026-01-01',
  to: '2027-04-01',
  key,
  by: rootKey,
});

const made = (given: Partial<SampleSignature> = {}): Uint8Array => {
  const signer = given.signer ?? keyOf();
  return sampleSignature({
    content: text,
    attached: false,
    attributes: true,
    signedAt: '2026-11-19T08:30:00Z',
    signer,
    certificates: [signer, root],
    ...given,
  });
};
const check = (signature: Uint8Array | string, file: Uint8Array | null = text) =>
  checkSignature({ signature: put(signature), file: file && put(file), now });
const first = (signature: Uint8Array | string, file: Uint8Array | null = text) => check(signature, file).signers[0];

describe('a detached signature', () => {
  test('matches its file and names its owner, time and algorithm', () => {
    const signer = first(made());
    expect(signer).toMatchObject({
      verdict: 'matches',
      reason: null,
      key: 'gost2012-256',
      digest: 'streebog256',
      signedAt: Date.parse('2026-11-19T08:30:00Z'),
      hasTimeStamp: false,
      stateNow: 'in-force',
      stateAtSigning: 'in-force',
      chain: 'linked',
    });
    expect(signer?.certificate?.owner).toEqual({
      commonName: 'ООО «Опора»',
      surname: 'Петрова',
      givenName: 'Мария Ивановна',
      title: 'Директор',
      organizationInn: '7707083893',
      ogrn: '1027700132195',
      inn: '500100732259',
      snils: '11223344595',
    });
    expect(signer?.certificate?.serial).toBe('4d');
    expect(signer?.certificate?.issuer.commonName).toBe('Удостоверяющий центр');
  });

  test('does not match a changed file, with attributes and without', () => {
    expect(first(made(), changed)).toMatchObject({ verdict: 'differs', reason: null });
    expect(first(made({ attributes: false }))?.verdict).toBe('matches');
    expect(first(made({ attributes: false }), changed)?.verdict).toBe('differs');
  });

  test('is not checked without its file', () => {
    expect(check(made(), null)).toMatchObject({
      attached: false,
      signers: [{ verdict: 'unchecked', reason: 'FILE_MISSING' }],
    });
  });

  test.each(['rsa', 'ec'] as const)('of %s is checked too', (kind) => {
    const signature = made({ signer: keyOf(nodeKey(kind)) });
    expect(first(signature)).toMatchObject({
      verdict: 'matches',
      key: kind === 'rsa' ? 'rsa' : 'ecdsa',
      chain: 'linked',
    });
    expect(first(signature, changed)?.verdict).toBe('differs');
  });

  test('of 512 bits on the curve with a cofactor', () => {
    const signature = made({ signer: keyOf(gostKey('1.2.643.7.1.2.1.2.3', 0xfedcba98765432100123n)) });
    expect(first(signature)).toMatchObject({ verdict: 'matches', key: 'gost2012-512', digest: 'streebog512' });
  });

  test('made by another key than that of the certificate is wrong', () => {
    const signer = keyOf();
    const other = { ...signer, key: gostKey('1.2.643.2.2.36.0', 99n) };
    expect(first(made({ signer, certificates: [other, root] }))).toMatchObject({ verdict: 'wrong', reason: null });
  });
});

describe('an attached signature', () => {
  test('holds its file, and differs from another one beside it', () => {
    expect(check(made({ attached: true }), null)).toMatchObject({ attached: true, signers: [{ verdict: 'matches' }] });
    expect(first(made({ attached: true }), changed)?.verdict).toBe('differs');
  });
});

describe('the certificate', () => {
  test('says whether it is in force now and when it was signed', () => {
    const early = { ...keyOf(), from: '2026-11-20', to: '2027-01-01' };
    expect(first(made({ signer: early }))).toMatchObject({ stateAtSigning: 'not-yet', stateNow: 'in-force' });
    const past = { ...keyOf(), from: '2025-01-01', to: '2026-11-20' };
    expect(first(made({ signer: past }))).toMatchObject({
      verdict: 'matches',
      stateAtSigning: 'in-force',
      stateNow: 'expired',
    });
  });

  test('is told apart by what its issuers in the file say', () => {
    const signer = keyOf();
    expect(first(made({ certificates: [signer] }))?.chain).toBe('unknown');
    expect(first(made({ signer: { ...signer, by: gostKey('1.2.643.7.1.2.1.1.1', 5n) } }))?.chain).toBe('broken');
    const own = { ...signer, issuer: owner, by: signer.key };
    expect(first(made({ signer: own }))?.chain).toBe('self-signed');
    expect(first(made({ certificates: [] }))).toMatchObject({
      verdict: 'unchecked',
      reason: 'CERTIFICATE_MISSING',
      certificate: null,
      chain: null,
    });
  });
});

test('a certificate of the same key with another name does not pass for the one that was signed with', () => {
  const signer = keyOf();
  expect(first(made({ bound: true }))).toMatchObject({ verdict: 'matches', certificateBound: true });
  expect(first(made())?.certificateBound).toBeNull();
  const renamed = { ...signer, owner: { ...owner, '2.5.4.3': 'ООО «Другое»' } };
  const report = first(made({ signer, bound: true, certificates: [renamed, root] }));
  expect(report).toMatchObject({ verdict: 'wrong', certificateBound: false });
});

describe('files', () => {
  test('come in PEM and in bare base64 too', () => {
    const base64 = Buffer.from(made()).toString('base64');
    expect(first(base64)?.verdict).toBe('matches');
    const lines = base64.replace(/(.{64})/g, '$1\r\n');
    expect(first(`-----BEGIN CMS-----\r\n${lines}\r\n-----END CMS-----\r\n`)?.verdict).toBe('matches');
  });

  test('that are no signatures say so', () => {
    expect(check('')).toMatchObject({ problem: 'SIGNATURE_EMPTY', signers: [] });
    expect(check('Договор').problem).toBe('NOT_A_SIGNATURE');
    expect(check(Uint8Array.from([0x30, 0x03, 0x02, 0x01, 0x05])).problem).toBe('NOT_A_SIGNATURE');
    expect(check(Uint8Array.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1])).problem).toBe('SIGNATURE_DAMAGED');
  });

  test('cut anywhere are refused, never taken for good', () => {
    const whole = made({ attached: true });
    for (let length = 1; length < whole.length; length += 37) {
      const report = check(whole.slice(0, length), null);
      expect(report.problem, `${length} bytes`).not.toBeNull();
    }
  });

  test('with any one byte changed never match', () => {
    const whole = made();
    // The signature stands at the end: its value and its attributes are what must not be changed.
    for (let at = whole.length - 240; at < whole.length; at += 11) {
      const bent = Uint8Array.from(whole);
      bent[at] = (bent[at] ?? 0) ^ 1;
      const report = check(bent);
      const verdict = report.problem ?? report.signers[0]?.verdict;
      expect(['SIGNATURE_DAMAGED', 'wrong', 'differs', 'unchecked'], `byte ${at}`).toContain(verdict);
    }
  });

  test('nested without end are refused', () => {
    const deep = new Uint8Array(200_000).map((_, at) => (at % 2 === 0 ? 0x30 : 0x80));
    expect(check(deep).problem).toBe('SIGNATURE_DAMAGED');
  });
});
