import { join } from 'node:path';
import { callMessage, eventMessage } from '#electron/ipc/channels.ts';
import { lateCore } from '#electron/ipc/late-core.ts';
import { createPublisher } from '#electron/ipc/publish.ts';
import { createRouter } from '#electron/ipc/router.ts';
import { startApplication } from '#electron/shell/application.ts';
import { pageOfLink } from '#electron/shell/deep-link.ts';
import { answerCalls, pageOf } from '#electron/shell/ipc.ts';
import { profileKey } from '#electron/shell/keys.ts';
import type { ShellOptions } from '#electron/shell/options.ts';
import { isOwnPage } from '#electron/shell/origins.ts';
import { errors } from '#shared/domain/error.ts';
import type { Core } from '#shared/ipc/bridge.ts';

/** What a core needs to know of its host: what the command line said, the raw 32-byte key of the profile, the program's version. */
export interface CoreSetting {
  options: ShellOptions;
  key: Uint8Array;
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

/** Wires shell, ipc and core into the desktop program. The core is given, so that the tests can run it in another process. */
export function runDesktop(parts: DesktopParts): void {
  let core: Core | undefined;
  let publisher: ReturnType<typeof createPublisher> | undefined;

  startApplication({
    preload: join(parts.programFolder, 'preload.cjs'),
    rendererFolder: parts.rendererFolder,
    icon: parts.icon,
    onReady({ options, version, window }) {
      const starting = profileKey(options).then((key) => parts.startCore({ options, key, version }));
      starting.catch((error: unknown) => console.error(error));
      core = lateCore(starting, (code) => Object.hasOwn(errors, code));
      publisher = createPublisher(pageOf(eventMessage, window));
      core.on(publisher.publish);
      answerCalls(
        callMessage,
        window,
        createRouter({ core, isOwnPage }, (error) => console.error(error)),
      );
    },
    onLoaded: () => publisher?.flush(),
    onOpenedWith({ links, files }) {
      // Of several links the last one is where the person wants to be.
      const page = links.map(pageOfLink).findLast((found) => found !== undefined);
      if (page !== undefined) publisher?.publish({ type: 'navigate', to: page });
      if (files.length > 0) publisher?.publish({ type: 'files-dropped', paths: files });
    },
    onClose: async () => core?.close(),
  });
}
