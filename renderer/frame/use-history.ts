import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Whether the window can go back and forward. The browser does not tell, so the entries are counted. */
export function useHistoryEnds(): { canGoBack: boolean; canGoForward: boolean } {
  const location = useLocation();
  const type = useNavigationType();
  const trail = useRef<string[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => {
    const keys = trail.current;
    const known = keys.indexOf(location.key);
    if (keys.length === 0) keys.push(location.key);
    else if (type === 'POP' && known >= 0) setAt(known);
    else
      setAt((before) => {
        if (type === 'REPLACE') keys[before] = location.key;
        else if (keys[before] !== location.key) keys.splice(before + 1, keys.length, location.key);
        return keys.indexOf(location.key);
      });
  }, [location.key, type]);
  return { canGoBack: at > 0, canGoForward: at < trail.current.length - 1 };
}
