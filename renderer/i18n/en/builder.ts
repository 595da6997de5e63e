import type { English } from '#renderer/i18n/english.ts';
import type { builder as source } from '#renderer/i18n/ru/builder.ts';

export const builder: English<typeof source> = {
  title: 'Services',
};
