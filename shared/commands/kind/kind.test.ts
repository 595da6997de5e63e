import { beforeEach, describe, expect, test } from 'vitest';
import type { ArgsOf } from '#shared/commands/registry.ts';
import { blankField, type Form, type FormField } from '#shared/domain/form/form.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { type Acting, codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, director, rowId } from '#tests/fixtures/kernel/rows.ts';

let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
});

const formOf = (...fields: FormField[]): Form => ({
  sections: [{ key: 'main', title: 'Поездка', hint: null, fields }],
});
const city = blankField('city', 'text', 'Город', { required: true });
const days = blankField('days', 'number', 'Дней', { minimum: 1, maximum: 60 });
const rate = blankField('rate', 'money', 'Суточные');
const total = blankField('total', 'calculated', 'Итого', {
  formula: { type: 'product', of: [{ field: 'days' }, { field: 'rate' }], as: 'money' },
});
const trip = formOf(city, days, rate, total);

const kind = (given: object = {}) => ({
  ...{ key: 'trip', base: 'memo', label: 'Командировка', labelEn: null, icon: 'travel', position: 1 },
  draft: trip,
  ...given,
});
const create = (given: object = {}, acting: Acting = {}) => rows.run('document_kind.create', kind(given), acting);
const publish = (id: string, acting: Acting = {}) => rows.run('document_kind.publish', { id, note: '' }, acting);

/** A published kind. */
function made(given: object = {}): { id: string; versionId: string } {
  const { id } = resultOf<{ id: string }>(create(given));
  return { id, versionId: resultOf<{ versionId: string }>(publish(id)).versionId };
}

function redraft(id: string, draft: Form): string {
  const { draft: base } = rows.get('document_kind', id);
  resultOf(rows.run('document_kind.update', { id, patch: { draft }, base: { draft: base } }));
  return resultOf<{ versionId: string }>(publish(id)).versionId;
}

const file = (given: Partial<ArgsOf<'document.create'>>, acting: Acting = { as: clerk }) =>
  rows.run('document.create', documentForm({ kind: 'memo', ...given }), acting);
const filed = (given: Partial<ArgsOf<'document.create'>>): string => resultOf<{ id: string }>(file(given)).id;
const edit = (id: string, patch: object, base: object, acting: Acting = { as: clerk }) =>
  rows.run('document.update', { id, patch, base }, acting);

