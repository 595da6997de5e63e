import { randomBytes } from 'node:crypto';
import { hashValue } from '#shared/lib/canonical.ts';
import { commandId } from '#shared/lib/ids.ts';
import type { WireCommand } from '#shared/sync/command-wire.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { documentId, kazan, moscow } from '#tests/integration/server/company.ts';
import type { Desk } from '#tests/integration/server/writers-desk.ts';

/** Documents of the company that all writers edit and comment. */
export const sharedDocuments = 20;

/** One workstation that pushes as fast as it is answered. */
export class Writer {
  /** Seq of every command that was accepted. */
  readonly seqs: number[] = [];
  readonly #desk: Desk;
  readonly #org: string;
  readonly #userId: string;
  readonly #client: string;
  readonly #batch: number;
  readonly #which: number;
  #n = 0;
  #lease: string | null = null;

  constructor(desk: Desk, org: string, userId: string, which: number, batch: number) {
    this.#desk = desk;
    this.#org = org;
    this.#userId = userId;
    this.#which = which;
    this.#client = `writer-${which}-${randomBytes(4).toString('hex')}`;
    this.#batch = batch;
  }

  /** Until an instant of `performance.now()`. Throws when a command is not accepted: all of them can be. */
  async write(until: number): Promise<void> {
    while (performance.now() < until) {
      const commands = Array.from({ length: this.#batch }, () => this.#command());
      const place = { client: this.#client, device: this.#client, deviceName: '', epoch: null, lease: this.#lease };
      const reply = await this.#desk.lanes.push(this.#org, { ...place, userId: this.#userId, commands });
      if (!reply.ok) throw new Error(`push refused: ${reply.code}`);
      this.#lease = reply.lease;
      for (const { seq, code } of reply.verdicts) {
        if (seq === null) throw new Error(`command refused: ${code}`);
        this.seqs.push(seq);
      }
    }
  }

  #command(): WireCommand {
    this.#n += 1;
    const { name, args, reads } = this.#order(this.#n);
    const id = commandId(Date.now(), randomBytes(10));
    const argsHash = hashValue([name, 1, args]);
    return { id, n: this.#n, name, v: 1, args, argsHash, baseVersions: reads, occurredAt: Date.now() };
  }

  /** Mostly comments, some edits of what everybody edits, some new papers; each leaves a row that nothing writes again. */
  #order(n: number): { name: string; args: unknown; reads: Record<string, number> } {
    const document = documentId(1 + ((this.#which + n) % sharedDocuments));
    // What a workstation has read, it says: the centre then fetches it for the whole batch.
    const reads = { [`document/${document}`]: 0 };
    const text = `${this.#client} ${n}`;
    if (n % 7 === 0) {
      const branchId = n % 2 === 0 ? moscow : kazan;
      return { name: 'document.create', args: documentForm({ subject: text, branchId }), reads: {} };
    }
    if (n % 4 === 0)
      return { name: 'document.update', args: { id: document, base: { note: null }, patch: { note: text } }, reads };
    return { name: 'comment.add', args: { objectEntity: 'document', objectId: document, text }, reads };
  }
}
