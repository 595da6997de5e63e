import { useEffect, useRef, useState } from 'react';
import type { FromReader, ReaderProblem, ToReader } from '#renderer/pages/files/mail/reader-messages.ts';

type Read = Exclude<FromReader, { problem: unknown }>;

/** A file read by a thread of its own, which ends with it; null until then. */
export function useReader(
  bytes: Blob,
  kind: ToReader['kind'],
  onProblem: (problem: ReaderProblem) => void,
): Read | null {
  const [read, setRead] = useState<Read | null>(null);
  const problem = useRef(onProblem);
  problem.current = onProblem;
  useEffect(() => {
    const thread = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
    let gone = false;
    setRead(null);
    const end = (): void => {
      gone = true;
      thread.terminate();
    };
    thread.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if ('problem' in data) problem.current(data.problem);
      else setRead(data);
      end();
    };
    thread.onerror = () => {
      if (!gone) problem.current(kind === 'mail' ? 'MAIL_DAMAGED' : 'TEXT_DAMAGED');
    };
    void bytes.arrayBuffer().then((buffer) => {
      if (!gone) thread.postMessage({ kind, bytes: buffer } satisfies ToReader, [buffer]);
    });
    return end;
  }, [bytes, kind]);
  return read;
}
