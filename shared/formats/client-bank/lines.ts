/**
 * Hands out the lines of a text one by one without copying the rest: CRLF, LF and lone CR may be mixed. Linear in
 * the length of the text, whatever the lengths of its lines.
 */
export class LineReader {
  readonly text: string;
  /** 1-based number of the line handed out last. */
  number = 0;
  position = 0;
  #nextFeed = -2;
  #nextReturn = -2;

  constructor(text: string) {
    this.text = text;
    if (text.startsWith('\uFEFF')) this.position = 1;
  }

  /** The next line without its end, or null after the last. */
  next(): string | null {
    if (this.position >= this.text.length) return null;
    // Each search continues where the last ended: a text of one kind of line ends is searched once for the other.
    this.#nextFeed = this.#find('\n', this.#nextFeed);
    this.#nextReturn = this.#find('\r', this.#nextReturn);
    const end = Math.min(this.#nextFeed, this.#nextReturn);
    const line = this.text.slice(this.position, end);
    const pair = end === this.#nextReturn && this.#nextFeed === end + 1;
    this.position = end + (pair ? 2 : 1);
    this.number += 1;
    return line;
  }

  #find(character: string, known: number): number {
    if (known >= this.position) return known;
    const found = this.text.indexOf(character, this.position);
    return found < 0 ? Number.MAX_SAFE_INTEGER : found;
  }
}
