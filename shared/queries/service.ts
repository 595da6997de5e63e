import { z } from 'zod';
import type { Form } from '#shared/domain/form/form.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { priorities, serviceDefinition } from '#shared/domain/service/definition.ts';
import type { LeaveBalance } from '#shared/domain/service/leave.ts';
import { query } from '#shared/queries/query.ts';

export interface CatalogService {
  id: string;
  name: string;
  description: string;
  category: RowOf<'service'>['category'];
  icon: RowOf<'service'>['icon'];
  version: number;
  /** Median of the working minutes that tickets of the last 90 days took here; null: too few to say. */
  usualMinutes: number | null;
  /** How often the person has asked for it in the last year: «часто нужные» come first. */
  asked: number;
  favourite: boolean;
  /** For vacations: days that may be taken today. */
  daysAvailable: number | null;
}

/** What the person may ask for, by use. */
export const serviceCatalog = query<{ services: CatalogService[]; balance: LeaveBalance | null }>()({
  name: 'service.catalog',
  args: z.object({}),
  entities: [
    'service',
    'service_version',
    'service_measure',
    'favourite',
    'ticket',
    'vacation',
    'vacation_grant',
    'employee',
  ],
});

export interface ServiceHit {
  service: CatalogService;
  /** Ranges [from, to) of the name and of the matching keyword that were found. */
  nameRanges: [number, number][];
  keyword: string | null;
  keywordRanges: [number, number][];
}

export interface ArticleHit {
  id: string;
  title: string;
  titleRanges: [number, number][];
  excerpt: string;
  excerptRanges: [number, number][];
}

/** Services and articles by the words people use, in any form, with a beginning of the last word. */
export const serviceSearch = query<{ services: ServiceHit[]; articles: ArticleHit[] }>()({
  name: 'service.search',
  args: z.object({ text: z.string().max(200), serviceId: z.string().nullable() }),
  entities: ['service', 'service_version', 'article', 'favourite'],
});

export interface RoutePreviewStep {
  name: string;
  people: { id: string; fullName: string; insteadOfName: string | null }[];
  deadlineMinutes: number | null;
}

/** One service as somebody is about to ask for it, with who will have it. `version`: an earlier one, for a draft begun under it. */
export const serviceForm = query<{
  service: RowOf<'service'>;
  version: number;
  definition: RowOf<'service_version'>['definition'];
  /** The form of the earlier version asked for, when it differs. */
  earlier: Form | null;
  /** All that was decided in the version asked for; null: none was asked for, or it is not here. */
  asked: RowOf<'service_version'>['definition'] | null;
  offered: boolean;
  route: RoutePreviewStep[];
  queueName: string | null;
  targets: { response: number | null; resolution: number | null };
  usualMinutes: number | null;
  balance: LeaveBalance | null;
} | null>()({
  name: 'service.form',
  args: z.object({
    id: z.string(),
    version: z.number().int().nullable(),
    requesterId: z.string().nullable(),
    /** What is filled in so far: steps of the route that ask for an amount follow it. */
    values: z.record(z.string(), z.unknown()).optional(),
  }),
  entities: [
    'service',
    'service_version',
    'queue',
    'sla_policy',
    'approval_route',
    'employee',
    'substitution',
    'ticket',
    'vacation',
    'vacation_grant',
  ],
});

/**
 * Where a ticket of a draft would go: the same program that would make it, run without keeping anything. Who has it and the due times
 * are those of a request that everybody agreed to at once.
 */
