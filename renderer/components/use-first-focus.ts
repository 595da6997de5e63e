import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus on what asks for it (`data-autofocus`) whenever nothing has it: a page is used with the keyboard from its first moment. */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null);
  // After every drawing: what asks for the focus may come later than the page.
  useEffect(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)')?.focus();
  });
  return place;
}
