import { IconPin, IconPinFilled, IconPinnedOff } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/transfers.module.css';
import { usePin } from '#renderer/pages/files/use-pin.ts';
import type { PinEntity, PinState } from '#shared/ipc/file-channels.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** Keeps the files of a case on this computer, and says how many of them are here already. */
export function PinSwitch(props: { entity: PinEntity; id: string; title: string; hint: string }) {
  const { entity, id, title, hint } = props;
  const t = useWords('transfers');
  const words = usePinWords();
  const { state, turn } = usePin(entity, id);
  if (!state || (state.files === 0 && !state.pinned)) return null;
  if (!state.pinned)
    return (
      <span title={hint}>
        <ActionButton icon={<IconPin {...icon} />} busy={turn.busy} onClick={() => void turn.run()}>
          {t('pinHere')}
        </ActionButton>
      </span>
    );
  return (
    <div className={css['pin']} data-whole={(state.files > 0 && state.here === state.files) || undefined}>
      <IconPinFilled size={14} className={css['pinned']} aria-hidden="true" />
      <span role="status">{words(state)}</span>
      <IconButton label={t('unpinOf', { title })} size={24} disabled={turn.busy} onClick={() => void turn.run()}>
        <IconPinnedOff {...icon} />
      </IconButton>
    </div>
  );
}

/** «3 из 5 файлов здесь, 1 ещё не попал в центр». */
export function usePinWords(): (state: PinState) => string {
  const t = useWords('transfers');
  return ({ files, here, missing }) => {
    if (files === 0) return t('pinnedNone');
    if (here === files) return t('pinnedAll', { count: files });
    const some = t('pinnedSome', { here, count: files });
    return missing > 0 ? `${some}, ${t('pinnedMissing', { count: missing })}` : some;
  };
}
