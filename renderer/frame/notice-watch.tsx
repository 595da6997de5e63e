import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { placeOf } from '#renderer/pages/work/use-work-actions.ts';
import { deliveryOf, useNotices, type Waiting, withNews } from '#renderer/state/notices.ts';
import { workingTimeOf } from '#shared/commands/approval/branch-time.ts';
import { nextDelivery } from '#shared/lib/quiet-hours.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** How long a timer of the engine can be, in milliseconds. */
const LONGEST = 2_000_000_000;

/** Tells of new work through the notifications of the system, when the person wants it and at the hours they chose. Shows nothing itself. */
export function NoticeWatch() {
  const on = useNotices((notices) => notices.on);
  const able = typeof Notification !== 'undefined' && Notification.permission === 'granted';
  return on && able ? <Watch /> : null;
}

function Watch() {
  const settings = useNotices();
  const { own } = useDirectory();
  const list = useQuery('work.list', { tab: 'all', insteadOf: null, text: null }).data;
  const calendars = useQuery('company.setup', {}).data?.calendars;
  const show = useShow();
  const waiting = useRef<Waiting>({ known: null, pending: [] });
  const [asked, again] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` grows when the time has come
  useEffect(() => {
    if (!list || !own || !calendars) return;
    waiting.current = withNews(waiting.current, list.items);
    const { pending } = waiting.current;
    if (pending.length === 0) return;
    const at = nextDelivery(deliveryOf(settings), workingTimeOf(own, calendars), Date.now());
    if (at !== 'now') {
      const timer = setTimeout(() => again((count) => count + 1), Math.min(at - Date.now(), LONGEST));
      return () => clearTimeout(timer);
    }
    waiting.current = { ...waiting.current, pending: [] };
    show(pending);
    return;
  }, [list, own, calendars, settings, show, asked]);
  return null;
}

/** One item by its verb and title, several by their number; a press brings the window to it. */
function useShow(): (items: readonly WorkItem[]) => void {
  const t = useWords('work');
  const navigate = useNavigate();
  return useCallback(
    (items) => {
      // Whoever looks at the list sees them come.
      if (document.hasFocus() && location.hash.startsWith('#/work')) return;
      const [only] = items;
      if (!only) return;
      const one = items.length === 1;
      const title = one ? t(`noticeTitle_${only.type}`) : t('noticeMany', { count: items.length });
      const body = items
        .slice(0, 3)
        .map((item) => item.title)
        .join('\n');
      const notice = new Notification(title, { body, tag: 'opora-work' });
      notice.onclick = () => {
        window.focus();
        navigate(one ? placeOf(only) : '/work');
        notice.close();
      };
    },
    [t, navigate],
  );
}
