import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { updateRow } from '#shared/commands/update-row.ts';
import { workingCalendar } from '#shared/domain/company/working-calendar.ts';
import { organization } from '#shared/domain/organization.ts';

const { name, fullName, inn, kpp, ogrn, address, policies } = organization.fields;
const form = z.object({
  name: name.schema,
  fullName: fullName.schema,
  inn: inn.schema,
  kpp: kpp.schema,
  ogrn: ogrn.schema,
  address: address.schema,
  policies: policies.schema.optional(),
});

/** Who changes what the company says of itself. */
export const companyKeepers = ['administrator'] as const;

/** Requisites and policies of the company. */
export const updateOrganization = command({
  name: 'organization.update',
  version: 1,
  args: z.object({ id: z.string(), patch: form.partial(), base: z.record(z.string(), z.unknown()) }),
  roles: companyKeepers,
  about: (args) => ({ entity: 'organization', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('organization', args.id);
    return yield* updateRow(tx, context, 'organization', row, args, 'organization.update');
  },
});

/** Puts a year's production calendar in the place of the one that stood before. */
export const saveCalendar = command({
  name: 'working_calendar.save',
  version: 1,
  args: z.object({
    year: workingCalendar.fields.year.schema.pipe(z.number().min(2000).max(2100)),
    days: workingCalendar.fields.days.schema,
    source: workingCalendar.fields.source.schema,
  }),
  roles: ['administrator', 'hr'],
  *decide(tx, args, context) {
    const standing = yield* tx.byKey('working_calendar', 'year', String(args.year));
    const id = standing?.id ?? tx.id();
    if (standing) tx.patch('working_calendar', standing, { days: args.days, source: args.source });
    else tx.put('working_calendar', { ...args, id });
    // Clocks that run by a calendar keep running by what it said: each of its versions is kept.
    const kept = { year: args.year, days: args.days, createdAt: context.receivedAt ?? context.occurredAt };
    tx.put('calendar_version', { ...kept, id: tx.id() });
    const object = { entity: 'working_calendar', id };
    recordHistory(
      tx,
      context,
      'working_calendar.save',
      object,
      { days: standing?.days.length ?? 0 },
      { days: args.days.length },
    );
    return { id };
  },
});
