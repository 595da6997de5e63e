import { IconBuilding, IconFileText, IconPinnedOff, IconSettings } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { usePinWords } from '#renderer/pages/files/pin-switch.tsx';
import { TransferItem } from '#renderer/pages/files/transfer-item.tsx';
import css from '#renderer/pages/files/transfers.module.css';
import { useFileRoom, usePins } from '#renderer/pages/files/use-file-room.ts';
import { useTransfers } from '#renderer/pages/files/use-transfers.ts';
import { isAway, useLink } from '#renderer/state/link.ts';
import type { Pin, Transfer } from '#shared/ipc/file-channels.ts';

/** Files of this computer: what moves, what has stopped and why, what is kept for work without a link. */
export function TransfersPage() {
  const t = useWords('transfers');
  const navigate = useNavigate();
  const list = useTransfers();
  useLink((link) => link.status?.link);
  const stopped = (list ?? []).filter((one) => one.state === 'stopped' || one.state === 'paused');
  const moving = (list ?? []).filter((one) => !stopped.includes(one));
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          <ActionButton icon={<IconSettings size={16} stroke={1.6} />} onClick={() => navigate('/settings')}>
            {t('settings')}
          </ActionButton>
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['page']} tabIndex={0} aria-label={t('title')}>
        <Facts list={list ?? []} />
        {stopped.length > 0 && <Group title={t('stopped')} list={stopped} />}
        {list && (moving.length > 0 || stopped.length === 0) && (
          <Group title={t('onWay')} list={moving} hint={isAway() && moving.length > 0 ? t('offline') : undefined} />
        )}
        <Pins />
      </section>
    </Sheet>
  );
}

function Facts({ list }: { list: readonly Transfer[] }) {
  const t = useWords('transfers');
  const { size } = useFormats();
  const { space } = useFileRoom();
  const left = list.filter((one) => one.state === 'running' || one.state === 'queued');
  const bytes = left.reduce((sum, one) => sum + one.size - one.done, 0);
  return (
    <div className={css['facts']}>
      <Fact value={left.length > 0 ? `${formatCount(left.length)} · ${size(bytes)}` : '0'} words={t('onWay')} />
      {space && (
        <>
          <Fact
            value={formatCount(space.onlyHere.files)}
            words={t('onlyHere')}
            tone={space.onlyHere.files > 0 ? 'amber' : undefined}
          />
          <Fact value={size(space.pinned.bytes)} words={t('pinned')} />
          <Fact value={t('usedOf', { used: size(space.used), limit: size(space.limit) })} words={t('used')} />
        </>
      )}
    </div>
  );
}

function Fact({ value, words, tone }: { value: string; words: string; tone?: 'amber' | undefined }) {
  return (
    <div className={css['fact']} data-tone={tone}>
      <b className="op-figures">{value}</b>
      <span>{words}</span>
    </div>
  );
}

function Group({ title, list, hint }: { title: string; list: readonly Transfer[]; hint?: string | undefined }) {
  const t = useWords('transfers');
  return (
    <section className={css['group']} aria-label={title}>
      <h2>
        {title}{' '}
        <span className={css['beside']}>{[list.length > 0 ? formatCount(list.length) : '', hint].join(' ')}</span>
      </h2>
      {list.length === 0 ? (
        <p className={css['quiet']}>{t('nothing')}</p>
      ) : (
        <ul className={css['list']}>
          {list.map((one) => (
            <TransferItem key={one.sha256} transfer={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Pins() {
  const t = useWords('transfers');
  const { pins, refresh } = usePins();
  if (!pins) return null;
  return (
    <section className={css['group']} aria-label={t('pins')}>
      <h2>
        {t('pins')} <span className={css['beside']}>{pins.length > 0 ? formatCount(pins.length) : ''}</span>
      </h2>
      {pins.length === 0 ? (
        <p className={css['quiet']}>{t('pinsEmpty')}</p>
      ) : (
        <ul className={css['list']}>
          {pins.map((one) => (
            <PinItem key={one.id} pin={one} onGone={refresh} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PinItem({ pin, onGone }: { pin: Pin; onGone: () => void }) {
  const t = useWords('transfers');
  const words = usePinWords();
  const { size } = useFormats();
  const { entity, id, title } = pin;
  const Icon = entity === 'counterparty' ? IconBuilding : IconFileText;
  const unpin = useAction(() => ask('files.unpin', { entity, id }).then(onGone));
  return (
    <li className={css['item']}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      <Link
        className={css['name']}
        to={entity === 'counterparty' ? `/counterparties/${id}` : `/documents/${id}?tab=files`}
      >
        {title}
      </Link>
      <span className={css['words']}>{words(pin)}</span>
      <span className={`${css['cause']} op-figures`}>{size(pin.bytes)}</span>
      <IconButton label={t('unpinOf', { title })} size={24} disabled={unpin.busy} onClick={() => void unpin.run()}>
        <IconPinnedOff size={16} stroke={1.6} />
      </IconButton>
    </li>
  );
}
