import { readFileSync, statSync } from 'node:fs';
import { decodeText } from '#electron/core/jobs/decode/decode.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { AuthorityFile } from '#shared/domain/signature/authority.ts';
import { readAuthority } from '#shared/formats/authority/read-authority.ts';
import { XML_MAX_BYTES } from '#shared/formats/limits.ts';

const refused = (cause: string): AuthorityFile => ({
  authority: null,
  problems: [{ code: 'AUTHORITY_UNREADABLE', line: null, params: { cause }, requisite: null }],
});

/** Reads a machine-readable power of attorney out of its file. What is wrong with it comes as problems. Throws Refusal FILE_UNREADABLE. */
export function readAuthorityFile({ path }: { path: string }): AuthorityFile {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > XML_MAX_BYTES) return refused('FILE_TOO_LARGE');
    bytes = readFileSync(path);
  } catch (error) {
    throw new Refusal('FILE_UNREADABLE', { message: error instanceof Error ? error.message : String(error) });
  }
  const decoded = decodeText(bytes);
  return decoded.ok ? readAuthority(decoded.text) : refused(decoded.code);
}
