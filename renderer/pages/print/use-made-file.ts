import { useEffect, useRef, useState } from 'react';
import { bytesOf } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, CoreError } from '#renderer/data/core-error.ts';
import type { ChannelName, ChannelPayload, ChannelReply } from '#shared/ipc/contract.ts';

type Maker = Extract<ChannelName, 'print.make' | 'print.stamp' | 'drafting.try'>;

/** Rest after the last change of a setting before pages are made, in milliseconds. */
const REST = 200;

export interface Made<C extends Maker> {
  reply: ChannelReply<C>;
  /** null: the reply says why there is none. */
  file: { bytes: Blob; name: string } | null;
}

/** Bytes of a file that the core made, told by a reply; null where the reply is about something else. */
async function bytesMade(reply: object): Promise<{ bytes: Blob; name: string } | null> {
  // On its way here the host puts a handle in place of the path.
  const { handle, name } = reply as { handle?: string | null; name?: string };
  if (handle === undefined) return null;
  if (handle === null) throw new CoreError({ code: 'FILE_UNREADABLE' });
  return { bytes: await bytesOf(handle), name: name ?? 'file' };
}

/** A file made by the core, made anew when the order changes. The former one stays in sight meanwhile. */
export function useMadeFile<C extends Maker>(channel: C, order: ChannelPayload<C> | null) {
  const [state, setState] = useState<{ made: Made<C> | null; error: CoreError | null; busy: boolean }>({
    made: null,
    error: null,
    busy: false,
  });
  const asked = useRef(0);
  const key = order === null ? null : JSON.stringify(order);
  useEffect(() => {
    asked.current += 1;
    const own = asked.current;
    if (key === null) return setState({ made: null, error: null, busy: false });
    setState((before) => ({ ...before, busy: true }));
    const make = async (): Promise<Made<C>> => {
      const reply = await ask(channel, JSON.parse(key) as ChannelPayload<C>);
      return { reply, file: await bytesMade(reply as object) };
    };
    const timer = setTimeout(() => {
      make().then(
        (made) => own === asked.current && setState({ made, error: null, busy: false }),
        (fault: unknown) => own === asked.current && setState({ made: null, error: asCoreError(fault), busy: false }),
      );
    }, REST);
    return () => clearTimeout(timer);
  }, [channel, key]);
  return state;
}
