import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { usePanels } from '#renderer/state/panels.ts';

/** Shows and hides what is told of a journal or a case file beside its list; lists of other pages do the same with their preview. */
export function FactsButton({ label }: { label: string }) {
  const { preview, showPreview } = usePanels();
  useShortcuts([{ keys: 'Space', run: () => showPreview(!preview) }]);
  return (
    <IconButton label={label} keys={['Space']} active={preview} onClick={() => showPreview(!preview)}>
      <IconLayoutSidebarRight size={18} stroke={1.6} />
    </IconButton>
  );
}
