import { IconPlus, IconX } from '@tabler/icons-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import css from '#renderer/components/chip.module.css';

/** A condition that is set: «Филиал Новосибирск ×». Pressing the words edits it, the cross removes it. */
export function FilterChip(props: {
  label: string;
  value: string;
  onEdit?: () => void;
  onRemove: () => void;
  removeLabel: string;
  /** Lets an editor open from the words: gets their button, gives it back as a popover's target. */
  wrap?: (words: ReactElement) => ReactNode;
}) {
  const words = (
    <button type="button" className={css['words']} onClick={props.onEdit}>
      {props.label} <b className={css['value']}>{props.value}</b>
    </button>
  );
  return (
    <span className={css['chip']}>
      {props.wrap ? props.wrap(words) : words}
      <button
        type="button"
        className={css['cross']}
        aria-label={`${props.removeLabel}: ${props.label} ${props.value}`}
        onClick={props.onRemove}
      >
        <IconX size={12} stroke={1.6} />
      </button>
    </span>
  );
}

/** An offer to add something: dashed. */
export function OfferChip({ label, ...target }: { label: string } & ComponentProps<'button'>) {
  // A menu that opens from the chip hands its own attributes through; the looks stay ours.
  return (
    <button {...target} type="button" className={css['offer']}>
      <IconPlus size={12} stroke={1.6} /> {label}
    </button>
  );
}
