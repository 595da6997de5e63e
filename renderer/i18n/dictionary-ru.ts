import { common } from '#renderer/i18n/ru/common.ts';
import { documents } from '#renderer/i18n/ru/documents.ts';
import { errors } from '#renderer/i18n/ru/errors.ts';
import { files } from '#renderer/i18n/ru/files.ts';
import { frame } from '#renderer/i18n/ru/frame.ts';
import { grid } from '#renderer/i18n/ru/grid.ts';
import { keys } from '#renderer/i18n/ru/keys.ts';
import { palette } from '#renderer/i18n/ru/palette.ts';
import { session } from '#renderer/i18n/ru/session.ts';
import { status } from '#renderer/i18n/ru/status.ts';

/** Every word of the windows in Russian, by namespace. The English dictionary must have the same namespaces and keys. */
export const russian = { common, documents, errors, files, frame, grid, keys, palette, session, status };
