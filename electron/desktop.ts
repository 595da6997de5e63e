import { join } from 'node:path';
import { keyFits, unseal } from '#electron/core/recovery/recovery-key.ts';
import { createFileHandles, type FileHandles, withHandles, withPaths } from '#electron/host/file-handles.ts';
import { createGrantedFiles, type GrantedFiles } from '#electron/host/granted-files.ts';
import { openEdited } from '#electron/host/open-edited.ts';
import { callMessage, eventMessage, fileMessage } from '#electron/ipc/channels.ts';
import { keptCore } from '#electron/ipc/kept-core.ts';
import { createPublisher } from '#electron/ipc/publish.ts';
import { createRouter, isAdmitted } from '#electron/ipc/router.ts';
import { type OpenedWith, type StartedApplication, startApplication } from '#electron/shell/application.ts';
import { pageOfLink } from '#electron/shell/deep-link.ts';
import { answerCalls, hearMessages, pageOf } from '#electron/shell/ipc.ts';
import { profileKeys } from '#electron/shell/keys.ts';
import { openPath } from '#electron/shell/open-path.ts';
import type { ShellOptions } from '#electron/shell/options.ts';
import { isOwnPage } from '#electron/shell/origins.ts';
import { errors } from '#shared/domain/error.ts';
import type { Core } from '#shared/ipc/bridge.ts';

/** What a core needs to know of its host: what the command line said, the raw 32-byte key of the profile, the program's version. */
export interface CoreSetting {
  options: ShellOptions;
  key: Uint8Array;
  /** Why the key could not be had; the key then opens nothing. */
  keyTrouble: string | undefined;
  keyHome: 'system' | 'file';
  version: string;
}

export interface DesktopParts {
  startCore(setting: CoreSetting): Promise<Core>;
  /** Folder of preload.cjs. */
  programFolder: string;
  /** Folder of the built renderer. */
  rendererFolder: string;
  icon: string;
}

interface Wired {
  core: Core;
  handles: FileHandles;
  loaded(): void;
  openedWith(opened: OpenedWith): void;
}

/** Wires shell, ipc and core into the desktop program. The core is given, so that the tests can run it in another process. */
export function runDesktop(parts: DesktopParts): void {
  let wired: Wired | undefined;
  startApplication({
    preload: join(parts.programFolder, 'preload.cjs'),
    rendererFolder: parts.rendererFolder,
    icon: parts.icon,
    file: (handle) => wired?.handles.resolve(handle),
    onReady: (started) => {
      wired = wire(started, parts.startCore);
    },
    onLoaded: () => wired?.loaded(),
    onOpenedWith: (opened) => wired?.openedWith(opened),
    onClose: async () => wired?.core.close(),
  });
}

function wire({ options, version, window }: StartedApplication, startCore: DesktopParts['startCore']): Wired {
  const keys = profileKeys(options);
  const core = keptCore({
    keys,
    fits: (key) => keyFits(options.directory, key),
    unseal: (groups) => unseal(options.directory, groups),
    start: (key, keyTrouble) => startCore({ options, key, keyTrouble, keyHome: keys.home, version }),
    isErrorCode: (code) => Object.hasOwn(errors, code),
    report: (error) => console.error(error),
  });

  const publisher = createPublisher(pageOf(eventMessage, window));
  core.on(publisher.publish);

  const handles = createFileHandles({ root: options.directory, now: Date.now });
  const granted = createGrantedFiles(handles);
  answerCalls(
    callMessage,
    window,
    createRouter({ core: withFiles(core, handles), isOwnPage, ...granted }, console.error),
  );
  hearMessages(fileMessage, window, (sender, path) => {
    if (isAdmitted(sender, { isOwnPage }) && typeof path === 'string') granted.grant(path);
  });
  return { core, handles, loaded: publisher.flush, openedWith: (opened) => announce(opened, publisher, granted) };
}

/** The core speaks of paths, the page of handles. */
function withFiles(core: Core, handles: FileHandles): Core {
  return {
    ...core,
    async call(channel, payload) {
      const reply = await openEdited(channel, await core.call(channel, withPaths(payload, handles)), openPath);
      return reply.ok ? { ok: true, value: await withHandles(reply.value, handles) } : reply;
    },
  };
}

function announce(
  { links, files }: OpenedWith,
  publisher: ReturnType<typeof createPublisher>,
  granted: GrantedFiles,
): void {
  // Of several links the last one is where the person wants to be.
  const page = links.map(pageOfLink).findLast((found) => found !== undefined);
  if (page !== undefined) publisher.publish({ type: 'navigate', to: page });
  for (const path of files) granted.grant(path);
  if (files.length > 0) publisher.publish({ type: 'files-dropped', paths: files });
}
