import { describe, expect, test } from 'vitest';
import { entityNames } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { channels } from '#shared/ipc/contract.ts';
import { type QueryArgs, type QueryName, queries } from '#shared/queries/registry.ts';
import { anyTicket } from '#shared/queries/ticket.ts';
import { rowId } from '#tests/fixtures/kernel/rows.ts';

const object = { entity: 'document', id: rowId(4, 1) } as const;
const window = { start: 0, end: 50 };
const documentSort = { column: 'date', direction: 'desc' } as const;

const definition: ServiceDefinition = {
  form: { sections: [] },
  titlePattern: '',
  routeId: null,
  queueId: null,
  assignment: { type: 'queue', employeeId: null, sameBranch: false, skill: null },
  slaPolicyId: null,
  priority: 'normal',
  stages: ['В работе'],
  audience: { branchIds: null, departmentIds: null, roles: null },
  tasks: [],
  effect: 'none',
  printTemplateId: null,
  closeAfterDays: 3,
};

const due = {
  ...{ from: '2026-05-01', to: '2026-05-31' },
  ...{ branchIds: null, departmentIds: null, responsibleIds: null, kinds: null },
};
const dueSort = { column: 'dueDate', direction: 'asc' } as const;

/** Arguments that every query takes. */
const good: { [N in QueryName]: QueryArgs<N> } = {
  'document.list': { filter: {}, sort: documentSort, ...window },
  'document.position': { filter: {}, sort: documentSort, id: object.id },
  'document.ids': { filter: {}, sort: documentSort },
  'document.grouped': {
    filter: {},
    sort: documentSort,
    group: { by: 'month', folded: { all: true, but: ['2026-05'] } },
    ...window,
  },
  'document.totals': { filter: {}, ids: [object.id] },
  'document.bulk': { ids: [object.id], change: { dueDate: null, addLabels: ['срочно'] } },
  'document.card': { id: object.id },
  'record.history': object,
  'record.comments': object,
  'record.path': object,
  'counterparty.list': { filter: {}, sort: { column: 'name', direction: 'asc' }, ...window },
  'counterparty.card': { id: object.id },
  'counterparty.suggest': { text: 'сиб' },
  'counterparty.relations': { id: object.id, type: null, limit: 50 },
  'counterparty.duplicates': { id: null, limit: 50 },
  'counterparty.pair': { ids: [rowId(3, 1), rowId(3, 2)] },
  'document.links': { id: object.id, steps: 2, most: 60 },
  'document.neighbours': { id: object.id },
  'person.card': { id: object.id, type: null, limit: 50 },
  directory: {},
  'view.list': { page: 'documents' },
  'outbox.list': { states: ['waiting'], before: null, limit: 50 },
  'conflict.list': { state: 'open', limit: 50 },
  'conflict.facts': { id: object.id },
  'exchange.counts': {},
  'approval.view': { documentId: object.id },
  'version.difference': { documentId: object.id, from: 1, to: 2 },
  'contract.card': { id: object.id },
  'counterparty.standing': { id: 'x' },
  agenda: { from: '2026-05-01', to: '2026-06-30', mine: true },
  'work.list': { tab: 'all', insteadOf: null, text: null },
  'work.counts': {},
  'company.setup': {},
  'import_mapping.list': {},
  'kind.list': {},
  'kind.version': { versionId: 'x' },
  'kind.fields': {},
  'kind.setup': {},
  'document.readers': { id: 'x' },
  'substitution.list': { employeeId: null },
  'clause.list': { text: null },
  'template.list': {},
  'service.catalog': {},
  'service.search': { text: 'пароль', serviceId: null },
  'service.form': { id: 'x', version: null, requesterId: null },
  'service.try': { serviceId: 'x', definition, values: {}, requesterId: 'x', priority: null },
  'service.setup': {},
  'desk.words': { queueId: null, serviceId: null, text: '' },
  'article.list': { text: '', serviceId: null, archived: false },
  'vacation.schedule': { year: 2026, branchId: null, departmentId: null },
  'vacation.preview': { employeeId: 'x', from: '', to: '', substituteId: null, ticketId: null },
  'ticket.mine': { ended: false, text: null, limit: 50 },
  'ticket.list': { filter: anyTicket, sort: 'breaks', descending: false, offset: 0, limit: 50 },
  'ticket.board': { filter: anyTicket },
  'ticket.card': { id: object.id },
  'queue.counts': {},
  'ticket.analytics': { filter: anyTicket, from: '2026-05-01', to: '2026-06-30' },
  'approval.analytics': { from: '2026-05-01', to: '2026-06-30', branchIds: null, contracts: true },
  'registration.next': { documentId: object.id, date: '2026-05-28', caseFileId: null },
  'registration.card': { documentId: object.id },
  'journal.list': {},
  'journal.gaps': { journalId: 'x', period: '2026' },
  'journal.unexplained': {},
  'case_file.list': {},
  'registration.list': { place: { journalId: 'x', period: '2026' }, start: 0, end: 100 },
  'registration.position': { journalId: 'x', period: '2026', number: '418' },
  'control.card': { documentId: object.id },
  'originals.list': { state: 'sent', branchIds: null, text: null },
  'discipline.report': due,
  'discipline.list': { ...due, ...window, show: 'late', unassigned: false, sort: dueSort },
  'print_form.list': {},
  'document.by-code': { code: '0'.repeat(26) },
  search: { text: 'договор', limit: 20 },
  'search.page': { text: 'договор', off: [], chosen: { year: ['2026'] }, ...window },
  'search.facets': { text: 'договор', off: [], chosen: {}, open: null },
};

