import type { russian } from '#renderer/i18n/dictionary-ru.ts';
import { common } from '#renderer/i18n/en/common.ts';
import { documents } from '#renderer/i18n/en/documents.ts';
import { errors } from '#renderer/i18n/en/errors.ts';
import { files } from '#renderer/i18n/en/files.ts';
import { frame } from '#renderer/i18n/en/frame.ts';
import { grid } from '#renderer/i18n/en/grid.ts';
import { keys } from '#renderer/i18n/en/keys.ts';
import { palette } from '#renderer/i18n/en/palette.ts';
import { session } from '#renderer/i18n/en/session.ts';
import { status } from '#renderer/i18n/en/status.ts';
import type { English } from '#renderer/i18n/english.ts';

/** Every word of the windows in English; a missing namespace or key fails the type check. */
export const english: { [N in keyof typeof russian]: English<(typeof russian)[N]> } = {
  common,
  documents,
  errors,
  files,
  frame,
  grid,
  keys,
  palette,
  session,
  status,
};
