import { useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/files.module.css';
import { decodeText, TEXT_SHOWN } from '#renderer/pages/files/kinds.ts';
import { useFrameKeys } from '#renderer/pages/files/viewer/use-frame-keys.ts';
import { useTextFind } from '#renderer/pages/files/viewer/use-text-find.ts';
import viewer from '#renderer/pages/files/viewer/viewer.module.css';
import { ViewerBar } from '#renderer/pages/files/viewer/viewer-bar.tsx';

/** Plain words in lines. */
export function WordsView(props: {
  text: string;
  name: string;
  cut?: boolean;
  note?: string;
  find?: string | undefined;
}) {
  const t = useWords('files');
  const preview = useWords('preview');
  const frame = useRef<HTMLElement>(null);
  const [root, setRoot] = useState<HTMLPreElement | null>(null);
  const finding = useTextFind(props.text === '' ? null : root, frame, props.find);
  const field = useRef<HTMLInputElement>(null);
  const keys = useFrameKeys({ field, finding });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for everything inside
    <div className={viewer['viewer']} onKeyDown={keys}>
      <ViewerBar finding={finding} field={field}>
        {props.cut && <span>{t('textCut')}</span>}
        {props.note && <span>{props.note}</span>}
      </ViewerBar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable with the keyboard */}
      <section ref={frame} className={viewer['frame']} tabIndex={0} aria-label={preview('words', { name: props.name })}>
        <pre ref={setRoot} className={css['plain']}>
          {props.text}
        </pre>
      </section>
    </div>
  );
}

/** A text file in the encoding it is in. */
export function TextView({ bytes, name, find }: { bytes: Blob; name: string; find?: string | undefined }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let gone = false;
    void bytes
      .slice(0, TEXT_SHOWN)
      .arrayBuffer()
      .then((buffer) => !gone && setText(decodeText(new Uint8Array(buffer))));
    return () => {
      gone = true;
    };
  }, [bytes]);
  return <WordsView text={text} name={name} cut={bytes.size > TEXT_SHOWN} find={find} />;
}
