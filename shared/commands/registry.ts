import { addAttachments, removeAttachment, verifyAttachments } from '#shared/commands/attachment.ts';
import { addBankAccount, archiveBankAccount, updateBankAccount } from '#shared/commands/bank-account.ts';
import type { Command } from '#shared/commands/command.ts';
import { addComment } from '#shared/commands/comment.ts';
import { resolveConflict } from '#shared/commands/conflict.ts';
import {
  archiveCounterparty,
  createCounterparty,
  restoreCounterparty,
  updateCounterparty,
} from '#shared/commands/counterparty.ts';
import { archiveDocument, createDocument, restoreDocument, updateDocument } from '#shared/commands/document.ts';
import { importDocument } from '#shared/commands/import-document.ts';
import { removeView, saveView } from '#shared/commands/saved-view.ts';
import { withdraw } from '#shared/commands/withdraw.ts';

/** Every command by its name. A second version of one stands beside the first under its own export. */
export const commands = {
  'document.create': createDocument,
  'document.update': updateDocument,
  'document.archive': archiveDocument,
  'document.restore': restoreDocument,
  'document.import': importDocument,
  'attachment.add': addAttachments,
  'attachment.remove': removeAttachment,
  'attachment.verify': verifyAttachments,
  'comment.add': addComment,
  'counterparty.create': createCounterparty,
  'counterparty.update': updateCounterparty,
  'counterparty.archive': archiveCounterparty,
  'counterparty.restore': restoreCounterparty,
  'bank_account.add': addBankAccount,
  'bank_account.update': updateBankAccount,
  'bank_account.archive': archiveBankAccount,
  'conflict.resolve': resolveConflict,
  'view.save': saveView,
  'view.remove': removeView,
  'sync.withdraw': withdraw,
} as const;

export type CommandName = keyof typeof commands;
export type ArgsOf<N extends CommandName> = (typeof commands)[N] extends Command<infer Args, unknown> ? Args : never;
export type ResultOf<N extends CommandName> =
  (typeof commands)[N] extends Command<never, infer Result> ? Result : unknown;

const byVersion = new Map<string, Command>(
  Object.values(commands).map((one) => [`${one.name}@${one.version}`, one as unknown as Command]),
);

export const commandOf = (name: string, version: number): Command | undefined => byVersion.get(`${name}@${version}`);
