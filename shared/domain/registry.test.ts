import { describe, expect, test } from 'vitest';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entities, entityNames, entityOf, ownScopes } from '#shared/domain/registry.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

describe.each(entityNames)('%s', (name) => {
  const definition = entities[name];
  const row = sampleRow(name);

  test('a whole row of it passes its schema; one with a member missing does not, unless the member came later', () => {
    expect(definition.schema.safeParse(row).success).toBe(true);
    for (const [field, { schema }] of Object.entries(definition.fields)) {
      const { [field]: _left, ...rest } = row;
      const cameLater = schema.safeParse(undefined).success;
      expect([field, definition.schema.safeParse(rest).success]).toEqual([field, cameLater]);
    }
  });

  test('a member that a newer program wrote is kept', () => {
    expect(definition.schema.parse({ ...row, stamp: 'будущее' })).toMatchObject({ stamp: 'будущее' });
  });

  test('it is seen through scopes of its own or through its owner, never through neither', () => {
    const { scopes, parent } = ownScopes(name, row);
    // What the centre counts by is nobody's: no workstation gets it.
    expect(parent !== undefined || scopes.length > 0).toBe(name !== 'counter');
    if (parent) expect(entityOf(parent.entity)).toBeDefined();
    for (const scope of scopes) expect(scope).toMatch(/^(organization|role:[a-z]+|(branch|user|queue):[0-9a-f-]{36})$/);
  });

  test('its name, its indexes and its keys exist', () => {
    expect(definition.name).toBe(name);
    const sorted = Object.entries(definition.fields).filter(([, field]) => field.sorted);
    const columns = new Set([...Object.keys(definition.fields), ...sorted.map(([field]) => `${field}_key`)]);
    for (const column of definition.indexes.flat()) expect(columns).toContain(column);
  });
});

test('what others point at comes first, so that a download never meets an owner after what it owns', () => {
  const place = (name: string) => entityNames.indexOf(name as EntityName);
  for (const name of entityNames) {
    const { parent } = ownScopes(name, sampleRow(name));
    if (parent) expect(place(parent.entity)).toBeLessThan(place(name));
  }
});

test('an inherited name is no entity', () => {
  for (const name of ['toString', '__proto__', 'constructor', '']) expect(entityOf(name)).toBeUndefined();
  expect(
    entityOf('document')?.keys['sourceKey']?.({ ...sampleRow('document'), sourceKey: 'k' } as AnyRow as never),
  ).toBe('k');
});
