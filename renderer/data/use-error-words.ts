import { useTranslation } from 'react-i18next';
import type { CoreError } from '#renderer/data/core-error.ts';

/** A refusal as a sentence of the window's language. */
export function useErrorWords(): (error: CoreError) => string {
  const { t } = useTranslation('errors');
  return (error) => t(error.code);
}
