import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { english } from '#renderer/i18n/dictionary-en.ts';
import { russian } from '#renderer/i18n/dictionary-ru.ts';
import { choiceKey } from '#renderer/pages/record/choice-key.ts';
import { fieldKey } from '#renderer/pages/record/field-key.ts';
import { shapeOf } from '#renderer/pages/record/field-shape.ts';
import { changesOf } from '#renderer/pages/record/order-parts.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { type EntityName, entities, entityNames } from '#shared/domain/registry.ts';

/** Rows that only keep the house: no command tells their fields to anybody. */
const untold: readonly EntityName[] = [
  'history',
  'conflict',
  'saved_view',
  'import_mapping',
  'snooze',
  'favourite',
  'counter',
];
/** What happens to a ticket is told by its log, and a version is never changed: their fields are nowhere told as fields. */
const logged: readonly EntityName[] = [
  'ticket',
  'ticket_event',
  'ticket_note',
  'ticket_task',
  'ticket_link',
  'vacation',
  'service_version',
  'document_kind_version',
  'number_block',
  'registration',
  'service_measure',
  'calendar_version',
  'print_form',
];
const told = entityNames.filter((name) => !untold.includes(name) && !logged.includes(name));
const commandNames = Object.keys(commands) as CommandName[];
const structures = ['steps', 'conditions', 'offsets', 'schedule', 'policies', 'custom', 'days', 'members', 'whole'];

const hasWords = (key: string): boolean => {
  const [namespace = '', word = ''] = key.split(':');
  return [russian, english].every((one) => Object.hasOwn((one as Record<string, object>)[namespace] ?? {}, word));
};

interface Schema {
  enum?: string[];
  anyOf?: Schema[];
  items?: Schema;
  type?: string;
  properties?: Record<string, Schema>;
}
const jsonSchema = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { unrepresentable: 'any' }) as Schema;
const codesIn = (schema: Schema): string[] => [
  ...(schema.enum ?? []),
  ...(schema.anyOf ?? []).flatMap(codesIn),
  ...(schema.items ? codesIn(schema.items) : []),
];
const isStructure = (schema: Schema): boolean =>
  schema.type === 'object' ||
  (schema.anyOf ?? []).some(isStructure) ||
  (schema.items !== undefined && isStructure(schema.items));

test.each(commandNames)('%s has a name in both languages', (name) => {
  expect(hasWords(`record:action_${name.replace('.', '_')}`)).toBe(true);
});

describe.each(told)('fields of %s', (entity) => {
  const fields = Object.entries(entities[entity].fields);

  test('have names in both languages', () => {
    for (const [field] of fields) {
      expect(fieldKey(field, entity), field).not.toBe('field_unknown');
      expect(hasWords(`record:${fieldKey(field, entity)}`), field).toBe(true);
    }
  });

  test('have a word for every code they may hold', () => {
    for (const [field, { schema }] of fields) {
      const shape = jsonSchema(schema);
      if (isStructure(shape)) continue;
      for (const code of codesIn(shape)) {
        const key = choiceKey(field, code, entity);
        expect(key, `${field}: ${code}`).toBeDefined();
        expect(hasWords(key ?? ''), key).toBe(true);
      }
    }
  });

  test('that hold structures are told by a rule of their own', () => {
    // A version's content, its files and the people of a message are shown by pages of their own.
    const shown = ['content', 'files', 'mentions'];
    for (const [field, { schema }] of fields)
      if (isStructure(jsonSchema(schema)) && !shown.includes(field))
        expect(structures, field).toContain(shapeOf(field, entity));
  });
});

test('every field that a change of the outbox tells has a name, and every code a word', () => {
  for (const name of commandNames) {
    const { properties = {} } = jsonSchema(commands[name].args as z.ZodType);
    const inner = properties['values'] ?? properties['patch'];
    const all = { ...properties, ...inner?.properties };
    const sample = Object.fromEntries(Object.keys(all).map((field) => [field, 'x']));
    const patch = Object.fromEntries(Object.keys(properties['patch']?.properties ?? {}).map((field) => [field, 'x']));
    for (const { field } of changesOf(name, { ...sample, ...(properties['patch'] ? { patch, base: {} } : {}) })) {
      expect(fieldKey(field, name), `${name}: ${field}`).not.toBe('field_unknown');
      const schema = all[field];
      if (!schema || isStructure(schema)) continue;
      for (const code of codesIn(schema)) {
        const key = choiceKey(field, code, name.split('.')[0]);
        expect(hasWords(key ?? ''), `${name}: ${field} ${code}`).toBe(true);
      }
    }
  }
});

test('every field that commands write into the history has a name', () => {
  const written = sources().flatMap(fieldsWritten);
  expect(written).toContain('checkedOn');
  expect(written.length).toBeGreaterThan(20);
  for (const field of written) expect(fieldKey(field), field).not.toBe('field_unknown');
});

test('a command writes and changes something a person can be told, or its name says it all', () => {
  const silent = [
    'archive',
    'restore',
    'remove',
    'verify',
    'escalate',
    'revoke',
    'cancel',
    'begin',
    'end',
    'withdraw',
    'return',
    'unplan',
    'unmerge',
    'take',
    'check',
    'recur',
  ];
  for (const name of commandNames) {
    const { properties = {} } = jsonSchema(commands[name].args as z.ZodType);
    const sample: Record<string, unknown> = Object.fromEntries(Object.keys(properties).map((field) => [field, 'x']));
    for (const bag of ['values', 'patch', 'choices'])
      if (properties[bag])
        sample[bag] = Object.fromEntries(
          Object.keys(properties[bag].properties ?? { any: 1 }).map((key) => [key, 'x']),
        );
    sample['files'] = [{ name: 'x' }];
    const told = changesOf(name, sample).length > 0;
    expect(told || silent.some((end) => name.endsWith(end)), name).toBe(true);
  }
});

/** Texts of all commands. */
function sources(): string[] {
  const root = join(import.meta.dirname, '../../../shared/commands');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'record.ts')
    .map((name) => readFileSync(join(root, name), 'utf8'));
}

/** Names of the members that stand inside the last two arguments of each `recordHistory(…)`. */
function fieldsWritten(text: string): string[] {
  return text
    .split('recordHistory(')
    .slice(1)
    .flatMap((rest) => {
      let depth = 1;
      let end = 0;
      for (; depth > 0 && end < rest.length; end += 1) depth += rest[end] === '(' ? 1 : rest[end] === ')' ? -1 : 0;
      const given = rest.slice(0, end).replace(/\$?\{\s*(entity|part)[^}]*\}/g, '');
      const objects = [...given.matchAll(/\{([^{}]*)\}/g)].flatMap((match) => (match[1] ?? '').split(','));
      return objects.map((member) => /^\s*(\w+)/.exec(member)?.[1] ?? '').filter((name) => name !== '');
    });
}
