import type { Limits } from '#server/plugins/limits.ts';
import { type Rate, RateLimiter } from '#server/plugins/rate-limit.ts';

/** Who sends a message over a socket; a socket that has not said hello is known by its number only. */
export interface Sender {
  org: string;
  userId: string;
  device: string;
}

export interface Load {
  bytes: number;
  commands: number;
}

/** Whose limit is reached, and after how many milliseconds the same message would pass. */
export interface Refused {
  what: string;
  retryAfterMs: number;
}

type Level = 'device' | 'user' | 'organization';
type Measure = 'messages' | keyof Load;

/** What workstations may send, counted by device, person and organization over all their sockets of this process. */
export class ExchangeLimits {
  readonly #limiters: { level: Level; measure: Measure; limiter: RateLimiter }[];

  constructor(limits: Limits, now: () => number) {
    const counted = (level: Level, measure: Measure, rate: Rate) => ({
      level,
      measure,
      limiter: new RateLimiter(rate, now),
    });
    this.#limiters = [
      counted('device', 'messages', limits.messagesPerDevice),
      counted('device', 'bytes', limits.bytesPerDevice),
      counted('device', 'commands', limits.commandsPerDevice),
      counted('user', 'bytes', limits.bytesPerUser),
      counted('user', 'commands', limits.commandsPerUser),
      counted('organization', 'bytes', limits.bytesPerOrganization),
      counted('organization', 'commands', limits.commandsPerOrganization),
    ];
  }

  /** Counts a message, or refuses it whole: then nothing of it is counted anywhere. `socket` stands for who is not known yet. */
  take(sender: Sender | null, socket: string, load: Load): Refused | null {
    const names: Partial<Record<Level, string>> = sender
      ? {
          // The name of a device is its own word: it counts within its person only.
          device: `${sender.org}/${sender.userId}/${sender.device}`,
          user: `${sender.org}/${sender.userId}`,
          organization: sender.org,
        }
      : { device: socket };
    const wanted = this.#limiters.flatMap(({ level, measure, limiter }) => {
      const amount = measure === 'messages' ? 1 : load[measure];
      const name = names[level];
      return name === undefined || amount === 0 ? [] : [{ level, limiter, name, amount }];
    });
    let refused: Refused | null = null;
    for (const { level, limiter, name, amount } of wanted) {
      const retryAfterMs = limiter.wait(name, amount);
      if (retryAfterMs > (refused?.retryAfterMs ?? 0)) refused = { what: level, retryAfterMs };
    }
    if (refused) return refused;
    for (const { limiter, name, amount } of wanted) limiter.take(name, amount);
    return null;
  }
}
