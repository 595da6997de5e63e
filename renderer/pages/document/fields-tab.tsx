import type { ReactNode } from 'react';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/document.module.css';
import { LinesTable } from '#renderer/pages/document/lines-table.tsx';
import { OwnValues } from '#renderer/pages/document/own-values.tsx';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { FirstFile } from '#renderer/pages/files/first-file.tsx';
import type { DocumentCard } from '#shared/queries/document.ts';

const figures = (text: string): ReactNode => <span className="op-figures">{text}</span>;

/** All fields of the document, its lines, and the first of its files beside them. */
export function FieldsTab({ card }: { card: DocumentCard }) {
  const { document, counterparty, ownKind } = card;
  const t = useWords('card');
  const kindOf = useKindWords();
  const status = useWords('status');
  const common = useWords('common');
  const { branchOf } = useDirectory();
  const hasFile = card.attachments.some((file) => file.archivedAt === null);
  const money = (kopecks: number | null) => (kopecks === null ? null : formatMoney(kopecks, document.currency));
  return (
    <div className={css['fields']} data-paper={hasFile || undefined}>
      <div className={css['facts']}>
        <section>
          <h2 className={css['heading']}>{t('sections')}</h2>
          <KeyValues
            captionWidth={148}
            entries={[
              [t('subject'), document.subject],
              [
                t('kind'),
                kindOf({ ...document, kindLabel: ownKind?.label ?? null, kindLabelEn: ownKind?.labelEn ?? null }),
              ],
              [t('number'), document.number === null ? status('noNumber') : figures(document.number)],
              [t('date'), figures(formatDate(document.date))],
              counterparty
                ? [
                    t('counterparty'),
                    <a key="party" href={`#/counterparties/${counterparty.id}`}>
                      {partyTitle(counterparty)}
                    </a>,
                  ]
                : [t('counterparty'), common('none')],
              counterparty?.inn ? [t('inn'), figures(counterparty.inn)] : null,
              counterparty?.kpp ? [t('kpp'), figures(counterparty.kpp)] : null,
              [
                t('amount'),
                document.amount === null ? (
                  common('none')
                ) : (
                  <b key="amount" className="op-figures">
                    {money(document.amount)}
                  </b>
                ),
              ],
              document.vatAmount === null ? null : [t('vat'), figures(money(document.vatAmount) ?? '')],
              document.dueDate ? [t('due'), figures(formatDate(document.dueDate))] : null,
              [
                t('responsible'),
                document.responsibleId && card.responsibleName ? (
                  <>
                    <PersonAvatar id={document.responsibleId} name={card.responsibleName} decorative />
                    {card.responsibleName}
                  </>
                ) : (
                  common('none')
                ),
              ],
              [t('branch'), branchOf(document.branchId)?.city ?? common('none')],
              document.labels.length > 0
                ? [
                    t('labels'),
                    <span key="labels" className={css['labels']}>
                      {document.labels.map((label) => (
                        <span key={label} className={css['label']}>
                          {label}
                        </span>
                      ))}
                    </span>,
                  ]
                : null,
              document.note
                ? [
                    t('note'),
                    <span key="note" className={css['note']}>
                      {document.note}
                    </span>,
                  ]
                : null,
            ]}
          />
        </section>
        <OwnValues card={card} />
        {card.lines.length > 0 && !hasFile && <LinesTable lines={card.lines} />}
      </div>
      {hasFile && (
        <div className={css['paper']}>
          <FirstFile attachments={card.attachments} />
        </div>
      )}
      {card.lines.length > 0 && hasFile && (
        <div className={css['under']}>
          <LinesTable lines={card.lines} />
        </div>
      )}
    </div>
  );
}
