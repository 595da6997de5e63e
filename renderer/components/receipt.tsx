import { IconAlertCircle, IconArrowsSplit2, IconCheck, IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useHint } from '#renderer/components/hint.tsx';
import css from '#renderer/components/receipt.module.css';
import { useWords } from '#renderer/i18n/words.ts';

export const receiptTones = {
  local: 'gray',
  out: 'amber',
  send: 'ink',
  ok: 'green',
  full: 'green',
  conf: 'plum',
  rej: 'red',
} as const;
export type ReceiptKey = keyof typeof receiptTones;

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const glyphs: Record<ReceiptKey, ReactNode> = {
  local: <IconDeviceDesktop size={16} stroke={1.6} />,
  out: (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 10.5V2.5M4.8 5.5L8 2.3l3.2 3.2" {...line} />
      <path d="M2.2 13.6h11.6" {...line} strokeDasharray="2.2 2.4" strokeLinecap="butt" />
    </svg>
  ),
  send: (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={css['turning']}>
      <circle cx="8" cy="8" r="6" {...line} opacity="0.25" />
      <path d="M8 2a6 6 0 0 1 6 6" {...line} />
    </svg>
  ),
  ok: <IconCheck size={16} stroke={2} />,
  full: (
    <svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">
      <path d="M1.5 8.8l3 3 6.5-7.6M8.2 11.4l.4.4L15.8 4.2" {...line} />
    </svg>
  ),
  conf: <IconArrowsSplit2 size={16} stroke={1.8} className={css['upright']} />,
  rej: <IconAlertCircle size={16} stroke={1.8} />,
};

/** What has become of a record on its way to the centre. `time` is when; `reason` why it was refused, both already in words. */
export function Receipt(props: {
  receipt: ReceiptKey;
  time?: string | undefined;
  reason?: string | undefined;
  /** Gets the pressed button, so that what opens can stand beside it. */
  onClick?: (anchor: HTMLElement) => void;
}) {
  const t = useWords('status');
  const words = t(`receipt_${props.receipt}`);
  const told = props.reason
    ? t('receiptWhy', { words, reason: props.reason })
    : props.time
      ? t('receiptAt', { words, time: props.time })
      : words;
  const hint = useHint(told);
  const look = { className: css['glyph'], 'data-tone': receiptTones[props.receipt], 'aria-label': told };
  const { onClick } = props;
  return (
    <>
      {onClick ? (
        <button type="button" {...look} {...hint.target} onClick={(event) => onClick(event.currentTarget)}>
          {glyphs[props.receipt]}
        </button>
      ) : (
        <span {...look} {...hint.target} role="img">
          {glyphs[props.receipt]}
        </span>
      )}
      {hint.words}
    </>
  );
}
