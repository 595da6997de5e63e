import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';

/** A list that could not be read: said in its place, with the way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useErrorWords();
  if (!error) return null;
  const refusal = asCoreError(error);
  return <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={onRetry} />;
}
