import { runCommand } from '#renderer/data/core.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useRegister } from '#renderer/pages/documents/register.ts';
import type { NamedView } from '#renderer/pages/documents/use-views.ts';
import type { RegisterView } from '#renderer/state/documents-register.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** What a view keeps. */
export const settingsOfView = ({ filter, sort, columns = null, group = null }: RegisterView) => ({
  ...{ filter, sort, columns, group },
});

/** Writes what is set now into the person's own view; the former settings come back with an undo. */
export function useSaveView(view: NamedView | undefined): () => void {
  const t = useWords('documents');
  const { page, useStore } = useRegister();
  const { run } = useCommand('view.save');
  return () => {
    if (!view?.saved) return;
    const { filter, sort, columns, group } = useStore.getState();
    const order = { id: view.id, page, name: view.label, position: 0 };
    const former = settingsOfView(view);
    void run({ ...order, settings: settingsOfView({ filter, sort, columns, group }) }).then((reply) => {
      if (!reply) return;
      useToasts.getState().show({
        tone: 'done',
        title: t('viewSaved'),
        object: view.label,
        undo: () => runCommand('view.save', { ...order, settings: former }),
      });
    });
  };
}
