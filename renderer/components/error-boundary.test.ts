import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';

const shown = (of: string) => ({ place: 'PAGE', of, children: null });

test('what has failed is tried again with another page, and not with every change of the same one', () => {
  const boundary = new ErrorBoundary(shown('/gaps'));
  boundary.state = ErrorBoundary.getDerivedStateFromError(new Error('no such part'));
  const set = vi.spyOn(boundary, 'setState').mockReturnValue(undefined);
  boundary.componentDidUpdate(shown('/gaps'));
  expect(set).not.toHaveBeenCalled();
  boundary.componentDidUpdate(shown('/cases'));
  expect(set).toHaveBeenCalledWith({ fault: null });
});
