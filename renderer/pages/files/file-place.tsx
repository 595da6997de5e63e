import {
  IconCloud,
  IconCloudDown,
  IconCloudUp,
  IconDeviceDesktop,
  IconDeviceDesktopCheck,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/transfers.module.css';
import type { Transfer } from '#shared/ipc/file-channels.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

export type Place = 'both' | 'only' | 'way' | 'centre' | 'elsewhere' | 'sending' | 'coming';

/** Where the bytes are: here, on the way or in the centre, and whether they are anywhere else. */
export function placeOf(
  { place, verifiedAt }: Pick<AttachmentInfo, 'place' | 'verifiedAt'>,
  transfer: Pick<Transfer, 'state' | 'direction'> | undefined,
): Place {
  if (transfer?.state === 'running') return transfer.direction === 'up' ? 'sending' : 'coming';
  if (place === 'here') return verifiedAt === null ? 'only' : 'both';
  if (verifiedAt === null) return 'elsewhere';
  return place === 'way' ? 'way' : 'centre';
}

const icons = {
  both: IconDeviceDesktopCheck,
  only: IconDeviceDesktop,
  way: IconCloudDown,
  coming: IconCloudDown,
  sending: IconCloudUp,
  centre: IconCloud,
  elsewhere: IconUserQuestion,
} as const;

/** The size of a file and its place, as an icon with its word. What exists only once is amber. */
export function FilePlace({ place, size }: { place: Place; size: string }) {
  const t = useWords('transfers');
  const Icon = icons[place];
  return (
    <span className={css['where']}>
      <span className="op-figures">{size}</span> ·{' '}
      <span className={css['place']} data-tone={place === 'only' ? 'amber' : undefined}>
        <Icon size={14} stroke={1.6} aria-hidden="true" /> {t(`place_${place}`)}
      </span>
    </span>
  );
}
