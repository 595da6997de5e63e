import { app, type Session, type WebContents } from 'electron';
import { openExternalLink } from './external-links.ts';
import { isLoadable, isOwnPage } from './origins.ts';
import { isGranted } from './permissions.ts';

/** Denies by default what a page could ask of the engine, for every page the process will ever have. Call before the first window. */
export function lockDownPages(): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}

/** Denies permissions, devices, network loads and downloads from outside, for every window of the session. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isGranted(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((contents, permission, asking) =>
    // Whether notices are allowed is asked without a window: only the origin is known then.
    isGranted(permission, contents?.getURL() ?? (asking.endsWith('/') ? asking : `${asking}/`)),
  );
  session.setDevicePermissionHandler(() => false);
  // The policy of the page already forbids these; this stands behind it should a page ever come without its policy.
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLoadable(details.url) }));
  session.on('will-download', (event, item) => {
    if (!isLoadable(item.getURL())) event.preventDefault();
  });
}

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternalLink(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event, url) => {
    if (isOwnPage(url)) return;
    event.preventDefault();
    openExternalLink(url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
