import { Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { usePrintDocuments } from '#renderer/pages/print/use-print-documents.ts';

/** Papers of the document whose card it stands on. */
export function PrintButton({ documentId }: { documentId: string }) {
  const t = useWords('print');
  const print = usePrintDocuments();
  const open = () => print([documentId]);
  useShortcuts([{ keys: 'Ctrl+P', whileTyping: true, run: open }]);
  return (
    <IconButton label={t('open')} keys={['Ctrl', 'P']} onClick={open}>
      <IconPrinter size={16} stroke={1.6} />
    </IconButton>
  );
}

/** The same as a line of a menu: Ctrl+P prints a paper of that page's own. */
export function PrintMenuItem({ documentId }: { documentId: string }) {
  const t = useWords('print');
  const print = usePrintDocuments();
  return <Menu.Item onClick={() => print([documentId])}>{t('openForms')}</Menu.Item>;
}
