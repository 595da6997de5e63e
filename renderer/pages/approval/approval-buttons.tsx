import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/approval.module.css';
import type { ApprovalActions } from '#renderer/pages/approval/use-approval-actions.tsx';

/** The actions of approval as a header shows them: other actions, return, and the one filled button. */
export function ApprovalButtons({ actions, grow }: { actions: ApprovalActions; grow?: boolean }) {
  const { primary, secondary, waiting } = actions;
  const decides = primary !== null && primary.id === 'decide';
  const first = primary && (
    <ActionButton
      key="primary"
      variant="filled"
      busy={primary.busy ?? false}
      onClick={primary.run}
      {...(primary.keys ? { keys: primary.keys } : {})}
      {...(grow ? { grow } : {})}
    >
      {primary.label}
    </ActionButton>
  );
  const second = secondary && (
    <ActionButton key="secondary" onClick={secondary.run} {...(secondary.keys ? { keys: secondary.keys } : {})}>
      {secondary.label}
    </ActionButton>
  );
  return (
    <>
      {waiting && <span className={css['waiting']}>{waiting}</span>}
      {!grow && <MoreActions actions={actions} />}
      {decides && grow ? [first, second] : [second, first]}
      {grow && <MoreActions actions={actions} />}
    </>
  );
}

/** What is done less often. */
export function MoreActions({ actions }: { actions: ApprovalActions }) {
  const t = useWords('approval');
  if (actions.more.length === 0) return null;
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconButton label={t('more')}>
          <IconDots size={16} stroke={1.6} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.more.map((action) => (
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
