import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSignature } from '#electron/core/jobs/signature/check-signature.ts';
import { nodeArithmetic } from '#electron/core/jobs/signature/node-arithmetic.ts';
import { issued } from '#shared/formats/cms/check-signed.ts';
import { openContainer } from '#shared/formats/cms/open-container.ts';
import { certificateOf } from '#shared/formats/cms/read-certificate.ts';

/** The examples of TC 26 stand beside the repository; a clone without them is covered by the signatures that are made. */
const samples = join(import.meta.dirname, '../../../../../shared/data/gost-cms');
const here = existsSync(samples);
if (!here) console.info('samples of signatures are not there: skipped');
const sample = (name: string): string => join(samples, name);
const now = Date.parse('2026-11-20T10:00:00Z');

const folder = mkdtempSync(join(tmpdir(), 'opora-cms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bent = join(folder, 'bent.p7s');
beforeAll(() => {
  if (!here) return;
  const bytes = Buffer.from(openContainer(readFileSync(sample('signed_a111.pem'))));
  const at = bytes.indexOf('Signed');
  bytes.writeUInt8('s'.charCodeAt(0), at);
  writeFileSync(bent, bytes);
});

test.skipIf(!here)('the example of TC 26 with 512 bits and signed attributes matches', () => {
  const report = checkSignature({ signature: sample('signed_a111.pem'), file: null, now });
  expect(report).toMatchObject({ problem: null, attached: true });
  expect(report.signers).toMatchObject([
    {
      verdict: 'matches',
      key: 'gost2012-512',
      digest: 'streebog512',
      signedAt: Date.parse('2019-03-20T19:55:22Z'),
      certificate: {
        serial: '018cba84',
        owner: { commonName: 'ORIGINATOR: GOST 34.10-12 512-bit', organization: 'TK26' },
        notAfter: Date.parse('2049-12-31T00:00:00Z'),
      },
      stateNow: 'in-force',
      chain: 'unknown',
    },
  ]);
});

test.skipIf(!here)('with one byte of its content changed it does not match', () => {
  const report = checkSignature({ signature: bent, file: null, now });
  expect(report.signers).toMatchObject([{ verdict: 'differs', reason: null }]);
});

test.skipIf(!here)('the root of the example has signed itself and the sender, and the sender nobody', () => {
  const [root, sender] = ['root256_cert.pem', 'sender512_cert.pem'].map((name) =>
    certificateOf(openContainer(readFileSync(sample(name)))),
  );
  if (!root || !sender) throw new Error('a certificate cannot be read');
  expect(issued(root, root, nodeArithmetic)).toBe(true);
  expect(issued(root, sender, nodeArithmetic)).toBe(true);
  expect(issued(sender, sender, nodeArithmetic)).toBe(false);
});
