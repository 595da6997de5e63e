const order = ['rail', 'content', 'list', 'panel', 'status'];

/** Moves the focus to the next or previous area of the window: rail, page, list, panel, status bar. */
export function goToArea(step: 1 | -1): void {
  const areas = order
    .map((name) => document.querySelector<HTMLElement>(`[data-area="${name}"]`))
    .filter((area): area is HTMLElement => area !== null && area.offsetParent !== null);
  const here = areas.findLastIndex((area) => area.contains(document.activeElement));
  const next = areas[(here + step + areas.length) % areas.length];
  const inside = next?.querySelector<HTMLElement>(
    '[aria-current="page"], [role="gridcell"][tabindex], a[href], button:not(:disabled), [tabindex="0"]',
  );
  (inside ?? next)?.focus();
}
