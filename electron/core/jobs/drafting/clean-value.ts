/**
 * A value as XML can hold it: no control characters and halves of letters, one kind of line end, and none of the invisible marks that
 * turn the direction of a contract's text or hide in it.
 */
export function cleanValue(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .replace(/[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
  );
}
