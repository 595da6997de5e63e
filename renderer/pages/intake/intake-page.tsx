import { IconFolderCog, IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { IntakeTabs } from '#renderer/pages/import/intake-tabs.tsx';
import { addToIntake } from '#renderer/pages/intake/add-to-intake.ts';
import css from '#renderer/pages/intake/intake.module.css';
import { IntakePreview } from '#renderer/pages/intake/intake-preview.tsx';
import { IntakeTake } from '#renderer/pages/intake/intake-take.tsx';
import { WaitingList } from '#renderer/pages/intake/waiting-list.tsx';
import { useIntake } from '#renderer/state/intake.ts';

const add = () => void chooseFiles().then(addToIntake);

/** «Приём»: files of the watched folders and those that were handed over, on their way to documents. */
export function IntakePage() {
  const t = useWords('intake');
  const navigate = useNavigate();
  const { items, ready } = useIntake();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  useShortcuts([{ keys: 'Esc', run: () => navigate(-1) }]);
  // What has left the list is chosen no longer; the first file is on show.
  useEffect(() => {
    setChosen((before) => before.filter((id) => items.some((one) => one.id === id)));
    setShown((before) => (items.some((one) => one.id === before) ? before : (items[0]?.id ?? null)));
  }, [items]);
  const toFolders = () => navigate('/settings');
  const tools = (
    <>
      <ActionButton variant="subtle" icon={<IconFolderCog size={16} stroke={1.6} />} onClick={toFolders}>
        {t('folders')}
      </ActionButton>
      <ActionButton icon={<IconUpload size={16} stroke={1.6} />} onClick={add}>
        {t('add')}
      </ActionButton>
    </>
  );
  const item = items.find((one) => one.id === shown) ?? null;
  const taking = chosen.length > 0 ? items.filter((one) => chosen.includes(one.id)) : item ? [item] : [];
  return (
    <Sheet>
      <PageHeader title={t('title')} tools={items.length > 0 && tools}>
        <IntakeTabs active="intake" />
      </PageHeader>
      {items.length === 0 ? (
        ready && (
          <EmptyState
            title={t('emptyTitle')}
            text={t('emptyText')}
            ways={[
              { title: t('add'), text: t('addText'), icon: <IconUpload size={20} stroke={1.6} />, onClick: add },
              {
                title: t('folders'),
                text: t('foldersText'),
                icon: <IconFolderCog size={20} stroke={1.6} />,
                onClick: toFolders,
              },
            ]}
          />
        )
      ) : (
        <div className={css['page']}>
          <WaitingList items={items} chosen={chosen} shown={shown} onChoose={setChosen} onShow={setShown} />
          <IntakePreview item={item} />
          <IntakeTake key={taking.map(({ id }) => id).join()} items={taking} />
        </div>
      )}
    </Sheet>
  );
}
