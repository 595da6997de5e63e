import { Menu } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useClock, useMinute } from '#renderer/data/directory.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/reports/print.module.css';
import { type ReportTable, toCsv, toXlsx } from '#renderer/pages/reports/spreadsheet.ts';
import { TableOf } from '#renderer/pages/reports/table-of.tsx';
import { useToasts } from '#renderer/state/toasts.ts';

const icon = { size: 18, stroke: 1.6 } as const;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A report handed out: as a file, or on paper. `load` reads what has to be read before, such as a whole register. */
export function HandOut(props: {
  title: string;
  load: () => Promise<readonly ReportTable[]> | readonly ReportTable[];
}) {
  const t = useWords('reports');
  const today = useClock().today();
  const save = async (kind: 'xlsx' | 'csv') => {
    const tables = await props.load();
    const content = kind === 'csv' ? toCsv(tables) : toXlsx(tables);
    const type = kind === 'csv' ? 'text/csv;charset=utf-8' : xlsxType;
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${props.title} ${today}.${kind}`.replace(/\s*[\\/:*?"<>|]\s*/g, ' ');
    link.click();
    URL.revokeObjectURL(address);
    useToasts.getState().show({ tone: 'done', title: t('exported'), object: link.download });
  };
  useShortcuts([{ keys: 'Ctrl+P', whileTyping: true, run: () => window.print() }]);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <IconButton label={t('export')}>
            <IconDownload {...icon} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('xlsx')}>{t('exportXlsx')}</Menu.Item>
          <Menu.Item onClick={() => void save('csv')}>{t('exportCsv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <IconButton label={t('print')} keys={['Ctrl', 'P']} onClick={() => window.print()}>
        <IconPrinter {...icon} />
      </IconButton>
    </>
  );
}

/** The tables as they go to paper: seen only when the window is printed, and then nothing else is. */
export function Paper(props: { title: string; line: string; tables: readonly ReportTable[] }) {
  const t = useWords('reports');
  const clock = useClock();
  const now = useMinute();
  return createPortal(
    <div className={css['paper']} aria-hidden="true" inert>
      <h1>{t('printedAt', { title: props.title, time: clock.moment(now) })}</h1>
      <p>{props.line}</p>
      {props.tables.map((table) => (
        <div key={table.title} className={css['part']}>
          <h2>{table.title}</h2>
          <TableOf table={table} />
        </div>
      ))}
    </div>,
    document.body,
  );
}
