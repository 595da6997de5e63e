import type { DraftingInput, Signer } from '#electron/core/jobs/drafting/drafting-input.ts';
import { partyRoles } from '#electron/core/jobs/drafting/party-roles.ts';
import type { ProtocolPaper } from '#electron/core/jobs/drafting/protocol-docx.ts';
import { shortCompanyName, splitLegalForm } from '#shared/lib/words/legal-forms.ts';
import { nameWithInitials } from '#shared/lib/words/names.ts';

/** What a disagreement protocol says, out of the contract's rows: names as they stand in papers, roles, those who sign. */
export function protocolPaper(
  input: DraftingInput,
  items: ProtocolPaper['items'],
  language: 'ru' | 'en',
): ProtocolPaper {
  const { document, organization } = input;
  const payments = input.obligations.filter((one) => one.kind === 'payment');
  const role = partyRoles(document.contractType, payments, language);
  const own = splitLegalForm(organization.name);
  return {
    language,
    contractNumber: document.number,
    contractDate: document.date,
    contractSubject: document.subject,
    city: input.branch?.city ?? '',
    ours: {
      name: shortCompanyName(own.form, own.name),
      role: role.ours,
      ...signs(input.organizationSigner),
    },
    theirs: {
      name: counterpartyName(input.counterparty),
      role: role.theirs,
      ...signs(input.counterpartySigner ?? themselves(input.counterparty)),
    },
    items,
  };
}

const signs = (signer: Signer | null) => ({
  signerPosition: signer?.position ?? '',
  signerName: signer?.name ?? '',
});

/** «ООО «Ромашка»»; «ИП Щукина Ж. О.»; a person without a form as they are. */
export function counterpartyName(row: DraftingInput['counterparty']): string {
  if (!row) return '';
  const split = splitLegalForm(row.name);
  const form = row.kind === 'entrepreneur' ? 'ИП' : (row.legalForm ?? split.form);
  return form === 'ИП' ? `ИП ${nameWithInitials(split.name, 'last')}` : shortCompanyName(form, split.name);
}

/** An entrepreneur and another person sign for themselves. */
function themselves(row: DraftingInput['counterparty']): Signer | null {
  if (row?.kind !== 'entrepreneur' && row?.kind !== 'person') return null;
  return { name: splitLegalForm(row.name).name, position: '', basis: '' };
}
