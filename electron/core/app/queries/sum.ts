/** Sum of integers over rows; exact as long as the sum itself is (2^53 kopecks), whatever the parts add up to on the way. */
export function sumOf(rids: Uint32Array, amountOf: (rid: number) => number): number {
  let whole = 0n;
  let part = 0;
  for (let at = 0; at < rids.length; at += 1) {
    const next = part + amountOf(rids[at] as number);
    if (Number.isSafeInteger(next)) {
      part = next;
    } else {
      whole += BigInt(part);
      part = amountOf(rids[at] as number);
    }
  }
  return Number(whole + BigInt(part));
}
