import { Checkbox, Popover } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { changed, moved } from '#renderer/pages/documents/columns/arrange.ts';
import css from '#renderer/pages/documents/columns/column-chooser.module.css';
import type { ArrangedColumns } from '#renderer/pages/documents/columns/use-arranged-columns.ts';

const icon = { size: 14, stroke: 1.8 } as const;

/** Which columns are shown and in what order: by dragging, by buttons or with Alt and the arrows. */
export function ColumnChooser({ columns, settings, isOwn, arrange, saved }: ArrangedColumns & { saved: boolean }) {
  const t = useWords('register');
  const grid = useWords('grid');
  const [opened, setOpened] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const nameOf = (id: string) => columns.find((column) => column.id === id)?.header ?? id;
  const placeOf = (id: string) => settings.findIndex((one) => one.id === id);
  const move = (id: string, to: number) => {
    if (to < 0 || to >= settings.length) return;
    arrange(moved(settings, id, to));
    setTold(t('columnMoved', { name: nameOf(id), place: String(to + 1), total: String(settings.length) }));
  };
  const press = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return;
    event.preventDefault();
    move(id, placeOf(id) + (event.code === 'ArrowUp' ? -1 : 1));
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <IconButton label={grid('columns')} onClick={() => setOpened(!opened)}>
          <IconColumns3 size={18} stroke={1.6} />
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown className={css['card'] ?? ''}>
        <div className={css['head']}>
          <b>{t('columnsTitle')}</b>
          {isOwn && (
            <LinkButton tone="quiet" onClick={() => arrange(null)}>
              {t('columnsReset')}
            </LinkButton>
          )}
        </div>
        <p className={css['hint']}>{t('columnsHint')}</p>
        <ul className={css['list']}>
          {columns.map((column, place) => (
            <li
              key={column.id}
              className={css['line']}
              draggable
              data-dragged={dragged === column.id || undefined}
              onKeyDown={(event) => press(event, column.id)}
              onDragStart={() => setDragged(column.id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => {
                event.preventDefault();
                // The line follows the hand: what is seen is what will stay.
                if (dragged !== null && dragged !== column.id) move(dragged, place);
              }}
            >
              <IconGripVertical {...icon} className={css['grip']} aria-hidden="true" />
              <Checkbox
                label={column.header}
                checked={!column.hidden}
                disabled={column.fixed ?? false}
                onChange={(event) => arrange(changed(settings, column.id, { hidden: !event.currentTarget.checked }))}
              />
              <span className={css['moves']}>
                <IconButton
                  size={22}
                  label={t('columnUp', { name: column.header })}
                  onClick={() => move(column.id, place - 1)}
                >
                  <IconChevronUp {...icon} />
                </IconButton>
                <IconButton
                  size={22}
                  label={t('columnDown', { name: column.header })}
                  onClick={() => move(column.id, place + 1)}
                >
                  <IconChevronDown {...icon} />
                </IconButton>
              </span>
            </li>
          ))}
        </ul>
        <p className={css['hint']}>{t(saved ? 'columnsOfView' : 'columnsHere')}</p>
        <span className="op-hidden" aria-live="polite">
          {told}
        </span>
      </Popover.Dropdown>
    </Popover>
  );
}
