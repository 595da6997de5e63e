import { Pill } from '#renderer/components/pill.tsx';
import { StatusPill } from '#renderer/components/status.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

/** The state of a contract: two states have a word of their own that other papers do not know. */
export function ContractStatus({ document, conflict }: { document: DocumentRow; conflict: boolean }) {
  const t = useWords('contract');
  if (conflict) return <StatusPill status="conflict" />;
  if (document.state === 'void')
    return (
      <Pill tone="gray" icon={<StatusGlyph status="void" size={12} />}>
        {t('terminatedPill')}
      </Pill>
    );
  if (document.state === 'sign' && document.signedOn)
    return (
      <Pill tone="ink" icon={<StatusGlyph status="sign" size={12} />}>
        {t('signedPill')}
      </Pill>
    );
  return <StatusPill status={document.state} />;
}
