import type { ComponentChildren } from 'preact';

/**
 * A link to a page outside the extension. Opens in a new tab, without opener and referrer. An address other than http
 * or https shows as text.
 */
export function Link({ url, children }: { url: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
