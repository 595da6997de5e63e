/** Where a record stands between this workstation and the centre (design: Receipts). */
export type ReceiptState = 'out' | 'send' | 'ok' | 'full' | 'conf' | 'rej';

export interface Receipt {
  state: ReceiptState;
  /** When the centre took the last change, by its clock; null while it has taken none. */
  at: number | null;
  /** A change has left and no answer has come: the centre may have taken it or not. */
  inDoubt?: true;
  /** Why the centre refused, when it did. */
  code?: string;
}
