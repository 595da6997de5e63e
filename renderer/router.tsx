import { createHashRouter, redirect } from 'react-router';
import { RouteError } from '#renderer/frame/route-error.tsx';
import { WindowFrame } from '#renderer/frame/window-frame.tsx';

/**
 * The pages, each in a file of its own that is loaded when it is first opened. Addresses live in the fragment, so both hosts
 * need to serve one page only.
 */
export const router = createHashRouter([
  {
    path: '/',
    Component: WindowFrame,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      { index: true, loader: () => redirect('/documents') },
      {
        ErrorBoundary: RouteError,
        children: [
          {
            path: 'documents',
            lazy: async () => ({
              Component: (await import('#renderer/pages/documents/documents-page.tsx')).DocumentsPage,
            }),
          },
        ],
      },
      { path: '*', loader: () => redirect('/documents') },
    ],
  },
]);
