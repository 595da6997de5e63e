import { useNavigate, useRouteError } from 'react-router';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';

/** A page that fell: the frame stays, the page can be tried again. */
export function RouteError() {
  const fault = useRouteError();
  const navigate = useNavigate();
  console.error(fault);
  return (
    <Sheet>
      <ErrorPanel code="INTERNAL/PAGE" onRetry={() => navigate(0)} />
    </Sheet>
  );
}
