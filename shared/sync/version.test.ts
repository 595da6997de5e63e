import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entities } from '#shared/domain/registry.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { down } from '#shared/sync/down.ts';
import { up } from '#shared/sync/up.ts';
import { oldestProtocol, protocolVersion, schemaVersion } from '#shared/sync/version.ts';

/** What every version said. A line is added with a new version; none is ever changed. */
const protocols: Record<number, { up: string; down: string }> = {
  1: {
    up: '0e1dc37cf5349abe80690524d432037a4db87ef14c8ed9d6a08bc76453c8ead3',
    down: 'c19691539c30e0e0ec056aa84d7760b07bcf70d39cb3a217502f144fada66327',
  },
  2: {
    up: 'b26c57130835851e53df42bd10867de90a69bb8e7ec3e723e246b8ad0c2d78ed',
    down: '8d17bcab3d5f5541eae529ba9280e7bd24ae0e4a7ff4dcf62f47cfde956910f5',
  },
};
const schemas: Record<string, string> = {
  1: 'bdcb0696bb23f861a97b392ccb35ebbc31afb327f36f95258918d60ab59cc2e8',
  2: '158e18edeae87975f58e462c0520f9c6ef55158492814e0e37bd2da448ac3241',
  3: '9c1c40c331217263ee398514a3ef4382005f953ab20d497823fb89548518b8ae',
  4: '234c2bd1a1ceeb46ce979e703c9c22de93c4664ad48711caf0a740c53a41fc69',
  5: '1afa8e98aea096c8104bd2c595472cfadb98cd0f1797a775fc857a244039fb2e',
};

const schemaOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { unrepresentable: 'any' });

describe('the wire', () => {
  test('its messages are those of this version of the protocol', () => {
    expect({ up: hashValue(schemaOf(up)), down: hashValue(schemaOf(down)) }).toEqual(protocols[protocolVersion]);
  });

  test('the centre understands every version from the oldest on', () => {
    for (let version = oldestProtocol; version <= protocolVersion; version += 1)
      expect(protocols[version]).toBeDefined();
    expect(Math.max(...Object.keys(protocols).map(Number))).toBe(protocolVersion);
  });
});

describe('the rows', () => {
  test('their entities are those of this version of the schema', () => {
    const described = Object.entries(entities).map(([name, { version, fields, keys, indexes, schema }]) => {
      const columns = Object.entries(fields).map(([field, { column, part, merge, sorted }]) => {
        return { field, column, part, merge, sorted };
      });
      return { name, version, columns, keys: Object.keys(keys), indexes, schema: schemaOf(schema) };
    });
    expect(hashValue(described)).toBe(schemas[schemaVersion]);
  });
});

describe('a pinned hash', () => {
  test('notices a member, a type and a limit', () => {
    const before = z.object({ n: z.number().max(5) });
    const changes = [z.object({ n: z.number().max(6) }), before.extend({ m: z.string() }), z.object({ n: z.string() })];
    for (const changed of changes) expect(hashValue(schemaOf(changed))).not.toBe(hashValue(schemaOf(before)));
  });
});
