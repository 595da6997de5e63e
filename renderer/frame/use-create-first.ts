import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The question «Что нужно?» of the portal, when that page is open. */
const question = '[role="combobox"][aria-labelledby="portal-question"]';

/** Opens the catalog of services with the cursor in its question, where the page is already there. */
export function useAskRequest(): () => void {
  const navigate = useNavigate();
  return useCallback(() => {
    navigate('/tickets');
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(question)?.focus());
  }, [navigate]);
}

/** Whether a place belongs to the portal of services. */
const isPortal = (pathname: string): boolean => /^\/tickets(\/|$)/.test(pathname);

/** What «Создать» makes at once: a request in the portal, an incoming document elsewhere. */
export function useCreateFirst(): () => void {
  const navigate = useNavigate();
  const ask = useAskRequest();
  const portal = isPortal(useLocation().pathname);
  return useCallback(() => {
    if (portal) ask();
    else navigate('/documents/new/incoming');
  }, [navigate, ask, portal]);
}
