import { agreements } from '#build/company/contracts/agreements.ts';
import { castOf } from '#build/company/contracts/cast.ts';
import { Papers } from '#build/company/contracts/papers.ts';
import { setUp } from '#build/company/contracts/setting-up.ts';
import { Stage } from '#build/company/contracts/stage.ts';
import { tell } from '#build/company/contracts/stories.ts';
import type { Emitted } from '#build/company/emitted.ts';
import { fileOwnPapers } from '#build/company/kinds/own-papers.ts';
import { peoplePlans } from '#build/company/people.ts';
import { type LivingPortalOptions, livingPortal } from '#build/company/portal/living-portal.ts';
import { setUpRegistration } from '#build/company/registration.ts';

export interface LivingCompany {
  /** All rows: those given as they are now, then the new ones. */
  rows: Emitted[];
  files: Map<string, Uint8Array>;
}

/**
 * The company's setup (departments, calendars, routes, library), contracts at every stage and the service portal with its requests, done
 * by the product's own commands on the rows of the company itself. `rows`: organization, branches, employees, counterparties, accounts.
 */
export async function livingCompany(
  rows: readonly Emitted[],
  given: {
    seed: number;
    now: number;
    past: LivingPortalOptions['past'];
    loginSuffix?: string | undefined;
    /** Numbers that documents of the company have already. */
    typed?: Iterable<string>;
  },
): Promise<LivingCompany> {
  const stage = new Stage(rows, given.seed);
  const cast = castOf(stage, given.now, given.loginSuffix ?? '');
  for (const { login, device } of peoplePlans) stage.sitsAt(cast.person(login), device);
  const { routes } = setUp(stage, cast);
  const papers = new Papers(stage, cast);
  await papers.loadTemplates(cast.at(198, 10));
  const forms = await papers.loadRequestPapers(cast.at(197, 10));
  for (const plan of agreements) {
    const route = plan.amount < 30_000_000 ? routes.small : routes.contracts;
    await tell({ stage, cast, papers, route }, plan);
  }
  const portal = livingPortal(stage, cast, { ...given, papers: forms });
  fileOwnPapers(stage, cast);
  setUpRegistration(stage, cast, given.typed ?? []);
  return { rows: [...stage.all(), ...portal.past], files: new Map([...papers.files, ...portal.files]) };
}
