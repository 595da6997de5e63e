import { IconCheck } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contracts/agenda.module.css';
import { isUnsigned } from '#renderer/pages/contracts/unsigned.ts';
import { useLineTitle } from '#renderer/pages/contracts/use-line-title.ts';
import type { AgendaLine } from '#shared/queries/contract.ts';

/** One day of one contract: when, what, of which contract, how much, and the way to say that it is done. */
export function AgendaRow({ line, today, onSettle }: { line: AgendaLine; today: string; onSettle: () => void }) {
  const t = useWords('contracts');
  const status = useWords('status');
  const formats = useFormats();
  const title = useLineTitle();
  const { document } = line;
  const words = title(line);
  return (
    <tr data-late={line.date < today || undefined} data-unsigned={isUnsigned(document.state) || undefined}>
      <td className={css['date']}>
        {formatDate(line.date)}
        <span className={css['near']}>{formats.relativeDay(line.date, today)}</span>
      </td>
      <td title={words.title}>
        <span className={css['cell']}>
          <a data-row href={`#/documents/${document.id}`} className="op-ellipsis">
            {words.title}
          </a>
          {words.kind && <span className={css['tag']}>{words.kind}</span>}
        </span>
      </td>
      <td title={document.subject}>
        <span className={css['cell']}>
          <KindIcon kind={document.kind} />
          <span className="op-hidden">{status(`kind_${document.kind}`)} </span>
          <span className="op-ellipsis">
            {document.number ? `${document.number} · ${document.subject}` : document.subject}
          </span>
          {isUnsigned(document.state) && <span className={css['unsigned']}>{t('unsigned')}</span>}
          {line.counterpartyName && <span className={css['tag']}>{line.counterpartyName}</span>}
        </span>
      </td>
      <td className={css['sum']}>{line.amount === null ? '' : formatMoney(line.amount, document.currency)}</td>
      <td className={css['act']}>
        <IconButton label={`${t('settle')}: ${words.title}`} keys={['A']} size={24} data-settle onClick={onSettle}>
          <IconCheck size={14} stroke={1.6} />
        </IconButton>
      </td>
    </tr>
  );
}
