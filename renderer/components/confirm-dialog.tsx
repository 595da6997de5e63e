import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import css from '#renderer/components/dialog.module.css';
import { useWords } from '#renderer/i18n/words.ts';

/** Asks first: only for what cannot be undone. The button names the action. */
export function ConfirmDialog(props: {
  opened: boolean;
  title: string;
  children: ReactNode;
  action: string;
  /** In place of «Отмена», where that is the action itself. */
  keep?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useWords('common');
  return (
    <Dialog opened={props.opened} title={props.title} onClose={props.onClose} width={440}>
      <div className={css['text']}>{props.children}</div>
      <div className={css['actions']}>
        <ActionButton variant="subtle" onClick={props.onClose}>
          {props.keep ?? t('cancel')}
        </ActionButton>
        <ActionButton
          variant={props.danger ? 'danger' : 'filled'}
          busy={props.busy ?? false}
          onClick={props.onConfirm}
          autoFocus
        >
          {props.action}
        </ActionButton>
      </div>
    </Dialog>
  );
}

/** A card over the page; Esc and a press beside it close it. */
export function Dialog(props: {
  opened: boolean;
  title: string;
  onClose: () => void;
  width?: number;
  children: ReactNode;
}) {
  const t = useWords('common');
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      size={props.width ?? 560}
      transitionProps={{ duration: 180 }}
    >
      <Modal.Overlay className={css['scrim'] ?? ''} />
      {/* While it fades it is no longer in anybody's way: keys of the page act again. */}
      <Modal.Content className={css['card'] ?? ''} data-closing={!props.opened || undefined}>
        {/* Not the library's header: outside of a section that would be a second banner of the page. */}
        <div className={css['header']}>
          <Modal.Title className={css['title'] ?? ''}>{props.title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </div>
        <Modal.Body className={css['body'] ?? ''}>{props.children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
