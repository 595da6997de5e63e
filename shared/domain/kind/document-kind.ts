import { z } from 'zod';
import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import { type Role, roles } from '#shared/domain/employee.ts';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import {
  flag,
  id,
  instant,
  integer,
  json,
  later,
  oneOf,
  optionalInstant,
  optionalText,
  text,
} from '#shared/domain/field.ts';
import { type Form, form } from '#shared/domain/form/form.ts';

/** Rights are no part of what documents say: of two administrators the later one is right. */
const lately = { part: 'process', merge: 'latest' } as const;

export const kindIcons = ['file', 'letter', 'travel', 'claim', 'money', 'people', 'check', 'lock', 'office'] as const;

/** What a kind of the company's own can be built on: papers that follow a request or are drafted from have fields of their own. */
export const kindBases = documentKinds.filter((kind) => kind !== 'template' && kind !== 'application');
export const isKindBase = (kind: DocumentKind): boolean => (kindBases as readonly DocumentKind[]).includes(kind);

const someRoles = () => json<Role[] | null>(z.array(z.enum(roles)).min(1).max(roles.length).nullable(), lately);

/** A kind of documents that the company made. What is in force is its published version; the draft waits beside it. */
export const documentKind = entity({
  name: 'document_kind',
  fields: {
    /** What templates, imports and reports call it; fixed once published. */
    key: text(40),
    /** The built-in kind that it counts as in registers, journals and routes. */
    base: oneOf(documentKinds),
    label: text(120, { sorted: true }),
    labelEn: optionalText(120),
    icon: oneOf(kindIcons),
    position: integer({ part: 'process', merge: 'latest' }),
    /** 0: never published. */
    publishedVersion: integer({ part: 'process', merge: 'latest' }),
    publishedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    /** null: as published. */
    draft: json<Form | null>(form.nullable()),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    /** Who may make documents of it, besides administrators; null: everybody. */
    createRoles: later(someRoles()),
    /** Who may change them, besides administrators; null: everybody who sees them. */
    editRoles: later(someRoles()),
    /** Its documents begin confidential. */
    isConfidential: later(flag(lately)),
  },
  keys: { key: (row) => row.key },
  scopes: () => [organizationScope],
});

/** What a kind was when documents were filled in under it. Documents keep their version for good. */
export const documentKindVersion = entity({
  name: 'document_kind_version',
  fields: {
    kindId: id(),
    number: integer(),
    form: json<Form>(form),
    authorId: id({ part: 'process' }),
    publishedAt: instant({ part: 'process' }),
    note: text(1_000, { part: 'process' }),
  },
  keys: { kind: (row) => row.kindId, number: (row) => `${row.kindId}/${row.number}` },
  indexes: [['kindId', 'number']],
  scopes: () => [organizationScope],
});
