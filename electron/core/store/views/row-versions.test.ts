import { expect, it } from 'vitest';
import { RowVersions } from '#electron/core/store/views/row-versions.ts';

it('tells which rows have changed since a number, each once', () => {
  const versions = new RowVersions();
  expect([versions.of('document'), versions.since('document', 0)]).toEqual([0, []]);
  versions.changed('document', ['a', 'b']);
  versions.changed('employee', ['e']);
  versions.changed('document', ['b', 'c']);
  expect(versions.of('document')).toBe(2);
  expect(versions.since('document', 0)).toEqual(['a', 'b', 'c']);
  expect(versions.since('document', 1)).toEqual(['b', 'c']);
  expect(versions.since('document', 2)).toEqual([]);
});

it('does not know after a change of unnamed rows, after another database, and of what is long past', () => {
  const versions = new RowVersions();
  versions.changed('document');
  versions.changed('document', ['a']);
  expect([versions.since('document', 0), versions.since('document', 1)]).toEqual([null, ['a']]);
  versions.forget();
  expect(versions.since('document', 2)).toBeNull();
  for (let n = 0; n < 200; n += 1) versions.changed('document', [`${n}`]);
  expect(versions.since('document', 3)).toBeNull();
  expect(versions.since('document', 200)).toEqual(['197', '198', '199']);
});
