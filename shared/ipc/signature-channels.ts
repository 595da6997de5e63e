import { z } from 'zod';
import type { AuthorityFile } from '#shared/domain/signature/authority.ts';
import type { SignatureProblem, SignatureReport } from '#shared/domain/signature/report.ts';

const looked = z.object({
  attachmentId: z.string(),
  /** Bytes that are only in the centre are brought here first. */
  fetch: z.boolean(),
});

/** Channels of electronic signatures and of powers of attorney that lie beside files. All of them work without a link. */
export const signatureChannels = {
  /** What a file given to a document is, and of which of its files. */
  'signatures.place': z.object({
    documentId: z.string(),
    file: z.object({ handle: z.string(), name: z.string() }),
  }),
  'signatures.check': looked,
  'signatures.authority': looked,
  /** Attaches the file that lies inside of a signature to its document, and lays the signature beside it. */
  'signatures.extract': z.object({ attachmentId: z.string(), name: z.string().min(1).max(255) }),
} as const;

/** What a given file is. */
export interface Placing {
  /** null: neither, a file of its own. */
  kind: 'signature' | 'authority' | null;
  problem: SignatureProblem | null;
  /** The signed file lies inside of the signature. */
  holdsFile: boolean;
  /** The attachment it is of; null: not known. */
  ofId: string | null;
  /** bytes: it was made over exactly these; name: it is only called after it; alone: there is no other file. */
  by: 'bytes' | 'name' | 'alone' | null;
}

/** A signature against the file it lies beside. */
export interface SignatureCheck {
  /** What of it is not on this workstation, so that nothing was checked; without its file a signature tells who signed. */
  away: 'signature' | 'file' | null;
  report: SignatureReport | null;
  /** The file it lies beside; null: none. `latest`: there is no newer version. */
  file: { attachmentId: string; name: string; version: number; latest: boolean } | null;
  checkedAt: number;
}

export interface AuthorityCheck {
  away: boolean;
  file: AuthorityFile | null;
}

export interface SignatureReplies {
  'signatures.place': Placing;
  'signatures.check': SignatureCheck;
  'signatures.authority': AuthorityCheck;
  /** The attachment that was made. */
  'signatures.extract': { id: string };
}
