import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/links/links.module.css';
import type { LinkNode } from '#shared/queries/relations.ts';

/** What a document says of itself in the picture: kind, number, date; subject; state and amount. */
export function NodeFace({ node }: { node: LinkNode }) {
  const t = useWords('relations');
  const status = useWords('status');
  return (
    <span className={css['face']} data-self={node.steps === 0 || undefined}>
      <span className={css['line']}>
        <KindIcon kind={node.kind} size={15} />
        <b className="op-ellipsis">{node.number ?? t('noNumber')}</b>
        <span className={css['end']}>{formatDate(node.date)}</span>
      </span>
      <span className={css['subject']} title={node.subject}>
        {node.subject}
      </span>
      <span className={css['line']}>
        <StatusGlyph status={node.state} size={13} />
        <span className="op-ellipsis">{status(`state_${node.state}`)}</span>
        {node.amount !== null && <span className={css['end']}>{formatMoney(node.amount, node.currency)}</span>}
      </span>
      {node.hidden > 0 && <span className={css['behind']}>{t('behind', { count: node.hidden })}</span>}
    </span>
  );
}
