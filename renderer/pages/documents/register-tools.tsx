import { Checkbox, Popover } from '@mantine/core';
import { IconColumns3, IconLayoutSidebarRight, IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/documents.module.css';
import { useRegister } from '#renderer/pages/documents/register.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { usePanels } from '#renderer/state/panels.ts';

const icon = { size: 18, stroke: 1.6 } as const;

/** Columns, density and preview of the register. */
export function RegisterTools({ columns }: { columns: readonly { id: string; label: string }[] }) {
  const t = useWords('documents');
  const grid = useWords('grid');
  const { page } = useRegister();
  const panels = usePanels();
  const [opened, setOpened] = useState<'columns' | 'density' | null>(null);
  const hidden = panels.hiddenColumns[page] ?? [];
  const own = useOwnFields();
  const shown = panels.ownColumns[page] ?? [];
  return (
    <>
      <Popover
        opened={opened === 'columns'}
        onChange={(open) => setOpened(open ? 'columns' : null)}
        position="bottom-end"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <IconButton label={grid('columns')} onClick={() => setOpened(opened === 'columns' ? null : 'columns')}>
            <IconColumns3 {...icon} />
          </IconButton>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={css['menu']}>
            {columns.map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={!hidden.includes(id)}
                onChange={(event) =>
                  panels.hideColumns(
                    page,
                    event.currentTarget.checked ? hidden.filter((one) => one !== id) : [...hidden, id],
                  )
                }
              />
            ))}
            {own.length > 0 && <b>{t('ownFields')}</b>}
            {own.map(({ key, label }) => (
              <Checkbox
                key={key}
                label={label}
                checked={shown.includes(key)}
                onChange={(event) =>
                  panels.showOwnColumns(
                    page,
                    event.currentTarget.checked ? [...shown, key] : shown.filter((one) => one !== key),
                  )
                }
              />
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      <Popover
        opened={opened === 'density'}
        onChange={(open) => setOpened(open ? 'density' : null)}
        position="bottom-end"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <IconButton label={grid('density')} onClick={() => setOpened(opened === 'density' ? null : 'density')}>
            <IconMenu2 {...icon} />
          </IconButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Segmented
            label={grid('density')}
            value={panels.density}
            onChange={panels.setDensity}
            choices={(['compact', 'normal', 'roomy'] as const).map((value) => ({ value, label: grid(value) }))}
          />
        </Popover.Dropdown>
      </Popover>
      <IconButton
        label={t('preview')}
        keys={['Space']}
        active={panels.preview}
        onClick={() => panels.showPreview(!panels.preview)}
      >
        <IconLayoutSidebarRight {...icon} />
      </IconButton>
    </>
  );
}
