import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '#renderer/data/directory.tsx';
import { formatCount, formatMoney, MINUS } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { conditionKey } from '#renderer/pages/record/choice-key.ts';
import type { RouteCondition, RouteMember, RouteStep } from '#shared/domain/approval/route.ts';
import type { Policies } from '#shared/domain/organization.ts';

interface Schedule {
  days: readonly number[];
  intervals: readonly (readonly [number, number])[];
}

const clockTime = (minutes: number): string =>
  `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Steps of routes, their conditions, policies and hours of work: what is stored as a structure, said in words. */
export function useStructureWords() {
  const t = useWords('values');
  const common = useWords('common');
  const admin = useWords('admin');
  const session = useWords('session');
  const any = useTranslation().t as (key: string) => string;
  const formats = useFormats();
  const { employeeOf, branchOf } = useDirectory();
  return useMemo(() => {
    const member = (one: RouteMember): string => {
      if (one.type === 'employee') return employeeOf(one.employeeId)?.fullName ?? admin('someone');
      if (one.type === 'role')
        return admin(one.where === 'branch' ? 'roleInBranch' : 'roleAnywhere', { role: session(`role_${one.role}`) });
      return admin(`member_${one.type}`);
    };
    const condition = (one: RouteCondition): string => {
      if (one.field === 'branchId') return one.in.map((id) => branchOf(id)?.name ?? '…').join(', ');
      if (one.field !== 'amount') return one.in.map((code) => any(conditionKey(one.field, code))).join(', ');
      const from = one.from === null ? '' : formatMoney(one.from);
      const below = one.below === null ? '' : formatMoney(one.below);
      if (from && below) return t('condition_amountBetween', { from, below });
      if (from) return t('condition_amountFrom', { from });
      return below ? t('condition_amountBelow', { below }) : t('conditionAmountAny');
    };
    const conditions = (all: readonly RouteCondition[]): string =>
      all.length === 0 ? t('always') : all.map(condition).join('; ');
    const rule = (step: RouteStep): string => {
      if (step.mode === 'quorum') return t('stepQuorum', { need: step.quorum ?? 1, all: step.members.length });
      return step.members.length > 1 || step.mode === 'any' ? t(`mode_${step.mode}`) : '';
    };
    const stepWords = (step: RouteStep, place: number): string => {
      const told = t('stepLine', {
        number: place + 1,
        name: step.name || t('stepNameless'),
        people: step.members.map(member).join(', '),
      });
      const details = [
        step.kind === 'approve' ? '' : t(`task_${step.kind}`),
        rule(step),
        step.deadlineMinutes ? t('deadline', { time: formats.duration(step.deadlineMinutes) }) : '',
        step.escalateTo ? t('escalates', { who: member(step.escalateTo) }) : '',
      ].filter(Boolean);
      const full = details.length > 0 ? t('stepRule', { step: told, rule: details.join(', ') }) : told;
      return step.conditions.length > 0 ? t('stepWhen', { step: full, when: conditions(step.conditions) }) : full;
    };
    const policies = ({ approvalBeforeSigning, checkBeforeSigning }: Policies): string =>
      [
        t(approvalBeforeSigning ? 'policyApproval' : 'policyNoApproval'),
        checkBeforeSigning === null ? t('policyNoCheck') : t('policyCheck', { count: checkBeforeSigning }),
      ].join('; ');
    const schedule = ({ days, intervals }: Schedule): string =>
      t('hours', {
        days: days.map((day) => common(`weekdayShort${(day % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)).join(', '),
        times: intervals.map(([from, to]) => `${clockTime(from)}–${clockTime(to)}`).join(', '),
      });
    const offsets = (all: readonly { from: number | null; minutes: number }[]): string =>
      all
        .map(({ from, minutes }) => {
          const offset = `${minutes < 0 ? MINUS : '+'}${formatCount(Math.abs(Math.trunc(minutes / 60)))}`;
          const half = minutes % 60 === 0 ? offset : `${offset}:${String(Math.abs(minutes % 60)).padStart(2, '0')}`;
          if (from === null) return t('clockAhead', { offset: half });
          const [year, month, day] = new Date(from).toISOString().slice(0, 10).split('-');
          return t('clockSince', { offset: half, date: `${day}.${month}.${year}` });
        })
        .join('; ');
    return {
      conditions,
      policies,
      schedule,
      offsets,
      duration: formats.duration,
      stepLines: (steps: readonly RouteStep[]): string[] => steps.map(stepWords),
    };
  }, [t, common, admin, session, any, formats, employeeOf, branchOf]);
}
