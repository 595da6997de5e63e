import { drafting as words } from '#renderer/i18n/ru/drafting.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/drafting/drafting.module.css';
import { useTemplateKinds } from '#renderer/pages/drafting/use-template-kinds.ts';
import type { DraftingProblem } from '#shared/ipc/contract.ts';

const known = (key: string): key is keyof typeof words => Object.hasOwn(words, key);

/** What is wrong with a template: the fact, the tag as it is written, the part and the words around it, what may have been meant. */
export function TemplateProblems({ problems }: { problems: readonly DraftingProblem[] }) {
  const t = useWords('drafting');
  const fact = ({ code, params }: DraftingProblem): string => {
    const foreign = params?.['foreign'];
    if (Array.isArray(foreign) && foreign.length > 0)
      return t('problem_TEMPLATE_NO_TAGS_foreign', { foreign: foreign.join(', ') });
    const key = `problem_${code}`;
    return known(key)
      ? t(key as 'problem_TAG_OPTIONS', { options: '', ...params } as { options: string })
      : t('problem_unknown', { code });
  };
  const { words: kindWords } = useTemplateKinds();
  const part = (name: string): string => {
    const key = `part_${name}`;
    return known(key) ? t(key as 'part_body') : '';
  };
  return (
    <ol className={css['problems']} aria-label={t('problemsList')}>
      {problems.map((problem, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same mistake may be made twice
        <li key={place}>
          <b>{fact(problem)}</b>
          {problem.tag && <code>{problem.tag}</code>} {problem.part && <span>{part(problem.part)}</span>}
          {Array.isArray(problem.params?.['kinds']) && (
            <span className={css['near']}>
              {t('kindsLack', { kinds: kindWords(problem.params['kinds'] as string[]) })}
            </span>
          )}
          {problem.context && <q>{t('around', { text: problem.context })}</q>}
          {problem.near && problem.near.length > 0 && (
            <span className={css['near']}>
              {t('near', { names: problem.near.map((one) => `{${one}}`).join(', ') })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
