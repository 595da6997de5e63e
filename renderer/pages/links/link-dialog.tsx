import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { linkChoices, useLinkWords } from '#renderer/pages/links/use-link-words.ts';
import { newestFirst } from '#renderer/state/documents-register.ts';

/** How many documents are offered at once. */
const OFFERED = 8;

/** Finds a document by its words and links it with this one; said once, it is shown on both. */
export function LinkDialog(props: { documentId: string; known: ReadonlySet<string>; onClose: () => void }) {
  const { documentId, known, onClose } = props;
  const t = useWords('contract');
  const kindOf = useKindWords();
  const errors = useErrorWords();
  const relations = useWords('relations');
  const contract = useContractWords();
  const words = useLinkWords();
  const saved = useSaved();
  const [text, setText] = useState('');
  const [as, setAs] = useState('out_related');
  const [chosen, setChosen] = useState<{ id: string; title: string } | null>(null);
  const [tried, setTried] = useState(false);
  const add = useCommand('document_link.add');
  const typed = text.trim();
  const found = useQuery('document.list', {
    filter: typed ? { text: typed } : {},
    sort: newestFirst,
    start: 0,
    end: OFFERED + known.size,
  });
  const rows = (found.data?.rows ?? []).filter((row) => !known.has(row.id)).slice(0, OFFERED);
  const send = async () => {
    setTried(true);
    const { kind, side } = linkChoices.find((one) => one.value === as) ?? { kind: 'related', side: 'out' };
    if (!chosen) return;
    // The document that the words begin with keeps the link: «ответ» is kept by the one that answers.
    const [keeper, otherId] = side === 'out' ? [documentId, chosen.id] : [chosen.id, documentId];
    if (!(await add.run({ documentId: keeper, values: { otherId, kind } }))) return;
    saved(t('linkAdded'), chosen.title);
    onClose();
  };
  return (
    <FormDialog
      title={t('linkNew')}
      width={560}
      action={t('linkCreate')}
      busy={add.busy}
      error={add.error && errors(add.error)}
      send={send}
      onClose={onClose}
    >
      <TextField
        label={t('linkFind')}
        value={text}
        onChange={setText}
        hint={t('linkFindHint')}
        error={tried && !chosen ? t('linkChoose') : undefined}
        autoComplete="off"
        autoFocus
      />
      <fieldset className={css['found']}>
        <legend className="op-hidden">{t('linkFound')}</legend>
        {rows.map((row) => (
          <label key={row.id} className={css['choice']} data-chosen={chosen?.id === row.id || undefined}>
            <input
              type="radio"
              name="linked"
              className="op-hidden"
              checked={chosen?.id === row.id}
              onChange={() => setChosen({ id: row.id, title: contract.related(row) })}
            />
            <KindIcon kind={row.kind} />
            <span className="op-hidden">{kindOf(row)}</span>
            <span className="op-ellipsis">{contract.related(row)}</span>
            <span className={css['near']}>{formatDate(row.date)}</span>
          </label>
        ))}
        {found.data && rows.length === 0 && <p className={css['none']}>{t('linkNothing')}</p>}
      </fieldset>
      <SelectField
        label={relations('linkAs')}
        value={as}
        choices={linkChoices.map((one) => ({ value: one.value, label: words.kind(one.kind, one.side) }))}
        onChange={(next) => setAs(next ?? 'out_related')}
      />
    </FormDialog>
  );
}
