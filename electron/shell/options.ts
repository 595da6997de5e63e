import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the command line asks of this workstation. `links` and `files` are what the system opened the program with. */
export interface ShellOptions {
  profile: string;
  /** Folder of this profile: database, key, window state, Chromium's own data. */
  directory: string;
  demo: boolean;
  server?: string;
  links: string[];
  files: string[];
}

/** Where profiles live: `--data`, OPORA_DATA, else the system's place for application data. */
export interface OptionSources {
  arguments: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  workingDirectory: string;
  applicationData: string;
}

const profileName = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

/** Reads `--profile=`, `--data=`, `--server=`, `--demo`, links and files; unknown switches belong to Chromium and are left alone. */
export function readShellOptions(sources: OptionSources): ShellOptions {
  const { arguments: words, environment, workingDirectory, applicationData } = sources;
  const asked = switchValue(words, 'profile') ?? 'main';
  if (!profileName.test(asked)) throw new RangeError(`--profile=${asked}: letters, digits, "-" and "_", at most 40`);
  const data = switchValue(words, 'data') ?? environment['OPORA_DATA'] ?? applicationData;
  const server = switchValue(words, 'server');
  return {
    profile: asked,
    directory: join(resolve(workingDirectory, data), 'profiles', asked),
    demo: words.includes('--demo'),
    ...(server === undefined ? {} : { server }),
    ...openedWith(words, workingDirectory),
  };
}

/** Our own words of a command line: without the program itself and, when it is not packaged, without the file Electron was told to run. */
export function ownWords(line: readonly string[], isPackaged: boolean): string[] {
  const words = line.slice(1);
  const program = isPackaged ? -1 : words.findIndex((word) => !word.startsWith('-'));
  return words.filter((_word, index) => index !== program);
}

/** The `opora:` links and the files that exist among the words of a command line; relative paths start at `workingDirectory`. */
export function openedWith(words: readonly string[], workingDirectory: string): { links: string[]; files: string[] } {
  const plain = words.filter((word) => !word.startsWith('-'));
  const links = plain.filter((word) => /^opora:/i.test(word));
  const files = plain
    .filter((word) => !/^[a-z][a-z0-9+.-]+:/i.test(word))
    .map((word) => resolve(workingDirectory, word))
    .filter(isFile);
  return { links, files };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The folder for application data of this user when nothing else is said (XDG on Linux, %APPDATA% on Windows). */
export function defaultApplicationData(environment: Readonly<Record<string, string | undefined>>): string {
  const base = environment['APPDATA'] ?? environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
  return join(base, 'opora');
}

function switchValue(words: readonly string[], name: string): string | undefined {
  return words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}
