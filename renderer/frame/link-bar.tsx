import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { bridgeState, hostInfo, onBridgeState } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { useClock, useMinute } from '#renderer/data/directory.tsx';
import { problemOf } from '#renderer/frame/link-problem.ts';
import { StatusBar } from '#renderer/frame/status-bar.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { PathPopover } from '#renderer/pages/record/path-popover.tsx';
import { useLink } from '#renderer/state/link.ts';
import { type ErrorCode, errors as errorTable } from '#shared/domain/error.ts';

const known = (code: string): ErrorCode => (Object.hasOwn(errorTable, code) ? (code as ErrorCode) : 'INTERNAL');

/** Clocks apart by less than this are nobody's business, in milliseconds. */
const CLOCK_NEAR = 2 * 60_000;

/** How far this computer's clock is off, once that matters. */
function clockOff(ahead: number, duration: (minutes: number) => string) {
  if (Math.abs(ahead) <= CLOCK_NEAR) return undefined;
  return { by: duration(Math.round(Math.abs(ahead) / 60_000)), ahead: ahead > 0 };
}

/** The status bar with what the core tells about the exchange. */
export function LinkBar() {
  const t = useWords('frame');
  const { weekdayShort, size, duration } = useFormats();
  const errors = useTranslation('errors').t;
  const clock = useClock();
  const now = useMinute();
  const navigate = useNavigate();
  const status = useLink((link) => link.status);
  const [bridge, setBridge] = useState(bridgeState);
  useEffect(() => onBridgeState(setBridge), []);

  const date = clock.date(now);
  const problem = status?.problem?.code;
  const signedOut = problem === 'UNAUTHENTICATED';
  const told = problemOf(status?.problem ?? null);
  const link = status === null ? 'connecting' : signedOut ? 'signed-out' : status.link;
  return (
    <>
      <StatusBar
        link={link}
        since={status ? clock.time(status.since) : undefined}
        outbox={status?.waiting ?? 0}
        conflicts={status?.conflicts ?? 0}
        rejected={status?.rejected ?? 0}
        files={
          status && status.files.waiting > 0
            ? { count: status.files.waiting, left: size(status.files.bytesLeft) }
            : undefined
        }
        clockOff={status ? clockOff(status.clockAhead, duration) : undefined}
        problem={
          told ? { words: told.own ? t(`problem_${told.own}`) : errors(known(told.code)), tone: told.tone } : undefined
        }
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
        onFiles={() => navigate('/files')}
      />
      <PathPopover />
    </>
  );
}
