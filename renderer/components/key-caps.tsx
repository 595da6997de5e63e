import css from '#renderer/components/key-caps.module.css';

/** Keys printed as caps, in Latin whatever the layout. `on` tells what they lie on. */
export function KeyCaps({ keys, on = 'surface' }: { keys: readonly string[]; on?: 'surface' | 'fill' | 'inverse' }) {
  return (
    <span className={css['caps']} data-on={on} aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key} className={css['cap']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
