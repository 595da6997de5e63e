/** A row passes when `allowed[codes[rid]]` is 1. */
export interface RowTest {
  codes: Uint32Array | Uint8Array;
  allowed: Uint8Array;
}
