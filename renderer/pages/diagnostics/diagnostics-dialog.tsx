import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { DiagnosticsView } from '#renderer/pages/diagnostics/diagnostics-view.tsx';

/** The same over the page of the rescue. */
export function DiagnosticsDialog(props: { opened: boolean; onClose: () => void }) {
  const t = useWords('diagnostics');
  return (
    <Dialog opened={props.opened} title={t('title')} width={860} onClose={props.onClose}>
      {props.opened && <DiagnosticsView />}
    </Dialog>
  );
}
