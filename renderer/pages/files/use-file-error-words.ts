import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { documentProblems } from '#shared/domain/redline.ts';

/** The file that a refusal speaks of, when several came together. */
export function refusedName(error: CoreError | null): string | null {
  const name = error?.details['name'] ?? error?.details['file'];
  return error?.code.startsWith('FILE_') && typeof name === 'string' ? name : null;
}

/** A refusal of files in words, with the name of the one that was refused. */
export function useNamedFileError(): (error: CoreError) => string {
  const t = useWords('files');
  const words = useFileErrorWords();
  return (error) => {
    const name = refusedName(error);
    if (!name) return words(error);
    const others = error.details['others'];
    const text = t('ofFile', { name, text: words(error) });
    return typeof others === 'string' ? `${text} ${t('othersRefused', { names: others })}` : text;
  };
}

/** A refusal about a file in words: what exactly is wrong inside of it when the core could tell. */
export function useFileErrorWords(): (error: CoreError) => string {
  const t = useWords('files');
  const words = useErrorWords();
  return (error) => {
    const problem = documentProblems.find((one) => one === error.details['problem']);
    return problem ? t(`problem_${problem}`) : words(error);
  };
}
