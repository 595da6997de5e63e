import { IconAlertCircle } from '@tabler/icons-react';
import css from '#renderer/pages/builder/builder.module.css';

/** What is wrong here, a sentence a line. */
export function FaultLines({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className={css['faults']} data-faults>
      {faults.map((fault) => (
        <li key={fault}>
          <IconAlertCircle size={14} stroke={1.6} aria-hidden="true" />
          {fault}
        </li>
      ))}
    </ul>
  );
}
