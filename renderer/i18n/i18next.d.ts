import 'i18next';
import type { russian } from '#renderer/i18n/dictionary-ru.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof russian;
  }
}
