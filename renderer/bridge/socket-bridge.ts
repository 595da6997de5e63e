import type { Bridge, CoreEvent, HostInfo, Reply } from '#shared/ipc/bridge.ts';

/** What the page's own host may say over the socket. */
type Incoming =
  | { t: 'ready'; host: HostInfo }
  | { t: 'denied' }
  | { t: 'reply'; id: number; reply: Reply }
  | { t: 'event'; event: CoreEvent };

export type BridgeState = 'connecting' | 'ready' | 'lost' | 'denied';

export interface SocketBridge extends Bridge {
  state(): BridgeState;
  onState(listener: (state: BridgeState) => void): () => void;
}

interface Waiting {
  message: string;
  resolve: (reply: Reply) => void;
  /** A call that was on the wire when the socket broke may have been carried out; it is told apart from one never sent. */
  sent: boolean;
}

const RETRY_FIRST = 200;
const RETRY_MOST = 3_000;

/**
 * Opens the bridge to the browser host and keeps it open. Resolves when the host has accepted the token;
 * rejects with `denied` when it has not. Calls made while the socket is away wait for it.
 */
export function openSocketBridge(
  address: string,
  token: string,
  open = (url: string) => new WebSocket(url),
): Promise<SocketBridge> {
  const listeners = new Set<(event: CoreEvent) => void>();
  const watchers = new Set<(state: BridgeState) => void>();
  const waiting = new Map<number, Waiting>();
  let state: BridgeState = 'connecting';
  let socket: WebSocket | null = null;
  let host: HostInfo | null = null;
  let last = 0;
  let pause = RETRY_FIRST;

  const become = (next: BridgeState) => {
    if (state === next) return;
    state = next;
    for (const watcher of watchers) watcher(next);
  };
  const send = (one: Waiting) => {
    socket?.send(one.message);
    one.sent = true;
  };

  return new Promise((resolve, reject) => {
    const receive = (message: Incoming) => {
      switch (message.t) {
        case 'ready': {
          const again = host !== null;
          host = message.host;
          pause = RETRY_FIRST;
          become('ready');
          for (const one of waiting.values()) send(one);
          resolve(bridge);
          // What happened while the socket was away is unknown: everything is read again.
          if (again) for (const listener of listeners) listener({ type: 'session' });
          return;
        }
        case 'denied':
          become('denied');
          socket?.close();
          reject(new Error('denied'));
          return;
        case 'reply': {
          waiting.get(message.id)?.resolve(message.reply);
          waiting.delete(message.id);
          return;
        }
        case 'event':
          for (const listener of listeners) listener(message.event);
      }
    };
    const connect = () => {
      const own = open(address);
      socket = own;
      own.onopen = () => own.send(JSON.stringify({ t: 'auth', token }));
      own.onmessage = ({ data }) => receive(JSON.parse(String(data)) as Incoming);
      own.onclose = () => {
        if (state === 'denied') return;
        become(host ? 'lost' : 'connecting');
        refuseUncertain();
        setTimeout(connect, pause);
        pause = Math.min(RETRY_MOST, pause * 2);
      };
    };
    /** A call whose fate is unknown must not be repeated by itself: it might be carried out twice. */
    const refuseUncertain = () => {
      for (const [id, one] of waiting) {
        if (!one.sent) continue;
        waiting.delete(id);
        one.resolve({ ok: false, error: { code: 'INTERNAL', details: { reason: 'bridge-lost' } } });
      }
    };
    const bridge: SocketBridge = {
      get host() {
        return host as HostInfo;
      },
      state: () => state,
      onState(watcher) {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      call(channel, payload) {
        last += 1;
        const id = last;
        return new Promise((answer) => {
          const one = { message: JSON.stringify({ t: 'call', id, channel, payload }), resolve: answer, sent: false };
          waiting.set(id, one);
          if (state === 'ready') send(one);
        });
      },
    };
    connect();
  });
}
