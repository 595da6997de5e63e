import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { useRegister } from '#renderer/pages/documents/register.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { useOwnWords } from '#renderer/pages/documents/use-own-words.ts';
import { usePanels } from '#renderer/state/panels.ts';
import type { DocumentListRow } from '#shared/queries/document.ts';

const none: readonly string[] = [];

/** Columns of the company's own fields that the person wants to see, in the order in which they were chosen. */
export function useOwnColumns(): GridColumn<DocumentListRow>[] {
  const { page } = useRegister();
  const shown = usePanels((panels) => panels.ownColumns[page]) ?? none;
  const fields = useOwnFields();
  const words = useOwnWords();
  const known = JSON.stringify(fields.map(({ key, label, type }) => [key, label, type]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of the fields stands for them
  return useMemo(
    () =>
      shown.flatMap((key): GridColumn<DocumentListRow>[] => {
        const field = fields.find((one) => one.key === key);
        if (!field) return [];
        const { label, type } = field;
        const isNumber = type === 'number' || type === 'money';
        return [
          {
            id: `custom:${key}`,
            header: label,
            width: 128,
            sortable: true,
            align: isNumber ? 'end' : undefined,
            text: (row) => words(type, row.custom?.[key], row.names),
          },
        ];
      }),
    [shown, known, words],
  );
}

/** The register's columns with those of own fields behind what the paper says, before its state. */
export function withOwnColumns<C extends { id: string }>(standing: readonly C[], own: readonly C[]): C[] {
  const state = standing.findIndex((column) => column.id === 'state');
  const place = state < 0 ? standing.length : state;
  return [...standing.slice(0, place), ...own, ...standing.slice(place)];
}
