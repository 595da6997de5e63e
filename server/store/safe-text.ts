/**
 * Text that a PostgreSQL column takes. It knows no U+0000, and a lone surrogate has no UTF-8: a workstation that sends either
 * must not stop the whole batch. The JSON of rows needs none of this: JSON escapes both.
 */
export function safeText(value: string): string {
  const whole = value.isWellFormed() ? value : value.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole;
}
