const LABEL_MASK = 0x800000ff;
const EXTENSION_BIT = 1 << 9;
const LEAF_BIT = 1 << 8;

const decoder = new TextDecoder('windows-1251');
const letterOf = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
const byteOf = new Map(letterOf.map((letter, byte) => [letter, byte]));

/** Automaton of the dawgdic layout with cp1251 labels: a count, units of 32 bits, a guide of child and sibling labels. */
export class Dawg {
  private readonly units: Uint32Array;
  private readonly guide: Buffer;

  constructor(bytes: Buffer) {
    const count = bytes.readUInt32LE(0);
    this.units = Uint32Array.from({ length: count }, (_, i) => bytes.readUInt32LE(4 + i * 4));
    this.guide = bytes.subarray(count * 4 + 8);
  }

  private target(index: number): number {
    const unit = this.units[index] ?? 0;
    return (unit >>> 10) << ((unit & EXTENSION_BIT) >>> 6);
  }

  private follow(index: number, label: number): number {
    const next = (index ^ this.target(index) ^ label) >>> 0;
    return ((this.units[next] ?? 0) & LABEL_MASK) >>> 0 === label ? next : -1;
  }

  private isLeaf(index: number): boolean {
    return ((this.units[index] ?? 0) & LEAF_BIT) !== 0;
  }

  /** Number stored under a text; undefined when the text is not there. */
  value(text: string): number | undefined {
    let index = 0;
    for (const letter of text) {
      const byte = byteOf.get(letter);
      index = byte === undefined ? -1 : this.follow(index, byte);
      if (index < 0) return undefined;
    }
    return this.isLeaf(index) ? (this.units[(index ^ this.target(index)) >>> 0] ?? 0) & 0x7fffffff : undefined;
  }

  /** Every stored key as bytes, in the order of the guide. */
  *keys(): Generator<number[]> {
    const stack = [{ index: 0, depth: 0, label: -1 }];
    const path: number[] = [];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (top.depth > 0) {
        path.length = top.depth - 1;
        path.push(top.label);
      }
      if (this.isLeaf(top.index)) yield path.slice();
      for (let label = this.guide[top.index << 1] ?? 0; label !== 0; ) {
        const next = this.follow(top.index, label);
        if (next < 0) break;
        stack.push({ index: next, depth: top.depth + 1, label });
        label = this.guide[(next << 1) + 1] ?? 0;
      }
    }
  }
}

/** Text of cp1251 bytes. */
export function decodeBytes(bytes: number[]): string {
  return bytes.map((byte) => letterOf[byte] ?? '').join('');
}
