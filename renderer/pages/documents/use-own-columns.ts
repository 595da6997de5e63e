import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import { useOwnWords } from '#renderer/pages/documents/use-own-words.ts';
import type { DocumentListRow } from '#shared/queries/document.ts';

/** Columns of the company's own fields; none is shown until a person asks for it. */
export function useOwnColumns(): GridColumn<DocumentListRow>[] {
  const fields = useOwnFields();
  const words = useOwnWords();
  const known = JSON.stringify(fields.map(({ key, label, type }) => [key, label, type]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of the fields stands for them
  return useMemo(
    () =>
      fields.map(
        ({ key, label, type }): GridColumn<DocumentListRow> => ({
          id: `custom:${key}`,
          header: label,
          width: 128,
          sortable: true,
          hidden: true,
          align: type === 'number' || type === 'money' ? 'end' : undefined,
          text: (row) => words(type, row.custom?.[key], row.names),
        }),
      ),
    [known, words],
  );
}

/** The register's columns with others behind what the paper says, before its state. */
export function beforeState<C extends { id: string }>(standing: readonly C[], others: readonly C[]): C[] {
  const state = standing.findIndex((column) => column.id === 'state');
  const place = state < 0 ? standing.length : state;
  const known = new Set(standing.map((column) => column.id));
  return [...standing.slice(0, place), ...others.filter((column) => !known.has(column.id)), ...standing.slice(place)];
}
