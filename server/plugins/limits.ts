import type { Rate } from '#server/plugins/rate-limit.ts';

/** What one person, device or organization may take. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** JSON bodies of HTTP requests. */
  body: number;
  /** One message over the socket. */
  message: number;
  /** One file. */
  file: number;
  loginsPerLogin: Rate;
  loginsPerAddress: Rate;
  /** Requests over HTTP of one person, the probe apart. */
  requestsPerUser: Rate;
  /** Messages, bytes and commands that one device sends, over all its sockets. */
  messagesPerDevice: Rate;
  bytesPerDevice: Rate;
  commandsPerDevice: Rate;
  /** The same of all devices of one person, and of a whole organization. */
  bytesPerUser: Rate;
  commandsPerUser: Rate;
  bytesPerOrganization: Rate;
  commandsPerOrganization: Rate;
  /** Bytes of files that one person sends, and a whole organization. */
  uploadPerUser: Rate;
  uploadPerOrganization: Rate;
  accessLife: number;
  /** A workstation may be without a network for so long and still need no password. */
  refreshLife: number;
}

const megabyte = 1024 * 1024;
const day = 24 * 60 * 60_000;

export const defaultLimits: Limits = {
  body: megabyte,
  message: 32 * megabyte,
  file: 512 * megabyte,
  loginsPerLogin: { burst: 10, perSecond: 1 / 30 },
  loginsPerAddress: { burst: 100, perSecond: 1 },
  requestsPerUser: { burst: 1_000, perSecond: 100 },
  messagesPerDevice: { burst: 500, perSecond: 100 },
  bytesPerDevice: { burst: 128 * megabyte, perSecond: 8 * megabyte },
  // Weeks offline are handed in at once: the bursts are what a person can have entered, the rates what the lane can take.
  commandsPerDevice: { burst: 50_000, perSecond: 5_000 },
  bytesPerUser: { burst: 256 * megabyte, perSecond: 16 * megabyte },
  commandsPerUser: { burst: 100_000, perSecond: 5_000 },
  bytesPerOrganization: { burst: 1_024 * megabyte, perSecond: 64 * megabyte },
  commandsPerOrganization: { burst: 100_000, perSecond: 10_000 },
  uploadPerUser: { burst: 4_096 * megabyte, perSecond: 32 * megabyte },
  uploadPerOrganization: { burst: 65_536 * megabyte, perSecond: 256 * megabyte },
  accessLife: 15 * 60_000,
  refreshLife: 180 * day,
};

/** Limits that are counted over several devices, or before there is one: each process knows only of what comes to it. */
const common = [
  'loginsPerLogin',
  'loginsPerAddress',
  'requestsPerUser',
  'bytesPerUser',
  'commandsPerUser',
  'bytesPerOrganization',
  'commandsPerOrganization',
  'uploadPerUser',
  'uploadPerOrganization',
] as const;

/** What one of several server processes may grant, so that together they grant what is allowed. At least one of everything. */
export function shareOf(limits: Limits, processes: number): Limits {
  const share = ({ burst, perSecond }: Rate): Rate => ({
    burst: Math.max(1, Math.floor(burst / processes)),
    perSecond: perSecond / processes,
  });
  return { ...limits, ...Object.fromEntries(common.map((name) => [name, share(limits[name])])) };
}
