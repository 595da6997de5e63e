import { useState } from 'react';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/import/import.module.css';
import { differencesOf } from '#renderer/pages/import/outcome.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import type { ImportReport } from '#shared/ipc/contract.ts';

const SHOWN = 20;
const order = { differs: 0, created: 1, matched: 2 } as const;
const tones = { differs: 'plum', created: 'green', matched: 'gray' } as const;

/** The papers of a file, those that differ first; each leads to its card. */
export function DocumentsOfFile({ file, documents }: { file: string; documents: ImportReport['documents'] }) {
  const t = useWords('imports');
  const status = useWords('status');
  const { fieldName, value } = useFieldWords();
  const [all, setAll] = useState(false);
  const sorted = documents.toSorted((a, b) => order[a.outcome] - order[b.outcome]);
  return (
    <section aria-label={`${t('documents')} ${file}`}>
      <ul className={css['documents']}>
        {(all ? sorted : sorted.slice(0, SHOWN)).map((document) => {
          const kind = documentKinds.find((one): one is DocumentKind => one === document.kind);
          const differences = differencesOf(document);
          return (
            <li key={document.id}>
              <a className={css['document']} href={`#/documents/${document.id}`}>
                {kind && <KindIcon kind={kind} />}
                <RegistrationNumber number={document.number} plain />
                <span className={css['kind']}>{kind ? status(`kind_${kind}`) : document.kind}</span>
                <Pill tone={tones[document.outcome]}>{t(`outcome_${document.outcome}`)}</Pill>
              </a>
              {differences.length > 0 && (
                <div className={css['differs']}>
                  {differences.map(({ field, stored, file }) => (
                    <p key={field}>
                      {t('differsLine', {
                        field: fieldName(field),
                        stored: value(field, stored),
                        file: value(field, file),
                      })}
                    </p>
                  ))}
                  <p className={css['quiet']}>{t('differsHint')}</p>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {!all && documents.length > SHOWN && (
        <LinkButton onClick={() => setAll(true)}>{t('showAll', { all: formatCount(documents.length) })}</LinkButton>
      )}
    </section>
  );
}
