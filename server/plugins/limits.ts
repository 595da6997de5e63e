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
  /** Messages and bytes that one socket sends. */
  messagesPerDevice: Rate;
  bytesPerDevice: Rate;
  /** Commands of a whole organization. */
  commandsPerOrganization: Rate;
  /** Bytes of files that one person sends. */
  uploadPerUser: Rate;
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
  commandsPerOrganization: { burst: 100_000, perSecond: 10_000 },
  uploadPerUser: { burst: 4_096 * megabyte, perSecond: 32 * megabyte },
  accessLife: 15 * 60_000,
  refreshLife: 180 * day,
};
