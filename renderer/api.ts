import { takeToken } from '#renderer/bridge/launch-address.ts';
import { type BridgeState, openSocketBridge, type SocketBridge } from '#renderer/bridge/socket-bridge.ts';
import type { Bridge, CoreEvent, HostInfo, Reply } from '#shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** Set by the preload script of the desktop host. */
    readonly opora?: Bridge & { pathForFile?(file: File): string };
  }
}

let bridge: Bridge | null = null;
let socket: SocketBridge | null = null;

/** Connects this window to its core. Rejects with `denied` when the window was not opened by the program. */
export async function connect(): Promise<HostInfo> {
  if (window.opora) {
    bridge = window.opora;
    return bridge.host;
  }
  const token = takeToken();
  if (!token) throw new Error('denied');
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  socket = await openSocketBridge(`${scheme}://${location.host}/bridge`, token);
  bridge = socket;
  return bridge.host;
}

/** Lets a page without a host (the gallery, tests) answer for the core. */
export function connectTo(other: Bridge): void {
  bridge = other;
}

function connected(): Bridge {
  if (!bridge) throw new Error('the window is not connected yet');
  return bridge;
}

/** Sends one request to the core; a refusal of the business is a Reply, not an exception. */
export function call(channel: string, payload: unknown): Promise<Reply> {
  return connected().call(channel, payload);
}

/** Hands each event of the core to the listener; returns the way to stop. */
export function onEvent(listener: (event: CoreEvent) => void): () => void {
  return connected().on(listener);
}

export const hostInfo = (): HostInfo => connected().host;

/** The state of the window's own link to its program; a desktop window never loses it. */
export const bridgeState = (): BridgeState => socket?.state() ?? 'ready';
export const onBridgeState = (listener: (state: BridgeState) => void): (() => void) =>
  socket?.onState(listener) ?? (() => undefined);

/** Where a dropped file lies on this computer, if the host may know; otherwise its bytes have to be sent. */
export function pathOf(file: File): string | null {
  return window.opora?.pathForFile?.(file) || null;
}
