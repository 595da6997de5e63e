import type { ComponentProps } from 'react';
import Markdown from 'react-markdown';
import { useNavigate } from 'react-router';
import remarkGfm from 'remark-gfm';
import css from '#renderer/pages/articles/articles.module.css';

const plugins = [remarkGfm];

/** The text of an article. HTML in it stays text; pictures from elsewhere are named, not fetched. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className={css['text']}>
      <Markdown
        remarkPlugins={plugins}
        components={{
          a: PlainLink,
          img: ({ alt, src }) => <span className={css['quiet']}>{alt || String(src ?? '')}</span>,
          // The title of the page is its only heading of the first degree.
          h1: ({ children }) => <h2>{children}</h2>,
          h2: ({ children }) => <h3>{children}</h3>,
          h3: ({ children }) => <h4>{children}</h4>,
          table: ({ children }) => (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
            <section className={css['wide']} tabIndex={0}>
              <table>{children}</table>
            </section>
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  );
}

/** Addresses of this program open in it, all others outside of it. */
function PlainLink({ href = '', children }: ComponentProps<'a'>) {
  const navigate = useNavigate();
  // What is left of an address that would run something is nothing: the words stay.
  if (href === '') return <span>{children}</span>;
  const own = href.startsWith('#/') ? href.slice(1) : href.startsWith('/') ? href : null;
  if (own === null)
    return (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    );
  return (
    <a
      href={`#${own}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        navigate(own);
      }}
    >
      {children}
    </a>
  );
}
