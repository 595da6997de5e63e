import type { DeskKey, PolicyKey, RouteKey, ServicePlan } from '#build/company/portal/catalog/service-plan.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import type { Id } from '#shared/lib/ids.ts';

/** What a company has already: the ids under which its desks, routes and policies stand. */
export interface CatalogPlaces {
  desks: Record<DeskKey, Id>;
  routes: Record<RouteKey, Id>;
  policies: Record<PolicyKey, Id>;
}

/** The definition of a service as an administrator of a company with these desks, routes and policies would draft it. */
export function definitionOf(plan: ServicePlan, { desks, routes, policies }: CatalogPlaces): ServiceDefinition {
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
    printTemplateId: null,
    closeAfterDays: plan.closeAfterDays,
  };
}
