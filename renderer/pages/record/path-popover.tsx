import { Popover } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/record/record.module.css';
import { RecordPath } from '#renderer/pages/record/record-path.tsx';
import { RecordReceipts } from '#renderer/pages/record/record-receipts.tsx';
import { usePathView } from '#renderer/state/record-path.ts';

/** The path of a record, opened from its receipt anywhere in the window. One for all: rows of a grid stay light. */
export function PathPopover() {
  const t = useWords('record');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { shown, show } = usePathView();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it
  useEffect(() => show(null), [pathname, show]);
  if (!shown) return null;
  const box = shown.anchor.getBoundingClientRect();
  const close = () => {
    show(null);
    shown.anchor.focus();
  };
  return (
    <Popover
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-end"
      width={296}
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <div className={css['anchor']} style={{ left: box.left, top: box.top, width: box.width, height: box.height }} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('pathTitle')}>
        <div className={css['path']}>
          <h2 className={css['pathTitle']}>{t('pathTitle')}</h2>
          <RecordPath entity={shown.entity} id={shown.id} />
          <RecordReceipts entity={shown.entity} id={shown.id} />
          <LinkButton onClick={() => navigate('/exchange/outbox')}>{t('pathOpen')}</LinkButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
