import type { ComponentChildren } from 'preact';

/**
 * A link out of the extension, in a new tab that gets neither opener nor referrer. An address that is not of the web
 * shows as text.
 */
export function Link({ url, children }: { url: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
