import { type HandledFile, readFile, uploadFile } from '#renderer/bridge/files.ts';
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
let token: string | null = null;

/** Connects this window to its core. Rejects with `denied` when the window was not opened by the program. */
export async function connect(): Promise<HostInfo> {
  if (window.opora) {
    bridge = window.opora;
    return bridge.host;
  }
  token = takeToken();
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

/** Makes a dropped or chosen file known to the host: by its path where the host may know it, by its bytes otherwise. */
export async function handleOf(file: File): Promise<HandledFile> {
  const path = window.opora?.pathForFile?.(file);
  return path ? { handle: path, name: file.name } : uploadFile(file, token ?? '');
}

/** The bytes behind a handle that the core gave. */
export const bytesOf = (handle: string): Promise<Blob> => readFile(handle, token);
