import { describe, expect, test } from 'vitest';
import { defaultNotices, deliveryOf, parseTime, readNotices, type Waiting, withNews } from '#renderer/state/notices.ts';
import { nextDelivery } from '#shared/lib/quiet-hours.ts';
import { defaultSchedule } from '#shared/lib/working-time/working-time.ts';
import type { WorkItem } from '#shared/queries/work.ts';

const item = (id: number, hash: string | null = null) =>
  ({ item: `approval_task/${id}`, decide: hash === null ? null : { hash } }) as WorkItem;
const nothing: Waiting = { known: null, pending: [] };
const ids = ({ pending }: Waiting) => pending.map((one) => one.item.split('/')[1]);

describe('news', () => {
  test('are what came after the first look', () => {
    let waiting = withNews(nothing, [item(1)]);
    expect(ids(waiting)).toEqual([]);
    waiting = withNews(waiting, [item(1), item(2), item(3)]);
    expect(ids(waiting)).toEqual(['2', '3']);
    expect(ids(withNews(waiting, [item(1), item(2), item(3)]))).toEqual(['2', '3']);
  });

  test('told once, forgotten when settled meanwhile', () => {
    const first = withNews(nothing, []);
    const waiting = withNews(first, [item(1), item(2)]);
    expect(ids(withNews(waiting, [item(2)]))).toEqual(['2']);
    const told = { ...waiting, pending: [] };
    expect(ids(withNews(told, [item(1), item(2)]))).toEqual([]);
    expect(ids(withNews(withNews(told, []), [item(1)]))).toEqual([]);
  });

  test('include a decision asked for again on another content', () => {
    const waiting = withNews(nothing, [item(1, 'a')]);
    expect(ids(withNews(waiting, [item(1, 'b')]))).toEqual(['1']);
  });
});

test('a typed time', () => {
  expect(['9', '9:30', '0930', '9.05', '23 59'].map(parseTime)).toEqual(['09:00', '09:30', '09:30', '09:05', '23:59']);
  expect(['', '24', '9:75', 'утром', '12:3'].map(parseTime)).toEqual([null, null, null, null, null]);
});

test('what is stored is read back, the unreadable counts as not chosen', () => {
  const chosen = { ...defaultNotices, on: true, digest: true, digestAt: '10:15' };
  expect(readNotices({ ...chosen })).toEqual(chosen);
  expect(readNotices({ on: 'yes', quietFrom: 'late', digestAt: 7 })).toEqual({ ...defaultNotices, digestAt: '07:00' });
  expect(readNotices(null)).toBeUndefined();
});

describe('delivery', () => {
  const time = { offsets: [{ from: null, minutes: 180 }], schedule: defaultSchedule, calendar: [] };
  /** Friday 2026-05-15 in Moscow. */
  const friday = (hours: number) => Date.UTC(2026, 4, 15, hours - 3);

  test('at night and on days off the news wait', () => {
    const settings = deliveryOf({ ...defaultNotices, on: true });
    expect(nextDelivery(settings, time, friday(12))).toBe('now');
    expect(nextDelivery(settings, time, friday(7))).toBe(friday(8));
    expect(nextDelivery(settings, time, friday(21))).toBe(friday(8) + 3 * 86_400_000);
  });

  test('silent weekends do without quiet hours; nothing chosen is at once', () => {
    const weekends = deliveryOf({ ...defaultNotices, quiet: false });
    expect(nextDelivery(weekends, time, friday(23))).toBe('now');
    expect(nextDelivery(weekends, time, friday(12) + 86_400_000)).toBe(friday(0) + 3 * 86_400_000);
    expect(deliveryOf({ ...defaultNotices, quiet: false, quietWeekends: false })).toEqual({
      quiet: null,
      digest: null,
    });
  });

  test('a digest gathers the day', () => {
    const settings = deliveryOf({
      ...defaultNotices,
      quiet: false,
      quietWeekends: false,
      digest: true,
      digestAt: '17:00',
    });
    expect(nextDelivery(settings, time, friday(12))).toBe(friday(17));
    expect(nextDelivery(settings, time, friday(17))).toBe('now');
  });
});
