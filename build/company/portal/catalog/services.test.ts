import { expect, it } from 'vitest';
import { servicePlans } from '#build/company/portal/catalog/services.ts';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { formFaults } from '#shared/domain/form/form-faults.ts';

it.each(servicePlans.map((plan) => [plan.name, plan] as const))('«%s» has a form without faults', (_, plan) => {
  expect(formFaults(plan.form)).toEqual([]);
  const keys = new Set(fieldsOf(plan.form).map((field) => field.key));
  const named = [...plan.titlePattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  expect(named.filter((key) => !keys.has(key ?? ''))).toEqual([]);
  expect(plan.tasks.flatMap((task) => task.after).filter((key) => !plan.tasks.some((one) => one.key === key))).toEqual(
    [],
  );
});

it('names every service once and everybody by their role', () => {
  expect(new Set(servicePlans.map((plan) => plan.key)).size).toBe(servicePlans.length);
  expect(new Set(servicePlans.map((plan) => plan.name)).size).toBe(servicePlans.length);
  expect(servicePlans.length).toBeGreaterThanOrEqual(15);
});
