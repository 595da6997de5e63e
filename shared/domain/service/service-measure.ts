import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { id, instant, json } from '#shared/domain/field.ts';

/** How long the last tickets of a service took, for everybody who is about to ask: few people see enough tickets to know by themselves. */
export const serviceMeasure = entity({
  name: 'service_measure',
  fields: {
    serviceId: id(),
    /** Working minutes from the request to the solution, newest last, at most fifty. */
    minutes: json(z.array(z.number().int()).max(50), { part: 'process', merge: 'latest' }),
    measuredAt: instant({ part: 'process', merge: 'latest' }),
  },
  keys: { service: (row) => row.serviceId },
  indexes: [['serviceId']],
  scopes: () => [organizationScope],
});
