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
  // The command line that Electron passes on has Chromium's switches mixed in; our own words travel as data, and as ASCII: Electron 25
  // loses data with Cyrillic in it.
  if (!app.requestSingleInstanceLock({ own: encodeURIComponent(JSON.stringify(own)) })) return false;
  app.on('second-instance', (_event, _line, _folder, data) => onSecondStart(readSecondStart(data)));
  return true;
}

function readSecondStart(data: unknown): SecondStart {
  // The other process is this same program of the same person: the lock lies in a folder of theirs.
  const { own } = data as { own: string };
  return JSON.parse(decodeURIComponent(own)) as SecondStart;
}
