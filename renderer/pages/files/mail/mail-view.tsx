import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/mail/mail.module.css';
import { mailPage } from '#renderer/pages/files/mail/mail-page.ts';
import { type InnerFile, MailParts } from '#renderer/pages/files/mail/mail-parts.tsx';
import { mailSheet } from '#renderer/pages/files/paper-sheet.ts';
import { useFrameKeys } from '#renderer/pages/files/viewer/use-frame-keys.ts';
import { useTextFind } from '#renderer/pages/files/viewer/use-text-find.ts';
import viewer from '#renderer/pages/files/viewer/viewer.module.css';
import { ViewerBar } from '#renderer/pages/files/viewer/viewer-bar.tsx';
import type { MailMessage } from '#shared/formats/mail/message.ts';

/** A letter: who, when, what about, its words as its sender laid them out, and what came with it. */
export function MailView(props: {
  message: MailMessage;
  name: string;
  find?: string | undefined;
  show: (file: InnerFile) => ReactNode;
}) {
  const { message } = props;
  const t = useWords('preview');
  const frame = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<Node | null>(null);
  const [outside, setOutside] = useState(0);
  const finding = useTextFind(root, frame, props.find);
  const clock = useClock();
  const field = useRef<HTMLInputElement>(null);
  const keys = useFrameKeys({ field, finding });

  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const pictures = new Map<string, string>();
    for (const { contentId, bytes, mime } of message.parts)
      if (contentId && /^image\/(png|jpeg|gif|bmp|webp)$/.test(mime))
        pictures.set(contentId, URL.createObjectURL(new Blob([bytes], { type: mime })));
    // Under a root of its own the letter's words meet no style of the window, and the window none of the letter's.
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [mailSheet()];
    const body = document.createElement('div');
    if (message.html === null) {
      body.className = 'plain';
      body.textContent = message.text;
      setOutside(0);
    } else {
      const page = mailPage(message.html, (id) => pictures.get(id));
      body.append(page.nodes);
      setOutside(page.outside);
    }
    shadow.replaceChildren(body);
    setRoot(body);
    return () => {
      for (const address of pictures.values()) URL.revokeObjectURL(address);
    };
  }, [message]);

  const beside = message.parts.filter((part) => part.contentId === null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for everything inside
    <div className={viewer['viewer']} onKeyDown={keys}>
      <ViewerBar finding={finding} field={field} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling letter must be reachable with the keyboard */}
      <section ref={frame} className={viewer['frame']} tabIndex={0} aria-label={t('letter', { name: props.name })}>
        <article className={css['letter']}>
          <h2 className={css['subject']}>{message.subject || t('noSubject')}</h2>
          <dl className={css['facts']}>
            <Fact name={t('mailFrom')} value={message.from} />
            <Fact name={t('mailTo')} value={message.to} />
            <Fact name={t('mailCc')} value={message.cc} />
            <Fact name={t('mailDate')} value={dateOf(message.date, clock.moment)} />
          </dl>
          {outside > 0 && <Note tone="ink" title={t('outside', { count: outside })} />}
          <div ref={place} className={css['body']} />
        </article>
        {beside.length > 0 && <MailParts parts={beside} show={props.show} />}
      </section>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** A moment as people read it; what is no date stays as the letter has it. */
function dateOf(date: string, moment: (instant: number) => string): string {
  const time = /^\d{4}-\d\d-\d\dT/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? date : moment(time);
}
