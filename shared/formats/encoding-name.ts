/** Encodings a file may come in; the names are those of the WHATWG decoder. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'ibm866' | 'koi8-r' | 'iso-8859-5';

const names: Readonly<Record<string, TextEncodingName>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  windows: 'windows-1251',
  win: 'windows-1251',
  ansi: 'windows-1251',
  'windows-1251': 'windows-1251',
  cp1251: 'windows-1251',
  '1251': 'windows-1251',
  dos: 'ibm866',
  oem: 'ibm866',
  cp866: 'ibm866',
  ibm866: 'ibm866',
  '866': 'ibm866',
  'koi8-r': 'koi8-r',
  'iso-8859-5': 'iso-8859-5',
};

/** The encoding meant by a declaration (`Кодировка=Windows`, `encoding="windows-1251"`), or null when unknown. */
export const encodingByName = (declared: string): TextEncodingName | null =>
  names[declared.trim().toLowerCase()] ?? null;
