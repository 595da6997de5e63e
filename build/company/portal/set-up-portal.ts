import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import { articlePlans } from '#build/company/portal/catalog/articles.ts';
import { type CatalogPlaces, definitionOf, type Papers } from '#build/company/portal/catalog/definition-of.ts';
import { deskPlans, policyPlans } from '#build/company/portal/catalog/desks.ts';
import { replyPlans } from '#build/company/portal/catalog/replies.ts';
import { routePlans } from '#build/company/portal/catalog/routes.ts';
import { servicePlans } from '#build/company/portal/catalog/services.ts';
import { deskMembers } from '#build/company/portal/desk-members.ts';
import type { RouteMember } from '#shared/domain/approval/route.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface Portal extends CatalogPlaces {
  /** Ids of the published services by their keys. */
  services: ReadonlyMap<string, Id>;
}

/** Desks, policies, routes, services, replies and articles, entered by the administrator and the desks of the demo company. */
export function setUpPortal(stage: Stage, cast: Cast, papers: Papers = {}): Portal {
  const admin = cast.person('lapin');
  let at = cast.at(180, 10);
  const next = (): number => {
    at += 3 * 60_000;
    return at;
  };
  const desks = mapped(deskPlans, (plan, key) => {
    const { lead, members } = deskMembers[key];
    const people = members.map(([login, skills, limit]) => ({ employeeId: cast.person(login), skills, limit }));
    const place = { leadId: cast.person(lead), branchId: cast.branch('МСК'), members: people };
    return stage.run(admin, next(), 'queue.create', { ...plan, ...place }).id;
  });
  const policies = mapped(policyPlans, (plan) => stage.run(admin, next(), 'sla_policy.create', plan).id);
  let position = 10;
  const routes = mapped(routePlans, (plan) => {
    position += 1;
    const conditions = [{ field: 'kind' as const, in: ['application' as const] }];
    // The last word on a large sum is the general director's: every branch has a manager of its own.
    const board: RouteMember = { type: 'employee', employeeId: cast.person('yartsev') };
    const steps = plan.steps.map((step) => (step.key === 'board' ? { ...step, members: [board] } : step));
    const route = { name: plan.name, steps, conditions, active: true, position };
    return stage.run(admin, next(), 'approval_route.create', route).id;
  });
  const services = new Map<string, Id>();
  for (const [index, plan] of servicePlans.entries()) {
    const { name, description, category, icon, keywords } = plan;
    const draft = definitionOf(plan, { desks, policies, routes, papers });
    const about = { name, description, category, icon, keywords, position: index + 1 };
    const { id } = stage.run(admin, next(), 'service.create', { ...about, draft });
    stage.run(admin, next(), 'service.publish', { id, note: 'Первая версия' });
    services.set(plan.key, id);
  }
  for (const [index, { desk, ...plan }] of replyPlans.entries()) {
    const author = desk ? cast.person(deskMembers[desk].lead) : admin;
    const queueId = desk ? desks[desk] : null;
    stage.run(author, next(), 'canned_reply.create', { ...plan, queueId, position: index + 1 });
  }
  for (const { services: keys, ...plan } of articlePlans) {
    const serviceIds = keys.map((key) => services.get(key) ?? missing(key));
    stage.run(authorOf(cast, keys[0]), next(), 'article.create', { ...plan, serviceIds });
  }
  return { desks, policies, routes, papers, services };
}

/** An article is written by the lead of the desk that answers for its service. */
function authorOf(cast: Cast, service: string | undefined): Id {
  const desk = servicePlans.find((plan) => plan.key === service)?.desk ?? 'it';
  return cast.person(deskMembers[desk].lead);
}

function mapped<K extends string, T, R>(given: Record<K, T>, change: (value: T, key: K) => R): Record<K, R> {
  const entries = Object.entries(given) as [K, T][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)])) as Record<K, R>;
}

function missing(key: string): never {
  throw new Error(`the catalog has no service ${key}`);
}
