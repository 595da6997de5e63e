import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { TicketAction } from '#renderer/pages/ticket/use-ticket-actions.tsx';

/** What is done less often. */
export function TicketMenu({ actions }: { actions: readonly TicketAction[] }) {
  const t = useWords('queues');
  if (actions.length === 0) return null;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <IconButton label={t('more')}>
          <IconDots size={16} stroke={1.6} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.id}
            onClick={action.run}
            rightSection={action.keys ? <KeyCaps keys={action.keys} /> : undefined}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
