/** Heights of rows in pixels: guessed until measured. Offsets are told in the time of a look into a table. */
export class RowHeights {
  readonly #heights: Float64Array;
  readonly #offsets: Float64Array;
  #stale = true;

  constructor(guessed: readonly number[]) {
    this.#heights = Float64Array.from(guessed);
    this.#offsets = new Float64Array(guessed.length + 1);
  }

  get count(): number {
    return this.#heights.length;
  }

  get total(): number {
    return this.#sums()[this.count] ?? 0;
  }

  /** Where a row begins. */
  offsetOf(row: number): number {
    return this.#sums()[Math.max(0, Math.min(row, this.count))] ?? 0;
  }

  /** Takes a measured height; tells whether it differs from what was known. */
  measure(row: number, height: number): boolean {
    if (row < 0 || row >= this.count || Math.abs((this.#heights[row] ?? 0) - height) < 0.5) return false;
    this.#heights[row] = height;
    this.#stale = true;
    return true;
  }

  /** The row that covers a point; the last one for points below. */
  rowAt(point: number): number {
    const offsets = this.#sums();
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((offsets[middle] ?? 0) <= point) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #sums(): Float64Array {
    if (!this.#stale) return this.#offsets;
    let sum = 0;
    for (let row = 0; row < this.count; row += 1) {
      this.#offsets[row] = sum;
      sum += this.#heights[row] ?? 0;
    }
    this.#offsets[this.count] = sum;
    this.#stale = false;
    return this.#offsets;
  }
}