describe('a kind', () => {
  test('is a draft until it is published; each publication is a version', () => {
    const { id } = resultOf<{ id: string }>(create());
    expect(rows.get('document_kind', id)).toMatchObject({ publishedVersion: 0, draft: trip });
    expect(codeOf(file({ kindId: id, custom: { city: 'Пермь' } }))).toBe('KIND_CLOSED');
    resultOf(publish(id));
    expect(rows.get('document_kind', id)).toMatchObject({ publishedVersion: 1, draft: null });
    redraft(id, formOf(city));
    expect(rows.all('document_kind_version').map((one) => one.number)).toEqual([1, 2]);
    expect(rows.all('history').filter((one) => one.objectId === id)).toHaveLength(4);
  });

  test.each<[string, object, string]>([
    ['a key that templates could not use', { key: 'Не ключ' }, 'BAD_INPUT'],
    ['a kind of papers of requests', { base: 'application' }, 'BAD_INPUT'],
    ['a kind of papers to draft from', { base: 'template' }, 'BAD_INPUT'],
    ['no name', { label: '  ' }, 'BAD_INPUT'],
    ['an icon that nobody drew', { icon: 'unicorn' }, 'BAD_INPUT'],
  ])('%s is refused', (_case, given, code) => expect(codeOf(create(given))).toBe(code));

  test('is arranged by administrators only', () => {
    expect(codeOf(create({}, { as: clerk }))).toBe('DENIED');
    const { id } = resultOf<{ id: string }>(create());
    expect(codeOf(publish(id, { as: clerk }))).toBe('DENIED');
  });

  test('its key is given once, and stands with its base once published', () => {
    const { id } = made();
    expect(create()).toMatchObject({ code: 'ALREADY_EXISTS', details: { id } });
    const change = (patch: object, base: object) => rows.run('document_kind.update', { id, patch, base });
    expect(codeOf(change({ key: 'journey' }, { key: 'trip' }))).toBe('BAD_INPUT');
    expect(codeOf(change({ base: 'order' }, { base: 'memo' }))).toBe('BAD_INPUT');
    resultOf(change({ label: 'Поездка', key: 'trip' }, { label: 'Командировка' }));
  });

  test.each<[string, Form, string]>([
    ['nothing in it', { sections: [] }, 'FORM_FAULTS'],
    ['a choice of nothing', formOf(blankField('way', 'choice', 'Путь')), 'FORM_FAULTS'],
    ['files, which are attachments', formOf(city, blankField('scan', 'file', 'Скан')), 'BAD_INPUT'],
  ])('a form with %s is not published', (_case, draft, code) => {
    const { id } = resultOf<{ id: string }>(create({ draft }));
    expect(codeOf(publish(id))).toBe(code);
  });

  test('nothing new and a kind put away are not published', () => {
    const { id } = made();
    expect(codeOf(publish(id))).toBe('BAD_INPUT');
    resultOf(rows.run('document_kind.archive', { id, archived: true }));
    expect(codeOf(publish(id))).toBe('ARCHIVED');
  });

  test('two administrators publish at once: one version, the other is told that nothing is left', () => {
    const { id } = resultOf<{ id: string }>(create());
    resultOf(publish(id));
    expect(codeOf(publish(id, { as: director }))).toBe('BAD_INPUT');
    expect(rows.all('document_kind_version')).toHaveLength(1);
  });

  test('its first version takes in what the company had added to the built-in kind, later ones do not', () => {
    const definition = { kinds: ['memo'], key: 'site', label: 'Площадка', type: 'choice', options: ['А', 'Б'] };
    resultOf(rows.run('field_definition.create', { ...definition, required: true, position: 1 }));
    const { id } = made({ draft: formOf(city) });
    const [first] = rows.all('document_kind_version');
    expect(first?.form.sections[0]?.fields.map((field) => field.key)).toEqual(['city', 'site']);
    expect(first?.form.sections[0]?.fields[1]).toMatchObject({ required: true, options: ['А', 'Б'] });
    redraft(id, formOf(city));
    expect(rows.all('document_kind_version')[1]?.form).toEqual(formOf(city));
  });
});

