import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { lockWindow } from '#renderer/frame/leave.ts';
import type { Binding } from '#renderer/frame/shortcut-engine.ts';
import { goToArea } from '#renderer/frame/use-areas.ts';
import { useAskRequest, useCreateFirst } from '#renderer/frame/use-create-first.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useOverlays } from '#renderer/state/overlays.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { undoLast } from '#renderer/state/toasts.ts';

/** The keys that work on every page. `sections` are the rail's addresses in their order. */
export function useFrameKeys(sections: readonly string[]): void {
  const navigate = useNavigate();
  const ask = useAskRequest();
  const first = useCreateFirst();
  const places = sections.join(' ');
  const bindings = useMemo<Binding[]>(() => {
    const show = useOverlays.getState().show;
    const panels = usePanels.getState;
    return [
      { keys: 'Ctrl+K', whileTyping: true, run: () => show('palette') },
      { keys: 'Ctrl+Shift+F', whileTyping: true, run: () => navigate('/search') },
      { keys: '?', run: () => show('keys') },
      { keys: '[', run: () => panels().foldRail(!panels().railFolded) },
      { keys: 'F6', whileTyping: true, run: () => goToArea(1) },
      { keys: 'Shift+F6', whileTyping: true, run: () => goToArea(-1) },
      { keys: 'Alt+←', run: () => navigate(-1) },
      { keys: 'Alt+→', run: () => navigate(1) },
      { keys: 'Ctrl+L', whileTyping: true, run: lockWindow },
      { keys: 'Z', run: undoLast },
      { keys: 'Ctrl+Z', run: undoLast },
      { keys: 'G D', run: () => navigate('/documents') },
      { keys: 'G I', run: () => navigate('/work') },
      { keys: 'G C', run: () => navigate('/contracts') },
      { keys: 'G P', run: () => navigate('/counterparties') },
      { keys: 'G O', run: () => navigate('/exchange') },
      { keys: 'Ctrl+N', whileTyping: true, run: first },
      { keys: 'C 1', run: () => navigate('/documents/new/incoming') },
      { keys: 'C 2', run: () => navigate('/documents/new/outgoing') },
      { keys: 'C 3', run: () => navigate('/documents/new/contract') },
      { keys: 'C 4', run: ask },
      ...places
        .split(' ')
        .map((place, index) => ({ keys: `Alt+${index + 1}`, whileTyping: true, run: () => navigate(place) })),
    ];
  }, [navigate, places, ask, first]);
  useShortcuts(bindings);
}
