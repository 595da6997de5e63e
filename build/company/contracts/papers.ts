import { createHash } from 'node:crypto';
import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import { type PaperKey, requestPapers } from '#build/company/templates/request-papers.ts';
import { type TemplateFile, templateFiles } from '#build/company/templates/template-files.ts';
import { draftingData } from '#electron/core/jobs/drafting/drafting-data.ts';
import { fillTemplate } from '#electron/core/jobs/drafting/fill-template.ts';
import type { DocumentForm } from '#shared/commands/document.ts';
import type { AttachmentPurpose } from '#shared/domain/attachment.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Files of the contracts: made from the company's own templates, kept under their hash, attached and checked by the centre. */
export class Papers {
  readonly files = new Map<string, Uint8Array>();
  readonly #stage: Stage;
  readonly #cast: Cast;
  #templates: TemplateFile[] = [];

  constructor(stage: Stage, cast: Cast) {
    this.#stage = stage;
    this.#cast = cast;
  }

  /** Templates as documents of their own, for everybody who drafts. */
  async loadTemplates(at: number): Promise<void> {
    this.#templates = await templateFiles();
    const lawyer = this.#cast.person('basov');
    for (const [index, template] of this.#templates.entries())
      this.#template(lawyer, at + index * 240_000, template, template.contractType);
  }

  /** Print forms of services, by the desks that fill them. Returns the ids of their documents. */
  async loadRequestPapers(at: number): Promise<Record<PaperKey, Id>> {
    const made = (await requestPapers()).map((paper, index) => {
      const author = this.#cast.person(paper.key === 'certificate' ? 'yudin' : 'ten');
      return [paper.key, this.#template(author, at + index * 240_000, paper, null)];
    });
    return Object.fromEntries(made) as Record<PaperKey, Id>;
  }

  #template(
    person: Id,
    at: number,
    file: Pick<TemplateFile, 'name' | 'title' | 'bytes'>,
    contractType: TemplateFile['contractType'] | null,
  ): Id {
    const { id } = this.#stage.run(person, at, 'document.create', {
      ...emptyForm,
      kind: 'template',
      date: this.#cast.day(-200),
      subject: file.title,
      contractType,
      branchId: this.#cast.branch('МСК'),
      responsibleId: person,
    });
    this.attach(person, at + 30_000, id, file.name, file.bytes, null);
    return id;
  }

  /** The text of a contract as its template gives it now. */
  async textOf(documentId: Id): Promise<{ name: string; bytes: Uint8Array }> {
    const document = this.#stage.get('document', documentId);
    const wanted = document.kind === 'amendment' ? 'other' : document.contractType;
    const template =
      this.#templates.find((one) => one.contractType === wanted) ??
      this.#templates.find((one) => one.contractType === 'services');
    if (!template) throw new Error('the demo has no template');
    const filled = await fillTemplate(template.bytes, draftingData(this.#input(document)));
    if ('problems' in filled) throw new Error(`${template.name}: ${JSON.stringify(filled.problems)}`);
    return { name: `${document.subject}.docx`, bytes: filled.bytes };
  }

  attach(
    person: Id,
    at: number,
    documentId: Id,
    name: string,
    bytes: Uint8Array,
    purpose: AttachmentPurpose | null,
  ): void {
    const file = this.#keep(name, bytes);
    this.#stage.run(person, at, 'attachment.add', { documentId, files: [file], purpose });
    this.#stage.run(null, at + 5_000, 'attachment.verify', { sha256: file.sha256, size: file.size });
  }

  /** Bytes of the newest text of a document. */
  newestText(documentId: Id): Uint8Array {
    const texts = this.#stage.of('attachment').filter((one) => one.documentId === documentId && one.purpose === 'text');
    const bytes = this.files.get(texts.at(-1)?.sha256 ?? '');
    if (!bytes) throw new Error('there is no text');
    return bytes;
  }

  /** A newer version of the only text of a document. */
  replace(person: Id, at: number, documentId: Id, bytes: Uint8Array, note: string): void {
    const texts = this.#stage.of('attachment').filter((one) => one.documentId === documentId && one.purpose === 'text');
    const base = texts.at(-1);
    if (!base) throw new Error('there is no text to replace');
    const file = this.#keep(base.name, bytes);
    this.#stage.run(person, at, 'attachment.add-version', { documentId, basedOnId: base.id, file, note });
    this.#stage.run(null, at + 5_000, 'attachment.verify', { sha256: file.sha256, size: file.size });
  }

  #keep(name: string, bytes: Uint8Array) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.files.set(sha256, bytes);
    return { name, size: bytes.length, mime: docx, sha256 };
  }

  #input(document: RowOf<'document'>) {
    const stage = this.#stage;
    const [organization] = stage.of('organization');
    if (!organization) throw new Error('the demo has no organization');
    const accounts = stage.of('bank_account');
    const party = document.counterpartyId ? stage.get('counterparty', document.counterpartyId) : null;
    const director = stage.get('employee', this.#cast.person('yartsev'));
    return {
      today: document.date,
      organization,
      organizationAccounts: accounts.filter((one) => one.counterpartyId === null),
      organizationSigner: { name: director.fullName, position: director.position, basis: 'Устава' },
      branch: stage.get('branch', document.branchId),
      counterparty: party,
      counterpartyAccounts: accounts.filter((one) => party && one.counterpartyId === party.id),
      counterpartySigner: null,
      document,
      definitions: stage.of('field_definition'),
      parent: document.parentId ? stage.get('document', document.parentId) : null,
      responsible: document.responsibleId ? stage.get('employee', document.responsibleId) : null,
      lines: [],
      obligations: stage.of('obligation').filter((one) => one.documentId === document.id),
      clauses: [],
    };
  }
}

type Blank = Omit<DocumentForm, 'kind' | 'date' | 'subject' | 'branchId' | 'responsibleId'>;

/** A document's form with nothing in it. */
export const emptyForm: Blank = {
  number: null,
  counterpartyId: null,
  amount: null,
  vatAmount: null,
  currency: 'RUB',
  state: 'draft',
  dueDate: null,
  note: null,
  labels: [],
};
