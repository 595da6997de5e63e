import { IconFileImport } from '@tabler/icons-react';
import css from '#renderer/components/drop-overlay.module.css';

/** Lies over the window while files are dragged above it. It lets every event through: the window itself takes the drop. */
export function DropOverlay({ title, hint }: { title: string; hint: string }) {
  return (
    <div className={css['overlay']}>
      <div className={css['frame']}>
        <IconFileImport size={40} stroke={1.4} aria-hidden="true" />
        <p className={css['title']}>{title}</p>
        <p className={css['hint']}>{hint}</p>
      </div>
    </div>
  );
}
