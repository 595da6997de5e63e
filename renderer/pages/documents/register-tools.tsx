import { Popover } from '@mantine/core';
import { IconFileExport, IconLayoutSidebarRight, IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { ColumnChooser } from '#renderer/pages/documents/columns/column-chooser.tsx';
import type { ArrangedColumns } from '#renderer/pages/documents/columns/use-arranged-columns.ts';
import { GroupMenu } from '#renderer/pages/documents/groups/group-menu.tsx';
import { usePanels } from '#renderer/state/panels.ts';

const icon = { size: 18, stroke: 1.6 } as const;

/** Groups, columns, export, density and preview of the register. */
export function RegisterTools(props: { arranged: ArrangedColumns; saved: boolean; onExport: () => void }) {
  const t = useWords('documents');
  const register = useWords('register');
  const grid = useWords('grid');
  const panels = usePanels();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <GroupMenu />
      <ColumnChooser {...props.arranged} saved={props.saved} />
      <IconButton label={register('export')} onClick={props.onExport}>
        <IconFileExport {...icon} />
      </IconButton>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <IconButton label={grid('density')} onClick={() => setOpened(!opened)}>
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