export const serviceTry = query<{
  problems: ValueProblem[];
  /** A refusal of the command or of the publication, with its details. */
  refused: { code: string; details: Record<string, unknown> } | null;
  title: string;
  route: RoutePreviewStep[];
  queueName: string | null;
  assignee: { id: string; fullName: string; insteadOfName: string | null } | null;
  responseDueAt: number | null;
  resolutionDueAt: number | null;
  tasks: { title: string; who: string | null; dueAt: number | null }[];
}>()({
  name: 'service.try',
  args: z.object({
    serviceId: z.string(),
    definition: serviceDefinition,
    values: z.record(z.string(), z.unknown()),
    requesterId: z.string(),
    priority: z.enum(priorities).nullable(),
  }),
  entities: [
    'service',
    'queue',
    'sla_policy',
    'approval_route',
    'employee',
    'department',
    'branch',
    'working_calendar',
    'ticket',
    'substitution',
    'vacation',
    'vacation_grant',
  ],
});

/** Everything that administrators of the portal keep. */
export const serviceSetup = query<{
  services: (RowOf<'service'> & { published: RowOf<'service_version'>['definition'] | null; tickets: number })[];
  versions: Pick<RowOf<'service_version'>, 'id' | 'serviceId' | 'version' | 'authorId' | 'publishedAt' | 'note'>[];
  queues: RowOf<'queue'>[];
  policies: RowOf<'sla_policy'>[];
  replies: RowOf<'canned_reply'>[];
  articles: RowOf<'article'>[];
  recurring: RowOf<'recurring_ticket'>[];
  grants: RowOf<'vacation_grant'>[];
}>()({
  name: 'service.setup',
  args: z.object({}),
  entities: [
    'service',
    'service_version',
    'queue',
    'sla_policy',
    'canned_reply',
    'article',
    'recurring_ticket',
    'vacation_grant',
    'ticket',
  ],
});

/** Canned replies of a desk, with {fields} still in them; articles that fit a text or a service. */
export const deskWords = query<{ replies: RowOf<'canned_reply'>[]; articles: ArticleHit[] }>()({
  name: 'desk.words',
  args: z.object({ queueId: z.string().nullable(), serviceId: z.string().nullable(), text: z.string().max(500) }),
  entities: ['canned_reply', 'article'],
});

export const articleList = query<(RowOf<'article'> & { authorName: string | null; serviceNames: string[] })[]>()({
  name: 'article.list',
  args: z.object({ text: z.string().max(200), serviceId: z.string().nullable(), archived: z.boolean() }),
  entities: ['article', 'service', 'employee'],
});

export interface ScheduleLine {
  employeeId: string;
  fullName: string;
  position: string;
  departmentName: string | null;
  branchCity: string;
  /** null: this person may not know it. */
  balance: LeaveBalance | null;
  leaves: (RowOf<'vacation'> & { substituteName: string | null; ticketNumber: string | null })[];
}

/** The schedule of vacations (график отпусков) of a year, with the days on which more than one of a department is away. */
export const vacationSchedule = query<{
  lines: ScheduleLine[];
  overlaps: {
    departmentId: string | null;
    departmentName: string | null;
    from: string;
    to: string;
    employeeIds: string[];
  }[];
  holidays: string[];
}>()({
  name: 'vacation.schedule',
  args: z.object({ year: z.number().int(), branchId: z.string().nullable(), departmentId: z.string().nullable() }),
  entities: ['vacation', 'vacation_grant', 'employee', 'department', 'branch', 'ticket'],
});

/** What a vacation would mean, while somebody chooses its days. */
export const vacationPreview = query<{
  days: number;
  balance: LeaveBalance | null;
  left: number | null;
  /** Holidays that do not count, inside the period. */
  holidays: string[];
  own: { from: string; to: string }[];
  colleagues: { employeeId: string; fullName: string; from: string; to: string }[];
  substituteAway: { from: string; to: string } | null;
  backOn: string | null;
}>()({
  name: 'vacation.preview',
  args: z.object({
    employeeId: z.string(),
    from: z.string(),
    to: z.string(),
    substituteId: z.string().nullable(),
    ticketId: z.string().nullable(),
  }),
  entities: ['vacation', 'vacation_grant', 'substitution', 'employee', 'working_calendar'],
});
