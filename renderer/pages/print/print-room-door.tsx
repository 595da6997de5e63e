import { lazy, Suspense, useState } from 'react';
import { usePrintRoom } from '#renderer/state/print.ts';

const Room = lazy(async () => ({ default: (await import('#renderer/pages/print/print-room.tsx')).PrintRoom }));

/** Stands in the frame of every page; the room itself comes with the first paper that is asked for. */
export function PrintRoom() {
  const asked = usePrintRoom((room) => room.asked !== null);
  const [entered, setEntered] = useState(false);
  if (asked && !entered) setEntered(true);
  return entered ? (
    <Suspense fallback={null}>
      <Room />
    </Suspense>
  ) : null;
}
