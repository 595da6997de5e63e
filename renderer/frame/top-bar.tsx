import { IconArrowLeft, IconArrowRight, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { Logo } from '#renderer/frame/logo.tsx';
import css from '#renderer/frame/top-bar.module.css';
import { useWords } from '#renderer/i18n/words.ts';

export interface TopBarProps {
  folded: boolean;
  canGoBack: boolean;
  canGoForward: boolean;
  onBack: () => void;
  onForward: () => void;
  onSearch: () => void;
  /** The desktop window's own buttons take the last 132 px. */
  windowButtons: boolean;
  /** What stands at the right: create, the person. */
  children: ReactNode;
}

/** What is used from anywhere; also the title bar by which the window is dragged. */
export function TopBar(props: TopBarProps) {
  const t = useWords('frame');
  const common = useWords('common');
  return (
    <header
      className={css['bar']}
      data-folded={props.folded || undefined}
      data-buttons={props.windowButtons || undefined}
    >
      <div className={css['brand']}>
        <Logo />
        <span className={css['name']}>{common('product')}</span>
      </div>
      <div className={css['history']}>
        <IconButton label={t('back')} keys={['Alt', '←']} disabled={!props.canGoBack} onClick={props.onBack}>
          <IconArrowLeft size={18} stroke={1.6} />
        </IconButton>
        <IconButton label={t('forward')} keys={['Alt', '→']} disabled={!props.canGoForward} onClick={props.onForward}>
          <IconArrowRight size={18} stroke={1.6} />
        </IconButton>
      </div>
      <button type="button" className={css['search']} onClick={props.onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className="op-ellipsis">{t('search')}</span>
        <KeyCaps keys={['Ctrl K']} />
      </button>
      <div className={css['end']}>{props.children}</div>
    </header>
  );
}
