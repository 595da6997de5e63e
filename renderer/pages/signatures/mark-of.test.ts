import { expect, test } from 'vitest';
import { type Trusted, verdictOf, verdictOfSigner } from '#renderer/pages/signatures/mark-of.ts';
import type { SignerReport } from '#shared/domain/signature/report.ts';
import type { SignatureCheck } from '#shared/ipc/signature-channels.ts';

const signer: SignerReport = {
  verdict: 'matches',
  reason: null,
  key: 'gost2012-256',
  digest: 'streebog256',
  signedAt: 1,
  hasTimeStamp: false,
  certificate: null,
  certificateBound: true,
  stateNow: 'in-force',
  stateAtSigning: 'in-force',
  chain: 'linked',
  path: ['leaf', 'root'],
};
const company: Trusted = new Set(['issuer:root']);

test.each([
  ['a trusted issuer, in force', {}, company, 'valid', null],
  ['nobody of the path is trusted', {}, new Set(['another']), 'untrusted', 'NOT_TRUSTED'],
  ['the certificate itself is trusted', {}, new Set(['signer:leaf']), 'valid', null],
  [
    'a signer who made a certificate for another',
    { path: ['made up', 'leaf'] },
    new Set(['signer:leaf']),
    'untrusted',
    'NOT_TRUSTED',
  ],
  ['an issuer further up', { path: ['made up', 'leaf', 'root'] }, company, 'untrusted', 'NOT_TRUSTED'],
  ['expired since', { stateNow: 'expired' }, company, 'untrusted', 'EXPIRED'],
  ['signed after its term', { stateAtSigning: 'expired', stateNow: 'expired' }, company, 'untrusted', 'OUT_OF_TERM'],
  ['signed before its term', { stateAtSigning: 'not-yet' }, company, 'untrusted', 'OUT_OF_TERM'],
  ['no time told, in force today', { stateAtSigning: null }, company, 'valid', null],
  ['an issuer that did not sign it', { chain: 'broken' }, company, 'untrusted', 'CHAIN_BROKEN'],
  ['other bytes', { verdict: 'differs' }, company, 'unfit', 'DIFFERS'],
  ['another key', { verdict: 'wrong' }, company, 'unfit', 'WRONG'],
  ['a key of 2001', { verdict: 'unchecked', reason: 'ALGORITHM_UNKNOWN' }, company, 'unchecked', 'ALGORITHM_UNKNOWN'],
] as const)('%s', (_case, given, trusted, mark, reason) => {
  expect(verdictOfSigner({ ...signer, ...given }, trusted)).toEqual({ mark, reason });
});

const check = (signers: SignerReport[], more: Partial<SignatureCheck> = {}): SignatureCheck => ({
  away: null,
  report: { problem: null, attached: false, checked: null, signers },
  file: null,
  checkedAt: 0,
  ...more,
});

test('of several signatures the one that is worth least speaks for all', () => {
  expect(verdictOf(check([signer, { ...signer, verdict: 'differs' }, signer]), company).mark).toBe('unfit');
  expect(verdictOf(check([signer, { ...signer, stateNow: 'expired' }]), company).reason).toBe('EXPIRED');
  expect(verdictOf(check([signer, signer]), company).mark).toBe('valid');
});

test('what is not here or not readable says so', () => {
  expect(verdictOf(check([], { away: 'file', report: null }), company).reason).toBe('FILE_AWAY');
  const problem = { problem: 'SIGNATURE_DAMAGED', attached: false, checked: null, signers: [] } as const;
  expect(verdictOf(check([], { report: { ...problem, signers: [] } }), company)).toEqual({
    mark: 'unchecked',
    reason: 'SIGNATURE_DAMAGED',
  });
});
