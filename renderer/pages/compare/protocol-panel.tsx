import { IconFileTypeDocx, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { SidePanel } from '#renderer/components/side-panel.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ChangePlace } from '#renderer/pages/compare/changes.ts';
import {
  changeFor,
  inOrder,
  itemFor,
  itemOfChange,
  missingItems,
  type ProtocolItem,
} from '#renderer/pages/compare/items-from-changes.ts';
import css from '#renderer/pages/compare/protocol.module.css';
import { ProtocolList, StateCounts } from '#renderer/pages/compare/protocol-list.tsx';
import type { Compared } from '#renderer/pages/compare/use-comparison.ts';
import { useProtocol } from '#renderer/pages/compare/use-protocol.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

const none: readonly ProtocolItem[] = [];

/** The protocol of a contract as it is kept, in its order. */
export function useProtocolItems(documentId: string): readonly ProtocolItem[] {
  const { data } = useQuery('contract.card', { id: documentId });
  return useMemo(() => (data ? data.protocol.filter((item) => item.archivedAt === null).sort(inOrder) : none), [data]);
}

/** The disagreement protocol beside the text: the item of the current change is framed, keys settle it. */
export function ProtocolPanel(props: {
  card: DocumentCard;
  compared: Compared | null;
  place: ChangePlace | null;
  places: readonly ChangePlace[];
  onChange: (change: number) => void;
}) {
  const { card, compared, place, places } = props;
  const t = useWords('compare');
  const documentId = card.document.id;
  const locked = card.document.archivedAt !== null;
  const items = useProtocolItems(documentId);
  const protocol = useProtocol(documentId);
  const [wordingId, setWordingId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const current = place ? itemFor(items, place.block) : undefined;
  const missing = useMemo(() => (compared ? missingItems(compared.redline, items, compared) : []), [compared, items]);

  /** The item of the current change; made of it when it is not there yet. */
  const add = async (patch: Partial<ProtocolItem> = {}) => {
    if (locked || !compared || !place) return null;
    if (current) return current.id;
    const form = { ...itemOfChange(compared.redline, place, compared), ...patch };
    const ids = await protocol.add.run([form]);
    return ids?.[0] ?? null;
  };
  const take = (choice: 'ours' | 'theirs') => {
    if (locked) return;
    setWordingId(null);
    if (current) void protocol.take(current, choice);
    else if (place && compared) {
      const form = itemOfChange(compared.redline, place, compared);
      void add({ choice, agreed: form[choice], state: 'agreed' });
    }
  };
  useShortcuts([
    { keys: '1', run: () => take('ours') },
    { keys: '2', run: () => take('theirs') },
    { keys: '3', run: () => void add().then(setWordingId) },
    { keys: 'Shift+Equal', run: () => void add() },
    { keys: 'NumpadAdd', run: () => void add() },
  ]);
  return (
    <SidePanel
      label={t('protocol')}
      width={356}
      header={
        <>
          <h2 className={css['title']}>{t('protocol')}</h2>
          <span className={css['many']}>{t('items', { count: items.length })}</span>
        </>
      }
      tools={
        !locked && (
          <IconButton
            label={t(place && !current ? 'add' : 'addOwn')}
            keys={place && !current ? ['+'] : []}
            onClick={() => (place && !current ? void add() : setAdding(true))}
          >
            <IconPlus size={16} stroke={1.6} />
          </IconButton>
        )
      }
      footer={
        !locked && (
          <div className={css['footer']}>
            <ActionButton
              variant="filled"
              icon={<IconFileTypeDocx size={16} stroke={1.6} />}
              busy={protocol.docx.busy}
              reason={items.length === 0 ? t('docxEmpty') : undefined}
              onClick={() => void protocol.docx.run()}
            >
              {t('docx')}
            </ActionButton>
            {missing.length > 0 && (
              <ActionButton busy={protocol.add.busy} onClick={() => void protocol.add.run(missing)}>
                {t('collect', { count: missing.length })}
              </ActionButton>
            )}
          </div>
        )
      }
    >
      {items.length > 0 && <StateCounts items={items} />}
      {items.length === 0 && (
        <p className={css['empty']}>
          <b>{t('emptyProtocol')}</b>
          {!locked && <span>{t('emptyProtocolText')}</span>}
        </p>
      )}
      <ProtocolList
        items={items}
        currentId={current?.id ?? null}
        wordingId={wordingId}
        onWording={setWordingId}
        onShow={(item) => {
          const found = changeFor(places, items, item.id);
          return found ? () => props.onChange(found.change) : null;
        }}
        locked={locked}
        protocol={protocol}
        adding={adding}
        onAdded={() => setAdding(false)}
      />
    </SidePanel>
  );
}
