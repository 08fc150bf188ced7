import './Markdown.css';
import type { Token, Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { noteTokens, rawNote } from '@/lib/app/panel/noteTokens.ts';

/** Addresses that a note may link to; all others show as text. */
const SAFE = /^(https?:|mailto:)/i;

const HEADINGS = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

function inline(tokens: Token[] | undefined, raw: string): ComponentChildren {
  return tokens ? tokens.map((token, i) => <Piece key={i} token={token} />) : raw;
}

/** Renders one token as elements. HTML within a note shows as plain text, because it is never parsed as markup. */
function Piece({ token }: { token: Token }) {
  const { tokens, text = token.raw } = token as Tokens.Generic;
  const inner = () => inline(tokens, text);
  switch (token.type) {
    case 'space':
      return null;
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'heading': {
      const Heading = HEADINGS[(token as Tokens.Heading).depth - 1] ?? 'h6';
      return <Heading>{inner()}</Heading>;
    }
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'del':
      return <del>{inner()}</del>;
    case 'codespan':
      return <code>{text}</code>;
    case 'code':
      return (
        <pre>
          <code>{text}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      const rows = items.map((item, i) => <li key={i}>{inline(item.tokens, item.text)}</li>);
      return ordered ? <ol start={Number(start) || 1}>{rows}</ol> : <ul>{rows}</ul>;
    }
    case 'link': {
      const { href } = token as Tokens.Link;
      return SAFE.test(href) ? (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inner()}
        </a>
      ) : (
        token.raw
      );
    }
    case 'escape':
      return <>{text}</>;
    case 'text':
      return <>{inner()}</>;
    default:
      return <>{token.raw}</>;
  }
}

/**
 * A note in Markdown, rendered as elements and never as an HTML string. Images are not loaded: their source shows as
 * text. A note that is too long or too deeply nested shows as plain text.
 */
export function Markdown({ text }: { text: string }) {
  const tokens = noteTokens(text);
  return (
    <div class="markdown">
      {tokens ? (
        tokens.map((token, i) => <Piece key={i} token={token} />)
      ) : (
        <p class="raw" data-testid="raw-note">
          {rawNote(text)}
        </p>
      )}
    </div>
  );
}
