import type { Icon } from '@tabler/icons-react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { IntakeTabs } from '#renderer/pages/import/intake-tabs.tsx';

/** A page of imports before any file was chosen. */
export function NothingChosen(props: { active: 'files' | 'table'; icon: Icon; onChoose: () => void }) {
  const { active, icon: Glyph, onChoose } = props;
  const t = useWords(active === 'files' ? 'imports' : 'tables');
  const icon = <Glyph size={20} stroke={1.6} />;
  return (
    <Sheet>
      <PageHeader title={t('title')}>
        <IntakeTabs active={active} />
      </PageHeader>
      <EmptyState
        title={t('emptyTitle')}
        text={t('emptyText')}
        ways={[{ title: t('choose'), text: t('chooseText'), icon, onClick: onChoose }]}
      />
    </Sheet>
  );
}
