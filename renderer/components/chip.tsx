import { IconPlus, IconX } from '@tabler/icons-react';
import type { Ref } from 'react';
import css from '#renderer/components/chip.module.css';

/** A condition that is set: «Филиал Новосибирск ×». Pressing the words edits it, the cross removes it. */
export function FilterChip(props: {
  label: string;
  value: string;
  onEdit?: () => void;
  onRemove: () => void;
  removeLabel: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <span className={css['chip']}>
      <button type="button" className={css['words']} ref={props.ref} onClick={props.onEdit}>
        {props.label} <b className={css['value']}>{props.value}</b>
      </button>
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
export function OfferChip({
  label,
  onClick,
  ref,
  ...rest
}: {
  label: string;
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button type="button" className={css['offer']} ref={ref} onClick={onClick} {...rest}>
      <IconPlus size={12} stroke={1.6} /> {label}
    </button>
  );
}
