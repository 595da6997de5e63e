import { app } from 'electron';

/** What a second start hands to the first one before it leaves. */
export interface SecondStart {
  arguments: string[];
  workingDirectory: string;
}

/**
 * Makes this process the only one of its profile: the lock lies in Electron's data folder, so each profile has its own.
 * Returns false when another process holds the profile; that one has then been told what this one was started with.
 */
export function claimProfile(
  dataFolder: string,
  own: SecondStart,
  onSecondStart: (second: SecondStart) => void,
): boolean {
  app.setPath('userData', dataFolder);
  // The command line that Electron passes on has Chromium's switches mixed in; our own words travel as data.
  if (!app.requestSingleInstanceLock({ ...own })) return false;
  app.on('second-instance', (_event, _line, _folder, data) => onSecondStart(readSecondStart(data)));
  return true;
}

function readSecondStart(data: unknown): SecondStart {
  const { arguments: words, workingDirectory } = (data ?? {}) as Partial<SecondStart>;
  return {
    arguments: Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [],
    workingDirectory: typeof workingDirectory === 'string' ? workingDirectory : '/',
  };
}
