import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { runQuery } from '#renderer/data/core.ts';
import { idPrefixOf } from '#shared/formats/print/document-code.ts';

/** A scanner types faster than anybody reads: the code of a label in the search opens its document at once. */
export function useScannedCode(text: string, onFound: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const code = text.replace(/\s/g, '');
    if (idPrefixOf(code) === null) return;
    let gone = false;
    runQuery('document.by-code', { code }).then(
      (found) => {
        if (gone || !found) return;
        navigate(`/documents/${found.id}`);
        onFound();
      },
      // What cannot be asked now is still searched for as words.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [text, navigate, onFound]);
}
