import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What can be kept for work without a link: a document with what belongs to it, or all papers of a counterparty. */
export const pinEntities = ['document', 'counterparty'] as const;
export type PinEntity = (typeof pinEntities)[number];
const pinned = z.object({ entity: z.enum(pinEntities), id: z.string() });

/** The smallest and the largest room for files that may be set, in bytes. */
export const filesLimits = { least: 100 * 1024 * 1024, usual: 2 * 1024 * 1024 * 1024, most: 1024 * 1024 * 1024 * 1024 };

/** Channels of the files of this workstation: on their way, kept, given up. */
export const fileChannels = {
  'files.transfers': z.object({}),
  /** Stops a transfer and keeps it stopped until it is asked for again; nothing that the centre lacks is removed. */
  'files.cancel': z.object({ sha256 }),
  'files.retry': z.object({ sha256 }),
  /** Brings a file here beside the work; resolves at once. */
  'files.fetch': z.object({ attachmentId: z.string() }),
  'files.pin': pinned,
  'files.unpin': pinned,
  'files.pin-state': pinned,
  'files.pins': z.object({}),
  'files.space': z.object({}),
  /** The room for files on this workstation, in bytes. */
  'files.limit': z.object({ bytes: z.number().int().min(filesLimits.least).max(filesLimits.most) }),
  /** Gives up every copy that the centre has and nobody here needs. Refusal OFFLINE: only the centre can say that it has them. */
  'files.free': z.object({}),
} as const;

/**
 * running: bytes move; queued: its turn will come, or the link; paused: a person stopped it; stopped: it will not go on by itself,
 * `code` says why.
 */
export type TransferState = 'running' | 'queued' | 'paused' | 'stopped';

export interface Transfer {
  sha256: string;
  direction: 'up' | 'down';
  state: TransferState;
  attachmentId: string;
  documentId: string;
  name: string;
  /** Bytes: of the whole, and moved so far. */
  size: number;
  done: number;
  /** What brings it here; null for what is sent. */
  cause: 'opened' | 'pinned' | 'asked' | null;
  code: string | null;
  /** The kind of harm the centre saw in it. */
  why: string | null;
}

export interface PinState {
  pinned: boolean;
  /** Files of the case, and how many of them are here, with their bytes. */
  files: number;
  here: number;
  bytes: number;
  bytesHere: number;
  /** Files that no workstation has sent to the centre yet, so that they cannot come. */
  missing: number;
}

export interface Pin extends PinState {
  entity: PinEntity;
  id: string;
  title: string;
  at: number;
}

/** Bytes and files of this workstation, all people of the profile together unless said otherwise. */
export interface FileSpace {
  limit: number;
  used: number;
  files: number;
  /** Of the person who works here now. */
  pinned: { files: number; bytes: number };
  /** Only here so far: the centre has not confirmed them. */
  onlyHere: { files: number; bytes: number };
  /** Can be given up now and fetched again later. */
  spare: { files: number; bytes: number };
}

/** Paragraphs of a text document, or why it has none (`DocumentProblem`). */
export interface DocxWords {
  blocks: readonly { heading: boolean; text: string }[];
  problem: string | null;
}

/** A letter as `shared/formats/mail` has it, the files in it as base64. */
export interface Letter {
  from: string;
  to: string;
  cc: string;
  subject: string;
  date: string;
  text: string;
  html: string | null;
  parts: readonly { name: string; mime: string; contentId: string | null; base64: string }[];
}

export interface FileReplies {
  'files.transfers': Transfer[];
  'files.cancel': null;
  'files.retry': null;
  'files.fetch': null;
  'files.pin': PinState;
  'files.unpin': PinState;
  'files.pin-state': PinState;
  'files.pins': Pin[];
  'files.space': FileSpace;
  'files.limit': FileSpace;
  'files.free': { files: number; bytes: number; space: FileSpace };
}
