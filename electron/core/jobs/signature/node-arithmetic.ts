import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import type { Arithmetic } from '#shared/formats/cms/check-signed.ts';

/** RSA, ECDSA and SHA as Node knows them. A key that it cannot read has signed nothing. */
export const nodeArithmetic: Arithmetic = {
  hash: (name, bytes) => createHash(name).update(bytes).digest(),
  verify({ key, digest, pss, bytes, signature }) {
    try {
      const publicKey = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' });
      const padding = pss
        ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
        : {};
      return verify(digest, bytes, { key: publicKey, ...padding }, signature);
    } catch {
      return false;
    }
  },
};
