import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { runQuery } from '#renderer/data/core.ts';
import { idPrefixOf } from '#shared/formats/print/document-code.ts';

/** A scanner types faster than anybody reads: the code of a label in the search opens its document at once. */
export function useScannedCode(text: string, onFound: () => void): void {
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one scan is one question
  useEffect(() => {
    const code = text.replace(/\s/g, '');
    if (idPrefixOf(code) === null) return;
    // Scanners end with Enter, which may close the search before the answer is there: the document is opened all the same.
    runQuery('document.by-code', { code }).then(
      (found) => {
        if (!found) return;
        onFound();
        navigate(`/documents/${found.id}`);
      },
      // What cannot be asked now is still searched for as words.
      () => undefined,
    );
  }, [text]);
}
