/** What the rows of one scope come to, wherever they lie: how many there are, and 64 bits over their names and versions. */
export interface ScopeSum {
  scope: string;
  rows: number;
  /** 16 lower-case hex digits. */
  digest: string;
}

/** The text whose SHA-256 stands for a row; the centre's database hashes the same (server/store/migrations/0007). */
export const digestText = (entity: string, id: string, version: number): string => `${entity}/${id}:${version}`;

/** Adds up rows of one scope in any order. Each row is given as the first 8 bytes of the hash of its text. */
export class ScopeAdder {
  rows = 0;
  #high = 0;
  #low = 0;

  add(hash: Uint8Array): void {
    const view = new DataView(hash.buffer, hash.byteOffset, 8);
    this.rows += 1;
    this.#high ^= view.getUint32(0);
    this.#low ^= view.getUint32(4);
  }

  get digest(): string {
    return [this.#high, this.#low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** A scope nobody has written to yet. */
export const nothing = { rows: 0, digest: '0'.repeat(16) } as const;
