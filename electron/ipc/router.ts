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
  /** False when the payload names a file that this window was not given; everything is allowed when absent. */
  allows?(payload: unknown): boolean;
}

const channelName = /^[a-z][A-Za-z0-9]*(?:[.\-:][A-Za-z0-9]+)*$/;

/**
 * The one door from windows to the core: checks who asks and what was sent, dispatches, and answers with a Reply always.
 * What the core throws stays here: a window learns the code INTERNAL and no path, stack or text of ours.
 */
export function createRouter(parts: RouterParts, report: (error: unknown) => void) {
  return async (sender: Sender, message: unknown): Promise<Reply> => {
    if (!isAdmitted(sender, parts)) return refusal('DENIED');
    const call = readCall(message);
    if (call === undefined) return refusal('MALFORMED');
    const fault = payloadFault(call.payload);
    if (fault) return refusal(fault, { channel: call.channel });
    if (parts.allows?.(call.payload) === false) return refusal('DENIED', { channel: call.channel });
    try {
      return await parts.core.call(call.channel, call.payload);
    } catch (error) {
      report(error);
      return refusal('INTERNAL', { channel: call.channel });
    }
  };
}

/** True for the page itself in the window that the shell opened: no frame inside it, no other window, no other address. */
export function isAdmitted(sender: Sender, parts: Pick<RouterParts, 'isOwnPage'>): boolean {
  return sender.isMainFrame && sender.isOwnWindow && parts.isOwnPage(sender.url);
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