describe.each(Object.keys(queries) as QueryName[])('query %s', (name) => {
  test('stands under its own name, with good arguments and existing entities', () => {
    expect(queries[name].name).toBe(name);
    expect(queries[name].args.safeParse(good[name]).success).toBe(true);
    expect(queries[name].entities.length).toBeGreaterThan(0);
    for (const entity of queries[name].entities) expect(entityNames).toContain(entity);
  });

  test.each([null, 5, 'x', []])('does not take %j', (args) => {
    expect(queries[name].args.safeParse(args).success).toBe(false);
  });
});

test.each<[QueryName, object]>([
  ['document.list', { sort: { column: 'password', direction: 'asc' } }],
  ['document.list', { start: -1 }],
  ['document.list', { filter: { kinds: ['poem'] } }],
  ['document.list', { filter: { text: 'я'.repeat(501) } }],
  ['document.list', { filter: { amountFrom: 0.5 } }],
  ['outbox.list', { limit: 501 }],
  ['search', { limit: 101 }],
  ['search', { text: 'я'.repeat(501) }],
  ['record.history', { entity: 'snooze' }],
])('%s refuses %j', (name, wrong) => {
  expect(queries[name].args.safeParse({ ...good[name], ...wrong }).success).toBe(false);
});

describe('channels of the bridge', () => {
  test.each(Object.keys(channels) as (keyof typeof channels)[])('%s takes no stranger’s payload', (name) => {
    for (const payload of [null, 5, 'x', undefined]) expect(channels[name].safeParse(payload).success).toBe(false);
  });

  test.each<[keyof typeof channels, object]>([
    ['session.login', { login: 'x'.repeat(201), password: '' }],
    ['session.login', { login: 'x', password: 'y'.repeat(501) }],
    ['outbox.withdraw', { n: 1.5 }],
    ['sync.cut', { cut: 'yes' }],
    ['files.attach', { documentId: 'x', files: [{ name: 'x' }] }],
    ['command.run-many', { orders: Array.from({ length: 2_001 }, () => ({ name: 'x', args: {} })) }],
  ])('%s refuses what is out of bounds', (name, payload) => {
    expect(channels[name].safeParse(payload).success).toBe(false);
  });
});
