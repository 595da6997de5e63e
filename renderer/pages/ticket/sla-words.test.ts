import { expect, test } from 'vitest';
import { clockParts, overMinutes, slaState } from '#renderer/pages/ticket/sla-words.ts';
import type { ClockView } from '#shared/queries/ticket.ts';

const clock = (given: Partial<ClockView> & { lived?: number | null }) => ({
  state: 'running' as const,
  dueAt: 1,
  minutesLeft: 50,
  left: 0.8,
  target: 60,
  spent: 10,
  late: null,
  resumesAt: null,
  ...given,
});

test('each state of a clock has its picture', () => {
  expect(slaState(clock({ state: 'none' }))).toBeNull();
  expect(slaState(clock({}))).toBe('run');
  expect(slaState(clock({ left: 0.2 }))).toBe('risk');
  expect(slaState(clock({ state: 'asleep' }))).toBe('off');
  expect(slaState(clock({ state: 'paused' }))).toBe('pause');
  expect(slaState(clock({ state: 'stopped' }))).toBe('met');
});

test('lateness is told whatever the clock does now', () => {
  expect(slaState(clock({ state: 'paused', late: 'own' }))).toBe('late');
  expect(slaState(clock({ state: 'asleep', minutesLeft: -5 }))).toBe('late');
  expect(slaState(clock({ state: 'stopped', late: 'link' }))).toBe('link');
});

test('an answer within twelve minutes that the requester waited 209 minutes for is 2 h 29 min over for want of a link', () => {
  expect(overMinutes(clock({ state: 'stopped', late: 'link', spent: 12, lived: 209 }))).toBe(149);
  expect(overMinutes(clock({ state: 'stopped', late: 'link', spent: 12 }))).toBeNull();
});

test('a running clock is over by what is missing, a stopped one by what it took', () => {
  expect(overMinutes(clock({ minutesLeft: -35, late: 'own' }))).toBe(35);
  expect(overMinutes(clock({ state: 'stopped', minutesLeft: null, spent: 95, late: 'own' }))).toBe(35);
});

test('a clock tells hours, never days, and minutes while they matter', () => {
  const told = (minutes: number) => clockParts(minutes).map((part) => `${part.count} ${part.unit}`);
  expect(told(0)).toEqual(['0 minute']);
  expect(told(149)).toEqual(['2 hour', '29 minute']);
  expect(told(-480)).toEqual(['8 hour']);
  expect(told(51 * 60 + 20)).toEqual(['51 hour']);
});
