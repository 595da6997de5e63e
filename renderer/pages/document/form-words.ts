import type { DocumentKind } from '#shared/domain/document.ts';

/** Keys of the form's dictionary that speak of the kind of document by its name. */
interface KindWords {
  create: 'create' | 'createContract' | 'createAmendment' | 'createTemplate';
  created: 'created' | 'createdContract' | 'createdAmendment' | 'createdTemplate';
  edit: 'editTitle' | 'editTitleContract' | 'editTitleAmendment' | 'editTitleTemplate';
  editBare: 'editTitleBare' | 'editTitleContractBare' | 'editTitleAmendmentBare' | 'editTitleTemplate';
}

const named: Partial<Record<DocumentKind, KindWords>> = {
  contract: {
    create: 'createContract',
    created: 'createdContract',
    edit: 'editTitleContract',
    editBare: 'editTitleContractBare',
  },
  amendment: {
    create: 'createAmendment',
    created: 'createdAmendment',
    edit: 'editTitleAmendment',
    editBare: 'editTitleAmendmentBare',
  },
  template: {
    create: 'createTemplate',
    created: 'createdTemplate',
    edit: 'editTitleTemplate',
    editBare: 'editTitleTemplate',
  },
};
const plain: KindWords = { create: 'create', created: 'created', edit: 'editTitle', editBare: 'editTitleBare' };

/** A contract, an amendment and a template are called what they are; the rest are documents. */
export const kindWords = (kind: DocumentKind): KindWords => named[kind] ?? plain;

/** The section of the rail that a form of this kind belongs to. */
export function sectionOf(kind: DocumentKind): string {
  if (kind === 'template') return 'admin';
  return kind === 'contract' || kind === 'amendment' ? 'contracts' : 'documents';
}
