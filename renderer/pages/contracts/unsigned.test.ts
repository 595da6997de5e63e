import { expect, test } from 'vitest';
import { isUnsigned } from '#renderer/pages/contracts/unsigned.ts';
import { documentStates } from '#shared/domain/document.ts';

test('a contract binds from its signing on', () => {
  expect(documentStates.filter(isUnsigned)).toEqual(['draft', 'check', 'approve', 'sign']);
});
