import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';
import { useKindRights } from '#renderer/pages/document/use-kind-rights.ts';
import type { KindLine } from '#shared/queries/kind.ts';

/** A kind of the company's own as it is offered: by its name in the language of the window. */
export interface OwnKind {
  line: KindLine;
  name: string;
  /** Where a document of it is made. */
  place: string;
}

/** Before the key of an own kind in an address: a key may be the same as a built-in kind's. */
const OWN = 'own-';

/** The company's own kinds that are offered, in their order; undefined while they are not known. */
export function useOwnKinds(): readonly OwnKind[] | undefined {
  const lines = useQuery('kind.list', {}).data;
  const english = useTranslation().i18n.language === 'en';
  return useMemo(
    () =>
      lines?.map((line) => ({
        line,
        name: (english && line.labelEn) || line.label,
        place: `/documents/new/${OWN}${line.key}`,
      })),
    [lines, english],
  );
}

/** Those of which whoever is at the window may make documents. */
export function useOfferedKinds(): readonly OwnKind[] {
  const own = useOwnKinds();
  const { mayCreate } = useKindRights();
  return own?.filter(({ line }) => mayCreate(line)) ?? [];
}

/** The key of the own kind that an address asks for; null: it asks for a built-in one. */
export const ownKeyIn = (asked: string): string | null => (asked.startsWith(OWN) ? asked.slice(OWN.length) : null);
