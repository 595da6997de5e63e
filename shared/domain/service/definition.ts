import { z } from 'zod';
import { form } from '#shared/domain/form/form.ts';
import { assignmentRule } from '#shared/domain/service/assignment.ts';

export const priorities = ['low', 'normal', 'high', 'critical'] as const;
export type Priority = (typeof priorities)[number];

/** What a service does besides being answered: an approved vacation puts the substitution in force by itself. */
export const serviceEffects = ['none', 'vacation'] as const;

/** Who may ask; null: everybody. All that are given have to fit. */
const audience = z.object({
  branchIds: z.array(z.string()).max(200).nullable(),
  departmentIds: z.array(z.string()).max(200).nullable(),
  roles: z.array(z.string()).max(20).nullable(),
});

/** Something that has to be done for every ticket of the service, by another desk or a person: the обходной лист, for instance. */
const plannedTask = z.object({
  key: z.string().min(1).max(40),
  title: z.string().min(1).max(300),
  queueId: z.string().nullable(),
  employeeId: z.string().nullable(),
  /** Keys of tasks that come first. */
  after: z.array(z.string()).max(50),
  /** Working minutes from the moment it can be begun. */
  minutes: z.number().int().positive().nullable(),
});
export type PlannedTask = z.infer<typeof plannedTask>;

/** Everything that an administrator decides about a service. A published one is kept as a version and never changed. */
export const serviceDefinition = z.object({
  form,
  /** How the title of a ticket is made: text with {field} in it; empty: the name of the service. */
  titlePattern: z.string().max(300),
  routeId: z.string().nullable(),
  queueId: z.string().nullable(),
  assignment: assignmentRule,
  slaPolicyId: z.string().nullable(),
  priority: z.enum(priorities),
  /** Names of the stages of work after the approval: «Кадры», «Приказ». At least one. */
  stages: z.array(z.string().min(1).max(60)).min(1).max(10),
  audience,
  tasks: z.array(plannedTask).max(60),
  effect: z.enum(serviceEffects),
  /** A DOCX template (document of kind template) filled from the ticket: the certificate, the order. */
  printTemplateId: z.string().nullable(),
  /** Working days after which a resolved ticket closes without a word of the requester. */
  closeAfterDays: z.number().int().min(1).max(60),
});
export type ServiceDefinition = z.infer<typeof serviceDefinition>;
