import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { Door } from './door.ts';

/** Ids of the demo company by the names its people use. */
export interface People {
  person(login: string): string;
  branch(code: string): string;
}

export async function peopleOf(door: Door): Promise<People> {
  const { employees, branches } = await door.query('directory', {});
  const found = (id: string | undefined, name: string): string => {
    if (!id) throw new Error(`the demo company has no ${name}`);
    return id;
  };
  return {
    person: (login) => found(employees.find((one) => one.login === login)?.id, login),
    branch: (code) => found(branches.find((one) => one.code === code)?.id, code),
  };
}

const emptyForm = {
  number: null,
  counterpartyId: null,
  amount: null,
  vatAmount: null,
  currency: 'RUB',
  state: 'draft',
  dueDate: null,
  note: null,
  labels: [],
  responsibleId: null,
} as const;

/** Enters a paper of whoever is signed in. Returns its id. */
export async function makePaper(
  door: Door,
  given: { subject: string; branchId: string } & Partial<Parameters<typeof door.run<'document.create'>>[1]>,
): Promise<string> {
  const date = new Date().toISOString().slice(0, 10);
  return door.run('document.create', { ...emptyForm, labels: [], kind: 'memo', date, ...given });
}

/** A step that people decide together; by default each of them, within a working day. */
export const step = (name: string, people: readonly string[], given: Partial<RouteStep> = {}): RouteStep => ({
  key: name,
  name,
  kind: 'approve',
  mode: 'all',
  quorum: null,
  members: people.map((employeeId) => ({ type: 'employee', employeeId })),
  conditions: [],
  deadlineMinutes: 480,
  escalateTo: null,
  ...given,
});

/** Sends a paper through steps put together for it alone. */
export async function sendFor(door: Door, documentId: string, steps: RouteStep[], note?: string): Promise<void> {
  await door.run('approval.submit', { documentId, routeId: null, steps, note: note ?? null });
}

/** The date so many days from today, as records keep it. */
export const dayFrom = (days: number): string =>
  new Date(Date.now() + (days * 24 + 3) * 3_600_000).toISOString().slice(0, 10);
