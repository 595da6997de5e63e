import { useEffect, useRef, useState } from 'react';

/** A scrolling place: how far it has been scrolled and how large it is, in pixels. `ready`: it is on the page by now. */
export function useFrame(ready: boolean) {
  const frame = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState({ top: 0, left: 0, width: 0, height: 0 });
  useEffect(() => {
    const target = frame.current;
    if (!ready || !target) return;
    const look = (): void => {
      const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = target;
      setSeen({ top, left, width, height });
    };
    const follow = new ResizeObserver(look);
    follow.observe(target);
    target.addEventListener('scroll', look, { passive: true });
    return () => {
      follow.disconnect();
      target.removeEventListener('scroll', look);
    };
  }, [ready]);
  return { frame, ...seen };
}
