import { IconFileTypeDocx, IconGitCompare, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/compare/protocol.module.css';
import { ProtocolList, StateCounts } from '#renderer/pages/compare/protocol-list.tsx';
import { useProtocolItems } from '#renderer/pages/compare/protocol-panel.tsx';
import { useProtocol } from '#renderer/pages/compare/use-protocol.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** The disagreement protocol under a contract's files, without a text beside it. `onCompare`: there are two versions to compare. */
export function ProtocolSection({ card, onCompare }: { card: DocumentCard; onCompare: (() => void) | null }) {
  const t = useWords('compare');
  const documentId = card.document.id;
  const locked = card.document.archivedAt !== null;
  const items = useProtocolItems(documentId);
  const protocol = useProtocol(documentId);
  const [wordingId, setWordingId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  if (items.length === 0 && locked) return null;
  return (
    <section className={css['section']} aria-label={t('protocol')}>
      <h3>
        {t('protocol')} <span className={css['many']}>{t('items', { count: items.length })}</span>
      </h3>
      {items.length > 0 ? <StateCounts items={items} /> : <p className={css['hint']}>{t('emptyAlone')}</p>}
      {!locked && (
        <div className={css['actions']}>
          {items.length > 0 && (
            <ActionButton
              size="xs"
              icon={<IconFileTypeDocx size={14} stroke={1.6} />}
              busy={protocol.docx.busy}
              onClick={() => void protocol.docx.run()}
            >
              {t('docx')}
            </ActionButton>
          )}
          {onCompare && (
            <ActionButton size="xs" icon={<IconGitCompare size={14} stroke={1.6} />} onClick={onCompare}>
              {t('compareVersions')}
            </ActionButton>
          )}
          <ActionButton size="xs" icon={<IconPlus size={14} stroke={1.6} />} onClick={() => setAdding(true)}>
            {t('addOwn')}
          </ActionButton>
        </div>
      )}
      <ProtocolList
        items={items}
        currentId={null}
        wordingId={wordingId}
        onWording={setWordingId}
        onShow={null}
        locked={locked}
        protocol={protocol}
        adding={adding}
        onAdded={() => setAdding(false)}
      />
    </section>
  );
}
