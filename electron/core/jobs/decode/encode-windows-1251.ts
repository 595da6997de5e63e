/** Bytes of the second half of windows-1251 by character, made from the platform's own decoder. */
const bytesByCharacter = new Map<string, number>(
  Array.from({ length: 128 }, (_, index) => {
    const byte = index + 128;
    return [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte] as const;
  }),
);

export interface EncodedText {
  readonly bytes: Uint8Array;
  /** Characters the encoding does not have, each once; they stand as `?` in the bytes. */
  readonly missing: readonly string[];
}

/** Encodes a file for a bank: what windows-1251 lacks is reported, so that the user sees it before the bank does. */
export const encodeWindows1251 = (text: string): EncodedText => {
  const missing = new Set<string>();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 128 ? code : bytesByCharacter.get(character);
    if (byte === undefined) missing.add(character);
    bytes.push(byte ?? 0x3f);
  }
  return { bytes: Uint8Array.from(bytes), missing: [...missing] };
};
