import type { PersonPlan } from '#build/company/people.ts';
import type { Random } from '#build/company/random.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import type { Role } from '#shared/domain/employee.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface Worker extends PersonPlan {
  id: Id;
}

const money: readonly Role[] = ['accountant'];
const writers: Record<DocumentKind, { author: readonly Role[]; responsible: readonly Role[] }> = {
  incoming: { author: ['clerk'], responsible: ['clerk', 'lawyer', 'accountant', 'manager'] },
  outgoing: { author: ['clerk', 'lawyer'], responsible: ['clerk', 'lawyer', 'manager'] },
  internal: { author: ['clerk', 'hr'], responsible: ['clerk', 'manager'] },
  order: { author: ['hr', 'clerk'], responsible: ['hr', 'manager'] },
  memo: { author: ['it', 'clerk', 'accountant'], responsible: ['it', 'manager', 'hr'] },
  contract: { author: ['lawyer', 'clerk'], responsible: ['lawyer'] },
  amendment: { author: ['lawyer', 'clerk'], responsible: ['lawyer'] },
  invoice: { author: money, responsible: money },
  act: { author: money, responsible: money },
  upd: { author: money, responsible: money },
  vat_invoice: { author: money, responsible: money },
  payment_in: { author: money, responsible: money },
  payment_out: { author: money, responsible: money },
  power_of_attorney: { author: ['clerk', 'lawyer'], responsible: ['lawyer', 'manager'] },
  template: { author: ['lawyer'], responsible: ['lawyer'] },
  application: { author: ['clerk'], responsible: ['hr'] },
  letter: { author: ['clerk'], responsible: ['clerk', 'manager'] },
  custom: { author: ['clerk'], responsible: ['clerk', 'manager'] },
};

/** Who of the company may write, answer for and decide on a document of a branch. */
export class Staff {
  readonly workers: readonly Worker[];
  readonly #found = new Map<string, readonly Worker[]>();

  constructor(workers: readonly Worker[]) {
    this.workers = workers;
  }

  author = (random: Random, kind: DocumentKind, branch: string): Worker =>
    random.pick(this.#able(writers[kind].author, branch));

  responsible = (random: Random, kind: DocumentKind, branch: string): Worker =>
    random.pick(this.#able(writers[kind].responsible, branch));

  /** Two different people of the branch. */
  pair(random: Random, branch: string): [Worker, Worker] {
    const here = this.workers.filter((worker) => worker.branch === branch);
    return random.sample(here, 2) as [Worker, Worker];
  }

  manager = (random: Random, branch: string): Worker => random.pick(this.#able(['manager'], branch));

  /** People of the branch with the role; where there is none, those of the head office who see everything. */
  #able(roles: readonly Role[], branch: string): readonly Worker[] {
    const key = `${branch}/${roles.join()}`;
    const known = this.#found.get(key);
    if (known) return known;
    const fits = (worker: Worker) => worker.roles.some((role) => roles.includes(role));
    const here = this.workers.filter((worker) => worker.branch === branch && fits(worker));
    const found = here.length > 0 ? here : this.workers.filter((worker) => worker.access === 'all' && fits(worker));
    this.#found.set(key, found);
    return found;
  }
}
