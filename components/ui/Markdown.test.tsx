// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Markdown } from './Markdown.tsx';

afterEach(() => render(null, document.body));
const shown = (text: string) => {
  render(<Markdown text={text} />, document.body);
  return document.body;
};

test('a note is shown as elements, its markup as the text that it is', () => {
  const body = shown('**六月** <img src=x onerror=alert(1)>');
  expect(body.querySelector('strong')?.textContent).toBe('六月');
  expect(body.querySelector('img')).toBeNull();
  expect(body.textContent).toContain('<img src=x onerror=alert(1)>');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'JAVASCRIPT:alert(1)'])(
  'an address that is not of the web is no link: %s',
  (url) => {
    const body = shown(`[方案](${url})`);
    expect(body.querySelector('a')).toBeNull();
    expect(body.textContent).toContain('方案');
  },
);

test('a link opens in a tab that learns nothing', () => {
  const { href, target, rel } = shown('[方案](https://example.org/a)').querySelector('a')!;
  expect([href, target, rel]).toEqual(['https://example.org/a', '_blank', 'noopener noreferrer']);
});

test('pictures are never fetched', () => {
  const body = shown('![图](https://example.org/a.png)');
  expect(body.querySelector('img')).toBeNull();
  expect(body.textContent).toContain('https://example.org/a.png');
});

test.each(['>'.repeat(3_000), '1. '.repeat(5_000), '*a_'.repeat(5_000)])(
  'a note that cannot be rendered shows as it was written',
  (note) => {
    expect(shown(note).querySelector('[data-testid=raw-note]')?.textContent).toBe(note);
  },
);
