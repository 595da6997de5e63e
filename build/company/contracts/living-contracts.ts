import { agreements } from '#build/company/contracts/agreements.ts';
import { castOf } from '#build/company/contracts/cast.ts';
import { Papers } from '#build/company/contracts/papers.ts';
import { setUp } from '#build/company/contracts/setting-up.ts';
import { Stage } from '#build/company/contracts/stage.ts';
import { tell } from '#build/company/contracts/stories.ts';
import type { Emitted } from '#build/company/emitted.ts';
import { peoplePlans } from '#build/company/people.ts';
import { setUpPortal } from '#build/company/portal/set-up-portal.ts';

export interface LivingContracts {
  /** All rows: those given as they are now, then the new ones. */
  rows: Emitted[];
  files: Map<string, Uint8Array>;
}

/**
 * The company's setup (departments, calendars, routes, library) and contracts at every stage, done by the product's own commands
 * on the rows of the company itself. `rows`: organization, branches, employees, counterparties, accounts.
 */
export async function livingContracts(
  rows: readonly Emitted[],
  given: { seed: number; now: number; loginSuffix?: string | undefined },
): Promise<LivingContracts> {
  const stage = new Stage(rows, given.seed);
  const cast = castOf(stage, given.now, given.loginSuffix ?? '');
  for (const { login, device } of peoplePlans) stage.sitsAt(cast.person(login), device);
  const { routes } = setUp(stage, cast);
  const papers = new Papers(stage, cast);
  await papers.loadTemplates(cast.at(198, 10));
  for (const plan of agreements) {
    const route = plan.amount < 30_000_000 ? routes.small : routes.contracts;
    await tell({ stage, cast, papers, route }, plan);
  }
  stage.run(cast.person('golubeva'), cast.at(1, 9, 10), 'substitution.create', {
    employeeId: cast.person('golubeva'),
    substituteId: cast.person('krylova'),
    from: cast.day(-1),
    to: cast.day(12),
    kinds: ['approval', 'acknowledgement', 'key_dates'],
    reason: 'Отпуск',
  });
  setUpPortal(stage, cast);
  return { rows: [...stage.all()], files: papers.files };
}
