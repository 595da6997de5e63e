import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { record as words } from '#renderer/i18n/ru/record.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import { useCustomWords } from '#renderer/pages/document/use-custom-words.ts';
import { choiceKey } from '#renderer/pages/record/choice-key.ts';
import { fieldKey } from '#renderer/pages/record/field-key.ts';
import { shapeOf } from '#renderer/pages/record/field-shape.ts';
import type { FieldChange } from '#renderer/pages/record/order-parts.ts';
import { useStructureWords } from '#renderer/pages/record/use-structure-words.ts';
import { LOST } from '#shared/commands/record.ts';
import type { RouteCondition, RouteStep } from '#shared/domain/approval/route.ts';
import type { Policies } from '#shared/domain/organization.ts';

/** Names of other records by their id, as the core gives them beside values. */
export type Names = Readonly<Record<string, string>>;

const none: Names = {};
const nobody: readonly Definition[] = [];
const memberOf = (item: unknown): string => String((item as { employeeId?: unknown } | null)?.employeeId ?? '');

/** Values of the company's own fields stand under `custom.<key of the field>`. */
export const CUSTOM = 'custom.';

/**
 * Fields, their values and whole changes in business words: dates, money and names instead of what is stored.
 * `about` is the kind of record, or the command, that a field belongs to: «Вид» of a contract is not that of a payment.
 * `definitions` name the company's own fields.
 */
export function useFieldWords(definitions: readonly Definition[] = nobody) {
  const t = useWords('record');
  const values = useWords('values');
  const any = useTranslation().t as (key: string) => string;
  const clock = useClock();
  const structure = useStructureWords();
  const customWords = useCustomWords();
  const { employeeOf, branchOf, departments } = useDirectory();
  return useMemo(() => {
    const definitionOf = (field: string) => definitions.find((one) => `${CUSTOM}${one.key}` === field);

    const fieldNameIn = (about: string | undefined, field: string): string => {
      if (!field.startsWith(CUSTOM)) return t(fieldKey(field, about) as 'field_unknown');
      const definition = definitionOf(field);
      return definition ? values('companyField', { label: definition.label }) : values('oldField');
    };

    const nameOf = (id: string, names: Names): string =>
      names[id] ??
      employeeOf(id)?.fullName ??
      branchOf(id)?.name ??
      departments.find((one) => one.id === id)?.name ??
      t('notHere');

    /** A text, or what else fits no list: codes of lists come first. */
    const plain = (field: string, given: unknown, about?: string): string => {
      if (typeof given === 'boolean') return t(given ? 'yes' : 'no');
      if (typeof given === 'number') return formatCount(given);
      if (typeof given !== 'string') return t('changed');
      const key = choiceKey(field, given, about?.split('.')[0]);
      return key ? any(key) : given;
    };

    const custom = (field: string, given: unknown): string => {
      const definition = definitionOf(field);
      return definition ? customWords(definition, given) || t('empty') : plain(field, given);
    };

    const one = (field: string, given: unknown, names: Names, about?: string): string => {
      if (field.startsWith(CUSTOM)) return custom(field, given);
      const shape = shapeOf(field, about?.split('.')[0]);
      if (typeof given === 'number') {
        if (shape === 'money') return formatMoney(given);
        if (shape === 'moment') return clock.moment(given);
        if (shape === 'duration') return structure.duration(given);
        if (shape === 'days') return values('daysCount', { count: given });
        if (shape === 'lines') return t('linesCount', { count: given });
        if (shape === 'items') return values('itemsCount', { count: given });
      }
      if (typeof given === 'string' && shape === 'date' && /^\d{4}-\d\d-\d\d$/.test(given)) return formatDate(given);
      if (typeof given === 'string' && shape === 'record') return nameOf(given, names);
      if (typeof given !== 'object' || given === null) return plain(field, given, about);
      if (shape === 'policies') return structure.policies(given as Policies);
      if (shape === 'schedule') return structure.schedule(given as Parameters<typeof structure.schedule>[0]);
      if (shape !== 'custom') return t('changed');
      return Object.entries(given)
        .map(([key, of]) =>
          t('changeTo', { field: fieldNameIn(about, `${CUSTOM}${key}`), to: custom(`${CUSTOM}${key}`, of) }),
        )
        .join('; ');
    };

    const nothing = (field: string, about?: string): string => {
      if (field === 'archivedAt') return t('no');
      if (field === 'branchAccess') return values('everyBranch');
      return field === 'schedule' && about ? values('usualWeek') : t('empty');
    };

    /** A value in words; structures of several lines are parted by line ends. */
    const value = (field: string, given: unknown, names: Names = none, about?: string): string => {
      if (given === null || given === undefined || given === '') return nothing(field, about);
      if (!Array.isArray(given)) return one(field, given, names, about);
      const shape = shapeOf(field, about?.split('.')[0]);
      if (shape === 'conditions') return structure.conditions(given as RouteCondition[]);
      if (shape === 'whole') return t('changed');
      if (given.length === 0) return t('empty');
      if (shape === 'members') return given.map((item) => nameOf(memberOf(item), names)).join(', ');
      if (shape === 'steps') return structure.stepLines(given as RouteStep[]).join('\n');
      if (shape === 'offsets') return structure.offsets(given as { from: number | null; minutes: number }[]);
      if (shape === 'days') return values('daysCount', { count: given.length });
      if (shape === 'items') return values('itemsCount', { count: given.length });
      return given.map((item) => one(field, item, names, about)).join(', ');
    };

    const change = (given: FieldChange, names?: Names, about?: string): string => {
      if (given.field.startsWith(LOST)) {
        const own = given.field.slice(LOST.length);
        return t('changeLost', { field: fieldNameIn(about, own), to: value(own, given.to, names, about) });
      }
      const field = fieldNameIn(about, given.field);
      const to = value(given.field, given.to, names, about);
      if (given.hidden) return t('changeHidden', { field, to });
      return 'from' in given
        ? t('change', { field, from: value(given.field, given.from, names, about), to })
        : t('changeTo', { field, to });
    };

    const action = (command: string): string => {
      const key = `action_${command.replace('.', '_')}`;
      return t(Object.hasOwn(words, key) ? (key as 'field_unknown') : 'action_unknown');
    };
    const fieldName = (field: string): string => fieldNameIn(undefined, field);
    return { fieldName, fieldNameIn, value, change, action };
  }, [t, values, any, clock, structure, customWords, definitions, employeeOf, branchOf, departments]);
}
