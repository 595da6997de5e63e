import { z } from 'zod';
import type { CommandName, ResultOf } from '#shared/commands/registry.ts';
import { attachmentPurposes } from '#shared/domain/attachment.ts';
import type { Redline } from '#shared/domain/redline.ts';
import { type ExchangeReplies, exchangeChannels } from '#shared/ipc/exchange-channels.ts';
import { type ExportReplies, exportChannels } from '#shared/ipc/export-channels.ts';
import { type DocxWords, type FileReplies, fileChannels, type Letter } from '#shared/ipc/file-channels.ts';
import { type IntakeReplies, intakeChannels } from '#shared/ipc/intake-channels.ts';
import { type MadeFile, type PrintReplies, printChannels } from '#shared/ipc/print-channels.ts';
import { type RecoveryReplies, recoveryChannels, type Trouble } from '#shared/ipc/recovery-channels.ts';
import { type SignatureReplies, signatureChannels } from '#shared/ipc/signature-channels.ts';

/**
 * Every channel of the bridge: what goes in (checked by its schema) and what comes out.
 * `command.run` and `query.run` carry the two registries; the rest is the workstation itself.
 */
export const channels = {
  'command.run': z.object({ name: z.string(), args: z.unknown() }),
  /** All or none, as one action of the person. */
  'command.run-many': z.object({ orders: z.array(z.object({ name: z.string(), args: z.unknown() })).max(2_000) }),
  'query.run': z.object({ name: z.string(), args: z.unknown() }),
  'session.state': z.object({}),
  'session.accounts': z.object({}),
  'session.login': z.object({ login: z.string().max(200), password: z.string().max(500) }),
  'session.logout': z.object({}),
  'session.lock': z.object({}),
  'session.unlock': z.object({ password: z.string().max(500) }),
  'sync.status': z.object({}),
  'sync.now': z.object({}),
  /** The demo's switch «отключить сеть». */
  'sync.cut': z.object({ cut: z.boolean() }),
  'outbox.withdraw': z.object({ n: z.number().int() }),
  'outbox.dismiss': z.object({ n: z.number().int() }),
  ...exchangeChannels,
  ...exportChannels,
  ...fileChannels,
  ...signatureChannels,
  /** Attaches files named by handles of the host (uploaded, dropped or chosen) to a document. */
  'files.attach': z.object({
    documentId: z.string(),
    purpose: z.enum(attachmentPurposes).optional(),
    /** The file that a signature or a power of attorney lies beside. */
    ofId: z.string().nullable().optional(),
    files: z.array(z.object({ handle: z.string(), name: z.string() })),
  }),
  /** Makes the bytes of an attachment readable under a handle of the host; fetches them from the centre when needed. */
  'files.open': z.object({ attachmentId: z.string() }),
  /** A new version of a file, made from the one its author had. */
  'files.add-version': z.object({
    documentId: z.string(),
    basedOnId: z.string(),
    file: z.object({ handle: z.string(), name: z.string() }),
    note: z.string().max(1_000).nullable(),
  }),
  /** Gives a working copy of a file to the program of the system; every save of it becomes a new version. */
  'files.edit': z.object({ attachmentId: z.string() }),
  /** Working copies under way. */
  'files.edits': z.object({}),
  'files.end-edit': z.object({ attachmentId: z.string() }),
  /** HTML of a DOCX for the preview; its words come from the file, so it is shown without scripts. */
  'files.html': z.object({ attachmentId: z.string() }),
  /** Words of a DOCX without their looks: what is shown while a long one is being laid out. */
  'files.words': z.object({ attachmentId: z.string() }),
  /** A letter in Outlook's own format, for the preview. */
  'files.letter': z.object({ attachmentId: z.string() }),
  /** The redline of two files; a new comparison cancels the one under way. */
  'files.compare': z.object({ leftAttachmentId: z.string(), rightAttachmentId: z.string() }),
  'files.compare-cancel': z.object({}),
  /** Fills a template and attaches the result to a document as its text. */
  'drafting.fill': z.object({
    documentId: z.string(),
    templateAttachmentId: z.string(),
    clauseIds: z.array(z.string()).max(200),
  }),
  /** What a template asks for, and what of it cannot be filled: from a document, or from any of these kinds (keys). */
  'drafting.check': z.object({
    documentId: z.string().nullable(),
    templateAttachmentId: z.string(),
    kinds: z.array(z.string().max(60)).max(60).optional(),
  }),
  /** The disagreement protocol as DOCX, attached to the document; in Russian unless asked otherwise. */
  'drafting.protocol': z.object({ documentId: z.string(), language: z.enum(['ru', 'en']).optional() }),
  ...printChannels,
  'import.run': z.object({ files: z.array(z.object({ handle: z.string(), name: z.string() })) }),
  'import.cancel': z.object({}),
  /** A new password for an employee, by an administrator; needs the centre. */
  'accounts.issue': z.object({ employeeId: z.string() }),
  'settings.read': z.object({}),
  'settings.write': z.object({ patch: z.record(z.string(), z.unknown()) }),
  ...intakeChannels,
  ...recoveryChannels,
} as const;

