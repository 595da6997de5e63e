import { StringDecoder } from 'node:string_decoder';
import type { Told } from './told.ts';

const kept = 4_000;
const complaint = /\berror\b|\bfail|✖|×|━━/i;

/** Remembers what a tool without a reporter of its own says, its beginning and its end: enough to tell why it failed. */
export class ToolOutput {
  #first = '';
  #last = '';
  readonly #decoder = new StringDecoder('utf8');

  take(bytes: Buffer): void {
    const text = this.#decoder.write(bytes);
    if (this.#first.length < kept) this.#first += text;
    this.#last = (this.#last + text).slice(-kept);
  }

  /** The lines that complain, or the last ones when none does. */
  told(name: string): Told {
    const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
    const complaints = linesOf(this.#first).filter((line) => complaint.test(line));
    const lines = complaints.length > 0 ? complaints : linesOf(this.#last).slice(-4);
    return { outcome: 'failed', name, message: lines.slice(0, 4).join('\n') };
  }
}
