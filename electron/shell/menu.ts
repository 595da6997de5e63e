import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The keyboard of the window frame: zoom, full screen, quit and, outside an installed program, developer tools.
 * The bar itself is never shown (the page draws the top bar), so the items need no words; Ctrl+W and Ctrl+R stay with the page,
 * since an accidental one would lose what is being typed.
 */
export function setKeyboardMenu(): void {
  const roles: MenuItemConstructorOptions[] = [
    { role: 'undo' },
    { role: 'redo' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    { role: 'quit' },
  ];
  if (!app.isPackaged) roles.push({ role: 'toggleDevTools' });
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: app.name, submenu: roles }]));
}
