import type { DeskKey, PolicyKey, RouteKey, ServicePlan } from '#build/company/portal/catalog/service-plan.ts';
import type { PaperKey } from '#build/company/templates/request-papers.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import type { Id } from '#shared/lib/ids.ts';

export type Papers = Partial<Record<PaperKey, Id>>;

/** What a company has already: the ids under which its desks, routes and policies stand. */
export interface CatalogPlaces {
  desks: Record<DeskKey, Id>;
  routes: Record<RouteKey, Id>;
  policies: Record<PolicyKey, Id>;
  /** Templates of the company, where it has any. */
  papers: Papers;
}

/** The definition of a service as an administrator of a company with these desks, routes and policies would draft it. */
export function definitionOf(plan: ServicePlan, { desks, routes, policies, papers }: CatalogPlaces): ServiceDefinition {
  return {
    form: plan.form,
    titlePattern: plan.titlePattern,
    routeId: plan.route ? routes[plan.route] : null,
    queueId: plan.desk ? desks[plan.desk] : null,
    assignment: { ...plan.assignment, employeeId: null },
    slaPolicyId: policies[plan.policy],
    priority: plan.priority,
    stages: plan.stages,
    audience: { branchIds: null, departmentIds: null, roles: plan.roles },
    tasks: plan.tasks.map(({ desk, ...task }) => ({ ...task, queueId: desks[desk], employeeId: null })),
    effect: plan.effect,
    printTemplateId: (plan.paper && papers[plan.paper]) ?? null,
    closeAfterDays: plan.closeAfterDays,
  };
}
