import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';

interface Same {
  id: string;
  name: string;
  kpp: string | null;
}

/** Others with the same ИНН: a fact to know, never a reason to refuse. `typing`: said while the form is filled in. */
export function DuplicatesNote(props: { own: { kpp: string | null }; duplicates: readonly Same[]; typing?: boolean }) {
  const t = useWords('counterparties');
  const { own, duplicates, typing } = props;
  if (duplicates.length === 0) return null;
  const sameBranch = duplicates.some((one) => (one.kpp ?? '') === (own.kpp ?? ''));
  return (
    <Note tone="amber" title={t('duplicatesTitle', { count: duplicates.length })}>
      <ul className={css['doubles']}>
        {duplicates.slice(0, 5).map((one) => (
          <li key={one.id}>
            <a href={`#/counterparties/${one.id}`} target={typing ? '_blank' : undefined} rel="noreferrer">
              {one.kpp ? t('withKpp', { name: one.name, kpp: one.kpp }) : one.name}
            </a>
          </li>
        ))}
      </ul>
      {typing ? t(sameBranch ? 'duplicatesTyping' : 'duplicatesTypingBranch') : t('duplicatesText')}
    </Note>
  );
}
