import { useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ItemDialog } from '#renderer/pages/compare/item-dialog.tsx';
import type { ProtocolItem } from '#renderer/pages/compare/items-from-changes.ts';
import css from '#renderer/pages/compare/protocol.module.css';
import { ProtocolCard, stateGlyphs } from '#renderer/pages/compare/protocol-card.tsx';
import type { Protocol } from '#renderer/pages/compare/use-protocol.ts';

const order = ['agreed', 'discussed', 'open'] as const;
const counted = { agreed: 'countAgreed', discussed: 'countDiscussed', open: 'countOpen' } as const;

/** How many items stand where. */
export function StateCounts({ items }: { items: readonly ProtocolItem[] }) {
  const t = useWords('compare');
  return (
    <div className={css['counts']}>
      {order.map((state) => (
        <span key={state}>
          <StatusGlyph status={stateGlyphs[state]} size={12} />
          {t(counted[state], { count: items.filter((item) => item.state === state).length })}
        </span>
      ))}
    </div>
  );
}

/** Items in their order as cards, with the dialog that edits one. */
export function ProtocolList(props: {
  items: readonly ProtocolItem[];
  currentId: string | null;
  wordingId: string | null;
  onWording: (id: string | null) => void;
  onShow: ((item: ProtocolItem) => (() => void) | null) | null;
  locked: boolean;
  protocol: Protocol;
  /** A new item is being written. */
  adding: boolean;
  onAdded: () => void;
}) {
  const { items, protocol } = props;
  const t = useWords('compare');
  const words = useErrorWords();
  const [edited, setEdited] = useState<string | null>(null);
  const open = props.adding ? 'new' : (items.find((item) => item.id === edited) ?? null);
  const close = () => {
    setEdited(null);
    props.onAdded();
  };
  return (
    <>
      {protocol.error && (
        <div className={css['failed']}>
          <Note tone="red" title={words(protocol.error)} />
        </div>
      )}
      <ol className={css['items']} aria-label={t('protocol')}>
        {items.map((item) => (
          <ProtocolCard
            key={item.id}
            item={item}
            current={item.id === props.currentId}
            locked={props.locked}
            protocol={protocol}
            wording={item.id === props.wordingId}
            onWording={(wording) => props.onWording(wording ? item.id : null)}
            onEdit={() => setEdited(item.id)}
            onShow={props.onShow?.(item) ?? null}
          />
        ))}
      </ol>
      <ItemDialog item={open} protocol={protocol} onClose={close} />
    </>
  );
}
