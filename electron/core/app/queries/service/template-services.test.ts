import { afterEach, beforeEach, expect, test } from 'vitest';
import { boss } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

test('a template says which living services print by it: as they are published, and as a draft would have it', () => {
  const template = (subject: string) => office.contract({ kind: 'template', subject });
  const certificate = template('Справка');
  const order = template('Приказ');
  template('Договор поставки');
  const served = () => Object.fromEntries(office.query('template.list', {}).map((one) => [one.title, one.services]));
  expect(served()).toEqual({ Справка: [], Приказ: [], 'Договор поставки': [] });

  const service = office.service(office.card('Справка о стаже'), { printTemplateId: certificate });
  const draft = office.definition({ printTemplateId: order });
  office.centre('service.create', { ...office.card('Командировка'), draft }, boss);
  expect(served()).toEqual({ Справка: ['Справка о стаже'], Приказ: ['Командировка'], 'Договор поставки': [] });

  office.centre('service.archive', { id: service, archived: true }, boss);
  expect(served()['Справка']).toEqual([]);
});