export type ChannelName = keyof typeof channels;
export type ChannelPayload<C extends ChannelName> = z.infer<(typeof channels)[C]>;

export interface SessionUser {
  id: string;
  login: string;
  fullName: string;
  position: string;
  branchId: string;
  roles: string[];
}

export interface SessionState {
  /** none: somebody must log in; locked: the person must show their password; downloading: the first exchange runs; trouble: a rescue is needed. */
  stage: 'none' | 'downloading' | 'open' | 'locked' | 'trouble';
  user: SessionUser | null;
  /** People who have worked here and can log in without a link. */
  known: { login: string; fullName: string }[];
  download: { done: number; total: number } | null;
  /** What keeps the data from being opened; null in every other stage. */
  trouble: Trouble | null;
  /** The recovery key of this profile has been seen by nobody yet. */
  keyDue: boolean;
}

export interface DemoAccount {
  login: string;
  fullName: string;
  position: string;
  branch: string;
}

export interface SyncStatus {
  /** online; offline: no link; unreachable: a link but no answer of the centre; cut: switched off in the demo. */
  link: 'online' | 'offline' | 'unreachable' | 'cut';
  /** Since when the link is as it is. */
  since: number;
  waiting: number;
  sending: number;
  /** Rows received of a filling under way. */
  filling: number;
  lastExchangeAt: number | null;
  problem: { code: string; details?: Record<string, unknown> } | null;
  /** This computer's clock ahead of the centre's, milliseconds; shown past two minutes. */
  clockAhead: number;
  conflicts: number;
  rejected: number;
  files: { waiting: number; bytesLeft: number };
}

export interface CommandReply<N extends CommandName = CommandName> {
  n: number;
  id: string;
  result: ResultOf<N>;
}

/** A working copy of an attachment in the program of the system. */
export interface FileEdit {
  attachmentId: string;
  documentId: string;
  name: string;
  /** Where the copy lies; the host opens it. */
  localPath: string;
  since: number;
  /** Versions made from it so far. */
  versions: number;
  problem: string | null;
}

/** What is wrong with a template, and where; `near` is a tag that may have been meant. */
export interface DraftingProblem {
  code: string;
  tag: string | null;
  part: string | null;
  context: string | null;
  near?: string[];
  params?: Record<string, unknown>;
}

/** The report of one imported file; words are the windows' business. */
export interface ImportReport {
  file: string;
  format: string | null;
  ok: boolean;
  problems: { severity: 'error' | 'warning'; code: string; line?: number; params?: Record<string, unknown> }[];
  documents: {
    id: string;
    number: string | null;
    kind: string;
    outcome: 'created' | 'matched' | 'differs';
    differs: unknown[];
  }[];
  created: { documents: number; counterparties: number; accounts: number };
  matched: number;
}

export type ChannelReply<C extends ChannelName> = (ExchangeReplies &
  ExportReplies &
  FileReplies &
  PrintReplies &
  IntakeReplies &
  RecoveryReplies &
  SignatureReplies & {
    'command.run': CommandReply;
    'command.run-many': CommandReply[];
    'query.run': unknown;
    'session.state': SessionState;
    'session.accounts': DemoAccount[];
    'session.login': SessionState;
    'session.logout': SessionState;
    'session.lock': SessionState;
    'session.unlock': SessionState;
    'sync.status': SyncStatus;
    'sync.now': SyncStatus;
    'sync.cut': SyncStatus;
    'outbox.withdraw': null;
    'outbox.dismiss': null;
    'files.attach': CommandReply;
    /** The host replaces `localPath` by a `handle` (null when the file is gone) before a window sees it. */
    'files.open': { localPath: string; name: string; mediaType: string; size: number };
    /** null: the bytes are those of the version it is made from. */
    'files.add-version': CommandReply | null;
    'files.edit': FileEdit;
    'files.edits': FileEdit[];
    'files.end-edit': null;
    'files.html': { html: string; problems: { code: string; params?: Record<string, unknown> }[] };
    'files.words': DocxWords;
    /** null: it cannot be read. */
    'files.letter': Letter | null;
    'files.compare': Redline;
    'files.compare-cancel': null;
    'drafting.fill': CommandReply | { problems: DraftingProblem[] };
    'drafting.check': { tags: string[]; problems: DraftingProblem[] };
    'drafting.try': MadeFile | { problems: DraftingProblem[] };
    'drafting.protocol': CommandReply;
    'import.run': ImportReport[];
    'import.cancel': null;
    'accounts.issue': { login: string; password: string };
    'settings.read': Record<string, unknown>;
    'settings.write': Record<string, unknown>;
  })[C];
