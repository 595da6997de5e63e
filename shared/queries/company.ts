import { z } from 'zod';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

/** Everything administrators keep, archived records included. */
export const companySetup = query<{
  organization: RowOf<'organization'> | null;
  branches: RowOf<'branch'>[];
  departments: RowOf<'department'>[];
  employees: RowOf<'employee'>[];
  routes: RowOf<'approval_route'>[];
  fields: RowOf<'field_definition'>[];
  calendars: RowOf<'working_calendar'>[];
}>()({
  name: 'company.setup',
  args: z.object({}),
  entities: [
    'organization',
    'branch',
    'department',
    'employee',
    'approval_route',
    'field_definition',
    'working_calendar',
  ],
});

export interface SubstitutionLine {
  row: RowOf<'substitution'>;
  employeeName: string;
  substituteName: string;
  /** By the day it is in the absent person's branch. */
  standing: 'planned' | 'now' | 'past' | 'cancelled';
}

/** Substitutions of one person, or of everybody; newest first. */
export const substitutionList = query<SubstitutionLine[]>()({
  name: 'substitution.list',
  args: z.object({ employeeId: z.string().nullable() }),
  entities: ['substitution', 'employee'],
});

/** The clause library; templates are documents of kind `template`. */
export const clauseList = query<RowOf<'clause'>[]>()({
  name: 'clause.list',
  args: z.object({ text: z.string().max(200).nullable() }),
  entities: ['clause'],
});

export interface TemplateLine {
  documentId: string;
  title: string;
  contractType: RowOf<'document'>['contractType'];
  /** Keys of the kinds it is offered for; null: contracts and their amendments. */
  kinds: string[] | null;
  /** Names of the services whose print form it is, published or in a draft. */
  services: string[];
  attachment: { id: string; name: string; sha256: string; version: number } | null;
}

export const templateList = query<TemplateLine[]>()({
  name: 'template.list',
  args: z.object({}),
  entities: ['document', 'attachment', 'service', 'service_version'],
});
