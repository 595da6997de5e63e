import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCount, groupLength, groupsOf, readGroups, splitGroups } from '#shared/lib/recovery-groups.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('every key is read back from its groups, however they are written', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      const groups = groupsOf(bytes);
      expect(groups).toHaveLength(groupCount);
      for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      const written = groups
        .map((group) => `${group.slice(0, 4)}-${group.slice(4)}`)
        .join(' ')
        .toLowerCase();
      expect(readGroups(splitGroups(written))).toEqual({ ok: true, bytes });
    }),
  );
});

test('any one wrong symbol names its group', () => {
  fc.assert(
    fc.property(
      key,
      fc.nat(groupCount - 1),
      fc.nat(groupLength - 1),
      fc.integer({ min: 1, max: 31 }),
      (bytes, group, at, by) => {
        const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const groups = groupsOf(bytes);
        const old = groups[group] ?? '';
        const other = symbols[(symbols.indexOf(old[at] ?? '') + by) % 32];
        groups[group] = old.slice(0, at) + other + old.slice(at + 1);
        expect(readGroups(groups)).toEqual({ ok: false, wrong: [group] });
      },
    ),
  );
});

test('two groups that have changed places are named, and so is one that is missing', () => {
  const groups = groupsOf(Uint8Array.from({ length: 32 }, (_, at) => at * 7));
  const [first = '', second = '', ...rest] = groups;
  expect(readGroups([second, first, ...rest])).toEqual({ ok: false, wrong: [0, 1] });
  expect(readGroups(groups.slice(0, 7))).toEqual({ ok: false, wrong: [7] });
  expect(readGroups([...groups, 'AAAAAAAA']).ok).toBe(false);
});

test('letters that look alike count as what was meant, of the Cyrillic alphabet too', () => {
  const groups = groupsOf(new Uint8Array(32));
  const written = groups.map((group) => group.replaceAll('0', 'О').replaceAll('1', 'l'));
  expect(readGroups(written)).toEqual({ ok: true, bytes: new Uint8Array(32) });
});
