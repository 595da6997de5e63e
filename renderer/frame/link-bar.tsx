import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { bridgeState, hostInfo, onBridgeState } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { useClock, useMinute } from '#renderer/data/directory.tsx';
import { StatusBar } from '#renderer/frame/status-bar.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { PathPopover } from '#renderer/pages/record/path-popover.tsx';
import { useLink } from '#renderer/state/link.ts';

/** The status bar with what the core tells about the exchange. */
export function LinkBar() {
  const t = useWords('frame');
  const { weekdayShort } = useFormats();
  const clock = useClock();
  const now = useMinute();
  const navigate = useNavigate();
  const status = useLink((link) => link.status);
  const [bridge, setBridge] = useState(bridgeState);
  useEffect(() => onBridgeState(setBridge), []);

  const date = clock.date(now);
  const signedOut = status?.problem?.code === 'UNAUTHENTICATED';
  const link =
    status === null ? 'connecting' : signedOut ? 'signed-out' : status.link === 'cut' ? 'offline' : status.link;
  return (
    <>
      <StatusBar
        link={link}
        since={status ? clock.time(status.since) : undefined}
        outbox={(status?.waiting ?? 0) + (status?.sending ?? 0)}
        conflicts={status?.conflicts ?? 0}
        lastExchange={status?.lastExchangeAt ? clock.time(status.lastExchangeAt) : undefined}
        filling={status?.filling ? formatCount(status.filling) : undefined}
        clock={t('clock', { date: formatDate(date), weekday: weekdayShort(date), time: clock.time(now) })}
        cut={
          hostInfo().demo
            ? {
                on: status?.link === 'cut',
                onChange: (cut) => void ask('sync.cut', { cut }).then(useLink.getState().take, console.error),
              }
            : undefined
        }
        bridgeLost={bridge === 'lost'}
        onExchange={(tab) => navigate(`/exchange/${tab}`)}
      />
      <PathPopover />
    </>
  );
}
