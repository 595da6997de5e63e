import { expect, test } from 'vitest';
import { ExchangeLimits } from './exchange-limits.ts';
import { defaultLimits, type Limits, shareOf } from './limits.ts';

const clerk = { org: 'one', userId: 'clerk', device: 'pc' };

function limitsOf(given: Partial<Limits>): { limits: ExchangeLimits; clock: { now: number } } {
  const clock = { now: 0 };
  return { limits: new ExchangeLimits({ ...defaultLimits, ...given }, () => clock.now), clock };
}

test('the device, the person and the organization are counted apart, in commands and in bytes', () => {
  const { limits } = limitsOf({
    commandsPerDevice: { burst: 2, perSecond: 1 },
    commandsPerUser: { burst: 3, perSecond: 1 },
    commandsPerOrganization: { burst: 4, perSecond: 1 },
    bytesPerUser: { burst: 100, perSecond: 10 },
  });
  const one = { bytes: 1, commands: 1 };
  expect([limits.take(clerk, 's', one), limits.take(clerk, 's', one)]).toEqual([null, null]);
  expect(limits.take(clerk, 's', one)).toEqual({ what: 'device', retryAfterMs: 1_000 });
  const laptop = { ...clerk, device: 'laptop' };
  expect(limits.take(laptop, 's', one)).toBeNull();
  expect(limits.take(laptop, 's', one)).toEqual({ what: 'user', retryAfterMs: 1_000 });
  const other = { ...clerk, userId: 'other' };
  expect(limits.take(other, 's', one)).toBeNull();
  expect(limits.take(other, 's', one)).toEqual({ what: 'organization', retryAfterMs: 1_000 });
  expect(limits.take(clerk, 's', { bytes: 100, commands: 0 })).toEqual({ what: 'user', retryAfterMs: 300 });
  expect(limits.take({ ...clerk, org: 'two' }, 's', one)).toBeNull();
});

test('a refused message is counted nowhere: after the time that was named it passes', () => {
  const { limits, clock } = limitsOf({
    commandsPerDevice: { burst: 10, perSecond: 10 },
    commandsPerOrganization: { burst: 10, perSecond: 1 },
  });
  const five = { bytes: 1, commands: 5 };
  for (let n = 0; n < 2; n += 1) expect(limits.take(clerk, 's', five)).toBeNull();
  for (let n = 0; n < 9; n += 1)
    expect(limits.take(clerk, 's', five)).toEqual({ what: 'organization', retryAfterMs: 5_000 });
  clock.now = 5_000;
  expect(limits.take(clerk, 's', five)).toBeNull();
});

test('a name that a device gives itself takes nothing from others, and a socket without a name has its own measure', () => {
  const { limits } = limitsOf({ messagesPerDevice: { burst: 1, perSecond: 1 } });
  const nothing = { bytes: 1, commands: 0 };
  expect(limits.take(clerk, 's', nothing)).toBeNull();
  expect(limits.take({ ...clerk, userId: 'thief' }, 's', nothing)).toBeNull();
  expect(limits.take(null, 'first', nothing)).toBeNull();
  expect(limits.take(null, 'first', nothing)).toMatchObject({ what: 'device' });
  expect(limits.take(null, 'second', nothing)).toBeNull();
});

test('several processes share what is common, and never grant nothing', () => {
  const share = shareOf(defaultLimits, 4);
  expect(share.commandsPerOrganization).toEqual({ burst: 25_000, perSecond: 2_500 });
  expect(share.loginsPerLogin.burst).toBe(2);
  expect(share.commandsPerDevice).toEqual(defaultLimits.commandsPerDevice);
  expect(shareOf(defaultLimits, 100).loginsPerLogin.burst).toBe(1);
  expect(shareOf(defaultLimits, 1)).toEqual(defaultLimits);
});
