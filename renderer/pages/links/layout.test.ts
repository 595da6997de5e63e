import { describe, expect, test } from 'vitest';
import { pictureOf } from '#renderer/pages/links/layout.ts';
import { nextPlace, nodeSize, pathOf } from '#renderer/pages/links/picture.ts';
import type { LinkEdge, LinkNode } from '#shared/queries/relations.ts';

const node = (id: string, date = '2026-05-01'): LinkNode => ({
  ...{ id, date, kind: 'letter', number: id, subject: id, amount: null, currency: 'RUB', state: 'reg' },
  ...{ steps: 0, hidden: 0 },
});
const edge = (from: string, to: string): LinkEdge => ({ from, to, kind: 'basis' });
const placeOf = (picture: ReturnType<typeof pictureOf>, id: string) => {
  const place = picture.places.find((one) => one.id === id);
  if (!place) throw new Error(`no ${id}`);
  return place;
};

describe('the picture of links', () => {
  const picture = pictureOf(
    [node('contract'), node('invoice', '2026-05-02'), node('act', '2026-05-03'), node('payment')],
    [edge('contract', 'invoice'), edge('contract', 'act'), edge('invoice', 'payment')],
  );

  test('what follows stands to the right of what it follows from', () => {
    const [contract, invoice, payment] = ['contract', 'invoice', 'payment'].map((id) => placeOf(picture, id).x);
    expect(contract).toBeLessThan((invoice ?? 0) - nodeSize.width);
    expect(invoice).toBeLessThan((payment ?? 0) - nodeSize.width);
  });

  test('nobody stands upon anybody, and every line is drawn', () => {
    for (const one of picture.places)
      for (const other of picture.places)
        if (one !== other)
          expect(Math.abs(one.x - other.x) >= nodeSize.width || Math.abs(one.y - other.y) >= nodeSize.height).toBe(
            true,
          );
    for (const line of picture.lines) expect(pathOf(line.points)).toMatch(/^M[\d.]+ [\d.]+C/);
  });

  test('arrows go to the neighbour on that side and nowhere past the edge', () => {
    expect(nextPlace(picture.places, 'payment', 'ArrowLeft')).toBe('invoice');
    expect(['invoice', 'act']).toContain(nextPlace(picture.places, 'contract', 'ArrowRight'));
    const [upper, lower] = [placeOf(picture, 'invoice'), placeOf(picture, 'act')].sort((a, b) => a.y - b.y);
    expect(nextPlace(picture.places, upper?.id ?? '', 'ArrowDown')).toBe(lower?.id);
    expect(nextPlace(picture.places, upper?.id ?? '', 'ArrowUp')).toBeNull();
    expect(nextPlace(picture.places, 'contract', 'ArrowLeft')).toBeNull();
  });

  test('a ring is drawn like anything else', () => {
    const ring = pictureOf([node('a'), node('b')], [edge('a', 'b'), edge('b', 'a')]);
    expect(ring.lines.every((line) => line.points.length > 1)).toBe(true);
  });
});
