import type { ReactNode } from 'react';
import css from '#renderer/frame/frame-layout.module.css';
import { useWords } from '#renderer/i18n/words.ts';

/** The desk: top bar, rail and status bar around the one sheet. `over` lies above the sheet: toasts, the drop overlay. */
export function FrameLayout(props: {
  top: ReactNode;
  rail: ReactNode;
  status: ReactNode;
  over?: ReactNode;
  /** Address of the page that is drawn; the window's own address is ahead of it while the page is fetched. */
  page?: string;
  children: ReactNode;
}) {
  const t = useWords('frame');
  return (
    <div className={css['window']}>
      <button type="button" className={css['skip']} onClick={() => document.getElementById('content')?.focus()}>
        {t('skipToContent')}
      </button>
      {props.top}
      <div className={css['middle']}>
        {props.rail}
        <div className={css['place']} data-page={props.page}>
          {props.children}
          {props.over}
        </div>
      </div>
      {props.status}
    </div>
  );
}
