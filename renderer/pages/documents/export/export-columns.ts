import { useCallback } from 'react';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { contractTypes, documentKinds, documentStates, originalStates } from '#shared/domain/document.ts';
import type { CellType, ExportColumn } from '#shared/ipc/export-channels.ts';
import type { OwnField } from '#shared/queries/kind.ts';

const days = ['date', 'dueDate', 'doneOn', 'signedOn', 'effectiveFrom', 'expiresOn', 'originalsDueOn'];
const moments = ['createdAt', 'receivedAt', 'registeredAt'];

const standingType = (id: string): CellType => {
  if (days.includes(id)) return 'date';
  if (moments.includes(id)) return 'instant';
  if (id === 'amount' || id === 'vatAmount') return 'money';
  return ['kind', 'state', 'branch', 'type', 'originals'].includes(id) ? 'words' : 'text';
};

const ownType: Partial<Record<OwnField['type'], CellType>> = {
  ...{ date: 'date', date_range: 'date', money: 'money', number: 'number', flag: 'words' },
  ...{ employee: 'name', counterparty: 'name' },
};

/** Columns of a file as the register shows them; the receipt is for the screen alone. */
export function useExportColumns(): (columns: readonly { id: string; header: string }[]) => ExportColumn[] {
  const t = useWords('register');
  const status = useWords('status');
  const contract = useWords('contract');
  const { branches } = useDirectory();
  const ownKinds = useQuery('kind.list', {}).data;
  const own = useOwnFields();
  return useCallback(
    (columns) => {
      const words: Record<string, Record<string, string>> = {
        kind: {
          ...Object.fromEntries(documentKinds.map((kind) => [kind, status(`kind_${kind}`)])),
          ...Object.fromEntries((ownKinds ?? []).map(({ id, label }) => [id, label])),
        },
        state: Object.fromEntries(documentStates.map((state) => [state, status(`state_${state}`)])),
        branch: Object.fromEntries(branches.map(({ id, city }) => [id, city])),
        type: Object.fromEntries(contractTypes.map((type) => [type, contract(`${type}Type`)])),
        originals: Object.fromEntries(originalStates.map((state) => [state, t(`originals_${state}`)])),
      };
      const flag = { true: contract('yes'), false: contract('no') };
      return columns
        .filter(({ id }) => id !== 'receipt')
        .map(({ id, header }): ExportColumn => {
          const field = own.find((one) => `custom:${one.key}` === id);
          if (field)
            return {
              id,
              header,
              type: ownType[field.type] ?? 'text',
              ...(field.type === 'flag' ? { words: flag } : {}),
            };
          const type = standingType(id);
          return { id, header, type, ...(type === 'words' ? { words: words[id] ?? {} } : {}) };
        });
    },
    [t, status, contract, branches, ownKinds, own],
  );
}
