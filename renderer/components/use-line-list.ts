import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, type UIEvent, useEffect, useImperativeHandle, useRef, useState } from 'react';

export interface LineListHandle {
  focus: () => void;
}

/** Until a list has been measured it is taken to be so high; pixels. */
const UNMEASURED = 800;

/**
 * A list laid out by arithmetic, of which only the lines in sight are drawn. The list has the focus, the cursor is told;
 * it is kept in sight. Answers what the element of the list needs, and which part of it is seen. Pixels.
 */
export function useLineList(props: {
  ref?: Ref<LineListHandle> | undefined;
  /** Index of the line under the cursor; -1: none. Whoever is told to stand elsewhere stays within the list. */
  cursor: number;
  count: number;
  /** Top of the line under the cursor, and how high each is. */
  top: number;
  lineHeight: number;
  /** What lies over the lines at the top and at the bottom. */
  header?: number;
  covered?: number;
  onStand: (index: number) => void;
  onOpen: (index: number, newWindow: boolean) => void;
  onPreview: () => void;
}) {
  const { cursor, count, top, lineHeight, header = 0, covered = 0, onStand, onOpen } = props;
  const { ref: sized, height } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement | null>(null);
  const [from, setFrom] = useState(0);
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), []);
  useEffect(() => {
    const element = scroller.current;
    if (!element || cursor < 0) return;
    const free = element.clientHeight - header - covered;
    // The first line is shown with the heading above it.
    if (cursor === 0) element.scrollTop = 0;
    else if (top < element.scrollTop) element.scrollTop = top;
    else if (top + lineHeight > element.scrollTop + free) element.scrollTop = top + lineHeight - free;
  }, [cursor, top, lineHeight, header, covered]);

  const seen = height || UNMEASURED;
  const page = Math.max(1, Math.floor((seen - header) / lineHeight) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return;
    const open = () => onOpen(cursor, event.ctrlKey || event.metaKey);
    const act: Record<string, () => void> = {
      ArrowDown: () => onStand(cursor + 1),
      ArrowUp: () => onStand(cursor - 1),
      PageDown: () => onStand(cursor + page),
      PageUp: () => onStand(cursor - page),
      Home: () => onStand(0),
      End: () => onStand(count - 1),
      Enter: open,
      NumpadEnter: open,
      Space: props.onPreview,
    };
    const found = act[event.code];
    if (!found) return;
    event.preventDefault();
    found();
  };
  const box = {
    ref: (element: HTMLDivElement | null) => {
      scroller.current = element;
      sized(element);
    },
    'data-area': 'list',
    onKeyDown,
    onScroll: (event: UIEvent<HTMLDivElement>) => setFrom(event.currentTarget.scrollTop),
  };
  return { box, from, seen };
}
