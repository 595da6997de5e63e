import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type ReportTable, toCsv, toXlsx } from '#renderer/pages/reports/spreadsheet.ts';
import { useToasts } from '#renderer/state/toasts.ts';

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The list as a file; `load` reads all of it first, however long it is. */
export function ExportMenu({ title, load }: { title: string; load: () => Promise<ReportTable> }) {
  const t = useWords('exchange');
  const reports = useWords('reports');
  const today = useClock().today();
  const save = useAction(async (kind: keyof typeof types) => {
    const table = await load();
    const content = kind === 'csv' ? toCsv([table]) : toXlsx([table]);
    const address = URL.createObjectURL(new Blob([content], { type: types[kind] }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${title} ${today}.${kind}`;
    link.click();
    URL.revokeObjectURL(address);
    useToasts.getState().show({ tone: 'done', title: reports('exported'), object: link.download });
  });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <IconButton label={t('export')} aria-busy={save.busy}>
          <IconDownload size={18} stroke={1.6} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save.run('xlsx')}>{reports('exportXlsx')}</Menu.Item>
        <Menu.Item onClick={() => void save.run('csv')}>{reports('exportCsv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
