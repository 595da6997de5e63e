import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateCompany } from '#build/company/generate.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { type EntityName, entityOf, ownScopes, type RowOf } from '#shared/domain/registry.ts';
import { badAccount, firstBadRequisite } from '#shared/domain/requisite-rules.ts';
import { canonicalJson } from '#shared/lib/canonical.ts';
import { timeOf } from '#shared/lib/ids.ts';

const now = Date.UTC(2026, 4, 13, 11, 3);
const options = { seed: 1, documents: 400, today: '2026-05-13', now };

function rowsOf(documents: number, seed = 1): Map<EntityName, AnyRow[]> {
  const rows = new Map<EntityName, AnyRow[]>();
  for (const { entity, row } of generateCompany({ ...options, seed, documents })) {
    rows.set(entity, [...(rows.get(entity) ?? []), row]);
  }
  return rows;
}

const company = rowsOf(400);
const all = <E extends EntityName>(entity: E): RowOf<E>[] => (company.get(entity) ?? []) as unknown as RowOf<E>[];

function hashOf(seed: number, documents: number): string {
  const hash = createHash('sha256');
  for (const { entity, row } of generateCompany({ ...options, seed, documents }))
    hash.update(`${entity}${canonicalJson(row)}`);
  return hash.digest('hex');
}

describe('the company', () => {
  it('has rows that pass the schema of their entity and no field besides', () => {
    for (const [entity, rows] of company) {
      const { schema, fields } = entityOf(entity) as Entity;
      for (const row of rows) {
        const parsed = schema.safeParse(row);
        expect(parsed.error?.issues ?? [], `${entity} ${JSON.stringify(row)}`).toEqual([]);
        expect(Object.keys(row).sort()).toEqual(['id', ...Object.keys(fields)].sort());
      }
    }
  });

  it('is the same for the same seed and another for another seed', () => {
    expect(hashOf(1, 400)).toBe(hashOf(1, 400));
    expect(hashOf(2, 400)).not.toBe(hashOf(1, 400));
  });

  it('keeps the ids of its people and offices when the day changes', () => {
    const ids = (today: string) =>
      [...generateCompany({ ...options, today, now: Date.parse(`${today}T12:00:00Z`) })]
        .filter(({ entity }) => entity === 'employee' || entity === 'branch' || entity === 'counterparty')
        .map(({ row }) => row.id);
    expect(ids('2026-11-22')).toEqual(ids('2026-05-13'));
  });

  it('has four time zones, people in every office, and a clerk and an accountant in Москва and Казань', () => {
    const branches = all('branch');
    expect(new Set(branches.map((branch) => branch.offsets[0]?.minutes)).size).toBe(4);
    expect(all('employee').length).toBeGreaterThanOrEqual(12);
    for (const branch of branches) {
      const roles = all('employee')
        .filter((one) => one.branchId === branch.id)
        .flatMap((one) => one.roles);
      expect(roles).toContain('clerk');
      expect(roles).toContain('accountant');
    }
    const logins = all('employee').map((one) => one.login);
    expect(new Set(logins).size).toBe(logins.length);
  });

  it('has requisites that pass their checks, in a big company too', () => {
    for (const rows of [company, rowsOf(12_000)]) {
      for (const row of rows.get('counterparty') as RowOf<'counterparty'>[]) {
        expect(firstBadRequisite(row), row.name).toBeNull();
        expect(row.inn).toHaveLength(row.kind === 'entrepreneur' ? 12 : 10);
      }
      for (const row of rows.get('bank_account') as RowOf<'bank_account'>[]) {
        expect(badAccount(row.account, row.bik)).toBeNull();
        expect(badAccount(row.corrAccount ?? '', row.bik)).toBeNull();
      }
      expect(firstBadRequisite((rows.get('organization') as RowOf<'organization'>[])[0] ?? {})).toBeNull();
    }
    expect(all('counterparty').length).toBeGreaterThanOrEqual(60);
  });

  it('points only at rows that came before', () => {
    const seen = new Set<string>();
    for (const { entity, row } of generateCompany(options)) {
      const { parent } = ownScopes(entity, row);
      if (parent) expect(seen).toContain(parent.id);
      for (const field of ['branchId', 'counterpartyId', 'responsibleId', 'authorId'] as const) {
        if (typeof row[field] === 'string') expect(seen).toContain(row[field]);
      }
      expect(seen).not.toContain(row.id);
      seen.add(row.id);
    }
  });
});

