import { create } from 'zustand';
import type { DeliverySettings } from '#shared/lib/quiet-hours.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** When a person wants to hear of new work. Times are `HH:MM` on the clock of their branch. */
export interface NoticeSettings {
  on: boolean;
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
  quietWeekends: boolean;
  digest: boolean;
  digestAt: string;
}

export const defaultNotices: NoticeSettings = {
  on: false,
  quiet: true,
  quietFrom: '20:00',
  quietTo: '08:00',
  quietWeekends: true,
  digest: false,
  digestAt: '09:00',
};

interface Notices extends NoticeSettings {
  change: (patch: Partial<NoticeSettings>) => void;
}

/** How this workstation tells of new work. */
export const useNotices = create<Notices>()((set) => ({ ...defaultNotices, change: (patch) => set(patch) }));

/** The choices without the functions of the store. */
export function noticeSettings(state: NoticeSettings): NoticeSettings {
  const { on, quiet, quietFrom, quietTo, quietWeekends, digest, digestAt } = state;
  return { on, quiet, quietFrom, quietTo, quietWeekends, digest, digestAt };
}

/** Reads what lies in the file of the profile; whatever cannot be read counts as not chosen. */
export function readNotices(stored: unknown): NoticeSettings | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const given = stored as Record<string, unknown>;
  const flag = (name: 'on' | 'quiet' | 'quietWeekends' | 'digest') =>
    typeof given[name] === 'boolean' ? given[name] : defaultNotices[name];
  const time = (name: 'quietFrom' | 'quietTo' | 'digestAt') =>
    parseTime(String(given[name] ?? '')) ?? defaultNotices[name];
  return {
    on: flag('on'),
    quiet: flag('quiet'),
    quietFrom: time('quietFrom'),
    quietTo: time('quietTo'),
    quietWeekends: flag('quietWeekends'),
    digest: flag('digest'),
    digestAt: time('digestAt'),
  };
}

/** As the rule of delivery wants them. */
export const deliveryOf = (settings: NoticeSettings): DeliverySettings => ({
  quiet: settings.quiet
    ? { from: settings.quietFrom, to: settings.quietTo, weekends: settings.quietWeekends }
    : settings.quietWeekends
      ? { from: '00:00', to: '00:00', weekends: true }
      : null,
  digest: settings.digest ? { at: settings.digestAt } : null,
});

/** What a person typed (9, 9:30, 0930, 9.30) → `HH:MM`; null when it is no time. */
export function parseTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(typed.trim());
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** A decision asked for again after the content changed is news, though the task is the same. */
const keyOf = (item: WorkItem): string => `${item.item} ${item.decide?.hash ?? ''}`;

export interface Waiting {
  /** Keys of what was in the list when it was last looked at; null before the first look. */
  known: ReadonlySet<string> | null;
  /** What has come since and has not been told yet. */
  pending: readonly WorkItem[];
}

/** What is new in the list since the last look; what was there at the first look, or has gone meanwhile, is no news. */
export function withNews(before: Waiting, items: readonly WorkItem[]): Waiting {
  const here = new Map(items.map((item) => [keyOf(item), item]));
  const { known } = before;
  if (known === null) return { known: new Set(here.keys()), pending: [] };
  const pending = before.pending.filter((item) => here.has(keyOf(item)));
  const told = new Set(pending.map(keyOf));
  const news = items.filter((item) => !known.has(keyOf(item)) && !told.has(keyOf(item)));
  return { known: new Set([...known, ...here.keys()]), pending: [...pending, ...news] };
}
