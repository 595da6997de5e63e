/** Names that Windows keeps for devices, with any ending. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/** A name of a file that every file system bears: no slashes and other signs of paths, no device of Windows, no point or space at its end. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[<>:"/\\|?*]|\p{Cc}|\p{Cf}/gu, '_')
    .replace(/[. ]+$/, '')
    .trimStart();
  const named = plain === '' ? 'file' : plain;
  return devices.test(named) ? `_${named}` : named;
}
