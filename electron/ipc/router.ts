import type { Core, Reply } from '#shared/ipc/bridge.ts';
import { payloadFault } from './payload.ts';

/** The frame a message came from, as the shell saw it at that moment. */
export interface Sender {
  /** False for a frame inside a page and for a frame that is gone. */
  isMainFrame: boolean;
  /** True for a window that the shell itself opened. */
  isOwnWindow: boolean;
  url: string;
}

export interface RouterParts {
  core: Core;
  isOwnPage(url: string): boolean;
}

const channelName = /^[a-z][A-Za-z0-9]*(?:[.\-:][A-Za-z0-9]+)*$/;

/**
 * The one door from windows to the core: checks who asks and what was sent, dispatches, and answers with a Reply always.
 * What the core throws stays here: a window learns the code INTERNAL and no path, stack or text of ours.
 */
export function createRouter(parts: RouterParts, report: (error: unknown) => void) {
  return async (sender: Sender, message: unknown): Promise<Reply> => {
    if (!sender.isMainFrame || !sender.isOwnWindow || !parts.isOwnPage(sender.url)) return refusal('DENIED');
    const call = readCall(message);
    if (call === undefined) return refusal('MALFORMED');
    const fault = payloadFault(call.payload);
    if (fault) return refusal(fault, { channel: call.channel });
    try {
      return await parts.core.call(call.channel, call.payload);
    } catch (error) {
      report(error);
      return refusal('INTERNAL', { channel: call.channel });
    }
  };
}

function readCall(message: unknown): { channel: string; payload: unknown } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { channel, payload } = message as Record<string, unknown>;
  if (typeof channel !== 'string' || channel.length > 100 || !channelName.test(channel)) return undefined;
  return { channel, payload };
}

function refusal(code: string, details?: Record<string, unknown>): Reply {
  return { ok: false, error: details ? { code, details } : { code } };
}
