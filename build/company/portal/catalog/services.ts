import { certificateServices } from '#build/company/portal/catalog/certificate-services.ts';
import { itServices } from '#build/company/portal/catalog/it-services.ts';
import { leaveServices } from '#build/company/portal/catalog/leave-services.ts';
import { moneyServices } from '#build/company/portal/catalog/money-services.ts';
import { officeServices } from '#build/company/portal/catalog/office-services.ts';
import type { ServicePlan } from '#build/company/portal/catalog/service-plan.ts';
import { staffServices } from '#build/company/portal/catalog/staff-services.ts';

/** The catalog as a new company gets it, in the order in which it is shown. */
export const servicePlans: readonly ServicePlan[] = [
  ...leaveServices.slice(0, 2),
  ...certificateServices,
  ...itServices,
  ...moneyServices,
  ...staffServices,
  ...officeServices,
  ...leaveServices.slice(2),
];