describe('a document of a kind', () => {
  test('keeps its version and its values, what is calculated among them', () => {
    const { id: kindId, versionId } = made();
    const id = filed({ kindId, custom: { city: ' Пермь ', days: 3, rate: 70_000, total: 1 } });
    expect(rows.get('document', id)).toMatchObject({
      kindId,
      kindVersionId: versionId,
      custom: { city: 'Пермь', days: 3, rate: 70_000, total: 210_000 },
    });
  });

  test.each<[string, Record<string, unknown> | null, string]>([
    ['nothing where something is demanded', null, 'required'],
    ['a text for a number', { city: 'Пермь', days: 'три' }, 'type'],
    ['more than the form allows', { city: 'Пермь', days: 61 }, 'maximum'],
  ])('with %s is refused', (_case, custom, problem) => {
    const { id: kindId } = made();
    const outcome = file({ kindId, custom });
    expect(codeOf(outcome)).toBe('FORM_PROBLEMS');
    expect(JSON.stringify(outcome)).toContain(problem);
  });

  test('with a field that nobody defined is refused', () => {
    const { id: kindId } = made();
    expect(file({ kindId, custom: { city: 'Пермь', x: 1 } })).toMatchObject({
      code: 'BAD_INPUT',
      details: { field: 'custom.x' },
    });
  });

  test('a kind that does not fit, does not exist, or is none', () => {
    const { id: kindId } = made();
    expect(codeOf(file({ kind: 'order', kindId, custom: { city: 'Пермь' } }))).toBe('BAD_INPUT');
    expect(codeOf(file({ kindId: rowId(40, 1) }))).toBe('NOT_FOUND');
    expect(codeOf(file({ kindId: rowId(40, 1) }, { as: clerk, where: 'device' }))).toBe('NOT_HERE');
    expect(codeOf(file({ kind: 'custom' }))).toBe('BAD_INPUT');
    expect(codeOf(file({ kindVersionId: rowId(41, 1) }))).toBe('BAD_INPUT');
  });

  test('filled in under an earlier version while a newer one was published: taken under the earlier', () => {
    const { id: kindId, versionId } = made();
    redraft(kindId, formOf(city, blankField('aim', 'text', 'Цель', { required: true })));
    const id = filed({ kindId, kindVersionId: versionId, custom: { city: 'Пермь' } });
    expect(rows.get('document', id).kindVersionId).toBe(versionId);
    expect(codeOf(file({ kindId, custom: { city: 'Пермь' } }))).toBe('FORM_PROBLEMS');
    resultOf(edit(id, { custom: { city: 'Уфа' } }, { custom: { city: 'Пермь' } }));
    expect(rows.get('document', id)).toMatchObject({ kindVersionId: versionId, custom: { city: 'Уфа' } });
  });

  test('the version of another kind is not taken', () => {
    const { id: kindId } = made();
    const { versionId } = made({ key: 'claim' });
    expect(codeOf(file({ kindId, kindVersionId: versionId, custom: { city: 'Пермь' } }))).toBe('NOT_FOUND');
  });

  test('a kind put away takes no new documents; those that stand are edited on', () => {
    const { id: kindId } = made();
    const id = filed({ kindId, custom: { city: 'Пермь' } });
    resultOf(rows.run('document_kind.archive', { id: kindId, archived: true }));
    expect(codeOf(file({ kindId, custom: { city: 'Пермь' } }))).toBe('KIND_CLOSED');
    resultOf(edit(id, { custom: { city: 'Уфа' } }, { custom: { city: 'Пермь' } }));
    expect(codeOf(edit(id, { custom: {} }, { custom: { city: 'Уфа' } }))).toBe('FORM_PROBLEMS');
  });

  test('an edit of other fields asks nothing of the kind', () => {
    const { id: kindId } = made();
    const id = filed({ kindId, custom: { city: 'Пермь' } });
    resultOf(edit(id, { subject: 'О поездке' }, { subject: 'О поставке' }));
    expect(rows.get('document', id).custom).toEqual({ city: 'Пермь' });
  });

  test('becomes one of another kind, or of a built-in one, with what it had', () => {
    const { id: kindId } = made();
    const other = made({ key: 'claim', draft: formOf(blankField('batch', 'text', 'Партия')) });
    const id = filed({ kindId, custom: { city: 'Пермь' } });
    resultOf(edit(id, { kindId: other.id, custom: { city: 'Пермь', batch: '7' } }, { custom: { city: 'Пермь' } }));
    expect(rows.get('document', id)).toMatchObject({
      kindVersionId: other.versionId,
      custom: { city: 'Пермь', batch: '7' },
    });
    resultOf(edit(id, { kindId: null }, {}));
    expect(rows.get('document', id)).toMatchObject({ kindId: null, kindVersionId: null, kind: 'memo' });
  });

  test('two people change its values at once: the second is asked, nothing is lost', () => {
    const { id: kindId } = made();
    const id = filed({ kindId, custom: { city: 'Пермь' } });
    const base = { custom: { city: 'Пермь' } };
    resultOf(edit(id, { custom: { city: 'Уфа' } }, base));
    const { conflict } = resultOf<{ conflict: string }>(edit(id, { custom: { city: 'Омск' } }, base, { as: director }));
    expect(rows.get('document', id).custom).toEqual({ city: 'Уфа' });
    expect(rows.get('conflict', conflict).fields).toMatchObject([{ field: 'custom', mine: { city: 'Омск' } }]);
    const resolve = (custom: object) => rows.run('conflict.resolve', { id: conflict, choices: { custom } });
    expect(codeOf(resolve({}))).toBe('FORM_PROBLEMS');
    resultOf(resolve({ city: ' Омск ', days: 2, rate: 50_000 }));
    expect(rows.get('document', id).custom).toEqual({ city: 'Омск', days: 2, rate: 50_000, total: 100_000 });
  });

  test('a field that the company adds to the built-in kind later may be filled in, and is not demanded', () => {
    const { id: kindId } = made();
    const definition = { kinds: ['memo'], key: 'site', label: 'Площадка', type: 'number', options: [] };
    resultOf(rows.run('field_definition.create', { ...definition, required: true, position: 1 }));
    filed({ kindId, custom: { city: 'Пермь' } });
    filed({ kindId, custom: { city: 'Пермь', site: 5 } });
    expect(codeOf(file({ kindId, custom: { city: 'Пермь', site: 'пять' } }))).toBe('BAD_INPUT');
  });
});
