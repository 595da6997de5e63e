/** An end after the last dot that is longer than this is a part of the name, not its kind. */
const LONGEST_END = 12;

/** A file's name cut to what `fits`: whole characters go from before its extension, and a mark says that some did. */
export function shortName(name: string, fits: (name: string) => boolean): string {
  if (fits(name)) return name;
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && name.length - dot <= LONGEST_END ? name.slice(dot) : '';
  const stem = [...name.slice(0, name.length - end.length)];
  while (stem.length > 0 && !fits(`${stem.join('').trimEnd()}…${end}`)) stem.pop();
  return `${stem.join('').trimEnd()}…${end}`;
}