describe('its documents', () => {
  const documents = all('document');

  it('are in the order of their ids, which is the order in time, and none is of the future', () => {
    expect(documents).toHaveLength(400);
    const times = documents.map((row) => timeOf(row.id));
    expect(times).toEqual([...times].sort((left, right) => left - right));
    expect(documents.map((row) => row.createdAt)).toEqual(times);
    for (const { createdAt, receivedAt, archivedAt } of documents) {
      for (const at of [createdAt, receivedAt, archivedAt]) expect(at ?? 0).toBeLessThanOrEqual(now);
      expect(receivedAt).toBeGreaterThanOrEqual(createdAt);
    }
    for (const line of all('history')) expect(line.occurredAt).toBeLessThanOrEqual(now);
  });

  it('are numbered per journal, branch and year without gaps', () => {
    const journals = new Map<string, number>();
    for (const { number, state } of documents) {
      expect(number === null).toBe(state === 'draft');
      if (number === null) continue;
      const [, journal, sequence] = /^([А-Я]+-[А-Я]{3}\/20\d\d)-(\d{5})$/.exec(number) ?? [];
      expect(Number(sequence)).toBe((journals.get(journal as string) ?? 0) + 1);
      journals.set(journal as string, Number(sequence));
    }
  });

  it('add up: lines to the amount, their VAT to its VAT, at the rate of the date', () => {
    let checked = 0;
    for (const document of documents) {
      const lines = all('document_line').filter((line) => line.documentId === document.id);
      if (lines.length === 0) continue;
      checked++;
      expect(lines.reduce((sum, line) => sum + (line.sum ?? 0), 0)).toBe(document.amount);
      expect(lines.reduce((sum, line) => sum + (line.vatSum ?? 0), 0)).toBe(document.vatAmount ?? 0);
      for (const line of lines) {
        expect((line.sumWithoutVat ?? 0) + (line.vatSum ?? 0)).toBe(line.sum);
        expect(Math.round(Number(line.price) * 100) * Number(line.quantity)).toBe(line.sumWithoutVat);
        const percent = document.date < '2026-01-01' ? 20 : 22;
        expect([`${percent}%`, 'без НДС']).toContain(line.vatRate);
        expect(line.vatSum ?? 0).toBe(
          line.vatRate === 'без НДС' ? 0 : Math.round(((line.sumWithoutVat ?? 0) * percent) / 100),
        );
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it('have a history that ends in the state they are in', () => {
    for (const document of documents) {
      const states = all('history')
        .filter((line) => line.objectId === document.id)
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .flatMap((line) => line.changes)
        .filter((change) => change.field === 'state');
      for (const [index, change] of states.slice(1).entries()) expect(change.from).toBe(states[index]?.to);
      if (states.length > 0) expect(states.at(-1)?.to).toBe(document.state);
      if (document.state === 'late') expect(document.dueDate).toSatisfy((due: string) => due < options.today);
    }
  });

  it('are not of a day that has not begun', () => {
    const night = Date.UTC(2026, 4, 13, 0, 5);
    const dates = [...generateCompany({ ...options, now: night })].flatMap(({ entity, row }) =>
      entity === 'document' ? [String(row['date'])] : [],
    );
    expect(dates.at(-1)).toBe('2026-05-12');
    expect(documents.at(-1)?.date).toBe('2026-05-13');
  });

  it('come in every kind and nearly every state', () => {
    expect(new Set(documents.map((row) => row.kind)).size).toBe(14);
    expect(new Set(documents.map((row) => row.state)).size).toBeGreaterThanOrEqual(8);
  });
});

describe('100,000 documents', () => {
  it('are made with long notes and varied subjects', () => {
    const started = performance.now();
    const subjects = new Set<string>();
    const count = { documents: 0, rows: 0, words: 0 };
    for (const { entity, row } of generateCompany({ ...options, documents: 100_000 })) {
      count.rows++;
      if (entity !== 'document') continue;
      count.documents++;
      subjects.add(String(row['subject']));
      count.words += String(row['note']).split(' ').length;
    }
    console.log(`100,000 documents, ${count.rows} rows in ${Math.round(performance.now() - started)} ms`);
    expect(count.documents).toBe(100_000);
    expect(subjects.size).toBeGreaterThan(40_000);
    expect(count.words / count.documents).toBeGreaterThan(45);
  });
});
