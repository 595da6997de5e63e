import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { documentProblems } from '#shared/domain/redline.ts';

/** A refusal about a file in words: what exactly is wrong inside of it when the core could tell. */
export function useFileErrorWords(): (error: CoreError) => string {
  const t = useWords('files');
  const words = useErrorWords();
  return (error) => {
    const problem = documentProblems.find((one) => one === error.details['problem']);
    return problem ? t(`problem_${problem}`) : words(error);
  };
}
