/** Names that Windows keeps for devices, whatever the ending behind them. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
const longest = 120;

/** A name that every system takes for a file: no slashes and signs, no ending dots, no device of Windows; `extension` without a dot. */
export function fileNameOf(title: string, extension: string): string {
  const plain = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .replace(/^[. ]+|[. ]+$/g, '');
  const [stem = ''] = plain.split('.');
  return `${reserved.test(stem.trim()) ? '_' : ''}${plain || '_'}.${extension}`;
}
