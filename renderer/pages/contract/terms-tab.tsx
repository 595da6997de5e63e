import type { ReactNode } from 'react';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { addDays, formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import { vatWords } from '#renderer/pages/contract/money-panel.tsx';
import { vatRate } from '#renderer/pages/contract/term-words.ts';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import fields from '#renderer/pages/document/document.module.css';
import { LinesTable } from '#renderer/pages/document/lines-table.tsx';
import { useCustomWords } from '#renderer/pages/document/use-custom-words.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { FirstFile } from '#renderer/pages/files/first-file.tsx';
import type { DocumentCard } from '#shared/queries/document.ts';

const figures = (text: string): ReactNode => <span className="op-figures">{text}</span>;

/** Who agrees with whom, about what, for how much and until when; the first of the files beside it. */
export function TermsTab({ card, facts }: { card: DocumentCard; facts: ContractFacts }) {
  const { document } = card;
  const t = useWords('contract');
  const common = useWords('common');
  const customWords = useCustomWords();
  const { branchOf } = useDirectory();
  const hasFile = card.attachments.some((file) => file.archivedAt === null);
  const filled = facts.definitions.filter((one) => document.custom?.[one.key] !== undefined);
  const branch = branchOf(document.branchId);
  return (
    <div className={fields['fields']} data-paper={hasFile || undefined}>
      <div className={fields['facts']}>
        <Parties card={card} />
        <Conditions card={card} facts={facts} />
        {filled.length > 0 && (
          <section>
            <h2 className={fields['heading']}>{t('companyFields')}</h2>
            <KeyValues
              captionWidth={148}
              entries={filled.map((one) => [one.label, customWords(one, document.custom?.[one.key])])}
            />
          </section>
        )}
        <section>
          <h2 className={fields['heading']}>{t('registration')}</h2>
          <KeyValues
            captionWidth={148}
            entries={[
              [t('ownNumber'), document.number === null ? common('none') : figures(document.number)],
              [t('date'), figures(formatDate(document.date))],
              document.counterpartyNumber ? [t('theirNumber'), document.counterpartyNumber] : null,
              document.signedOn ? [t('signedOn'), figures(formatDate(document.signedOn))] : null,
              [t('branch'), branch ? branch.city : common('none')],
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
              document.labels.length > 0
                ? [
                    t('labels'),
                    <span key="labels" className={fields['labels']}>
                      {document.labels.map((label) => (
                        <span key={label} className={fields['label']}>
                          {label}
                        </span>
                      ))}
                    </span>,
                  ]
                : null,
              document.note
                ? [
                    t('note'),
                    <span key="note" className={fields['note']}>
                      {document.note}
                    </span>,
                  ]
                : null,
            ]}
          />
        </section>
      </div>
      {hasFile && (
        <div className={fields['paper']}>
          <FirstFile attachments={card.attachments} />
        </div>
      )}
      {card.lines.length > 0 && (
        <div className={fields['under']}>
          <LinesTable lines={card.lines} />
        </div>
      )}
    </div>
  );
}

function Conditions({ card, facts }: { card: DocumentCard; facts: ContractFacts }) {
  const { document } = card;
  const t = useWords('contract');
  const common = useWords('common');
  const words = useContractWords();
  const parent = facts.tree.find((one) => one.id === document.parentId);
  const { amount, currency, expiresOn, noticeDays } = document;
  // Where the rate is told beside the amount, the sum of the tax stands on its own.
  const rated = amount !== null && document.vatAmount && vatRate(amount, document.vatAmount) !== null;
  return (
    <section>
      <h2 className={fields['heading']}>{t('conditions')}</h2>
      <KeyValues
        captionWidth={148}
        entries={[
          [t('subject'), document.subject],
          parent
            ? [
                t('parent'),
                <a key="parent" href={`#/documents/${parent.id}`}>
                  {words.related(parent)}
                </a>,
              ]
            : null,
          [t('type'), document.contractType ? t(`${document.contractType}Type`) : common('none')],
          [
            t('amount'),
            amount === null ? (
              common('none')
            ) : (
              <span key="amount">
                <b className="op-figures">{formatMoney(amount, currency)}</b>
                <span className={css['near']}>{vatWords(t, document)}</span>
              </span>
            ),
          ],
          rated ? [t('vat'), figures(formatMoney(document.vatAmount ?? 0, currency))] : null,
          [t('term'), words.term(document.effectiveFrom, expiresOn)],
          document.renewal ? [t('renewal'), t(`renewal_${document.renewal}`)] : null,
          noticeDays
            ? [
                t('notice'),
                expiresOn
                  ? t('noticeBefore', { count: noticeDays, date: formatDate(addDays(expiresOn, -noticeDays)) })
                  : t('noticeDays', { count: noticeDays }),
              ]
            : null,
        ]}
      />
    </section>
  );
}

/** The two sides, side by side. */
function Parties({ card }: { card: DocumentCard }) {
  const { counterparty } = card;
  const t = useWords('contract');
  const { organization } = useDirectory();
  return (
    <section>
      <h2 className={fields['heading']}>{t('parties')}</h2>
      <div className={css['parties']}>
        <div className={css['partyCard']}>
          <span className={css['caption']}>{t('ours')}</span>
          {organization && (
            <>
              <b>{organization.name}</b>
              <Codes {...organization} />
            </>
          )}
        </div>
        <div className={css['partyCard']}>
          <span className={css['caption']}>{t('theirs')}</span>
          {counterparty ? (
            <>
              <a href={`#/counterparties/${counterparty.id}`}>{partyTitle(counterparty)}</a>
              <Codes {...counterparty} />
            </>
          ) : (
            <span className={css['none']}>{t('noParty')}</span>
          )}
        </div>
      </div>
    </section>
  );
}

function Codes(props: { inn: string | null; kpp: string | null; ogrn: string | null; address: string | null }) {
  const t = useWords('contract');
  const codes = [
    props.inn ? `${t('inn')} ${props.inn}` : null,
    props.kpp ? `${t('kpp')} ${props.kpp}` : null,
    props.ogrn ? `${t('ogrn')} ${props.ogrn}` : null,
  ].filter((one) => one !== null);
  return (
    <>
      {codes.map((code) => (
        <span key={code} className={css['code']}>
          {code}
        </span>
      ))}
      {props.address && <span className={css['code']}>{props.address}</span>}
    </>
  );
}
