import { expect, test } from 'vitest';
import { type CheckValues, checkFaults } from '#renderer/pages/counterparty/check-form.ts';

const filled: CheckValues = {
  source: 'Выписка ЕГРЮЛ',
  checkedOn: '2026-05-04',
  validUntil: null,
  result: 'clear',
  comment: '',
};
const today = '2026-05-13';

test('a check names its source and a day that has been', () => {
  expect(checkFaults(filled, today)).toEqual({});
  expect(checkFaults({ ...filled, source: ' ', checkedOn: null }, today)).toEqual({
    source: 'checkSourceEmpty',
    checkedOn: 'checkDateEmpty',
  });
  expect(checkFaults({ ...filled, checkedOn: '2026-05-14' }, today)).toEqual({ checkedOn: 'checkAhead' });
  expect(checkFaults({ ...filled, checkedOn: today }, today)).toEqual({});
});

test('it holds no shorter than until its own day, and a finding is told in words', () => {
  expect(checkFaults({ ...filled, validUntil: '2026-05-03' }, today)).toEqual({ validUntil: 'checkEnds' });
  expect(checkFaults({ ...filled, result: 'risk' }, today)).toEqual({ comment: 'checkCommentEmpty' });
  expect(checkFaults({ ...filled, result: 'refused', comment: 'Адрес массовой регистрации' }, today)).toEqual({});
});
