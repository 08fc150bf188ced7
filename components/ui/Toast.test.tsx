// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Link } from './Link.tsx';
import { Toast } from './Toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

test('a message goes by itself, but stays while its action can be undone', () => {
  const dismiss = vi.fn();
  act(() => render(<Toast words="已删除" undo={() => {}} dismiss={dismiss} />, document.body));
  vi.advanceTimersByTime(60_000);
  expect(dismiss).not.toHaveBeenCalled();
  act(() => render(null, document.body));
  act(() => render(<Toast words="已复制" dismiss={dismiss} />, document.body));
  vi.advanceTimersByTime(60_000);
  expect(dismiss).toHaveBeenCalledOnce();
});

test('the button to undo takes the focus that a deleted element has left', () => {
  act(() => render(<Toast words="已删除" undo={() => {}} dismiss={() => {}} />, document.body));
  vi.advanceTimersByTime(1000);
  expect(document.activeElement?.getAttribute('data-testid')).toBe('undo');
});

test('a link leads to addresses of the web only, and tells the page nothing', () => {
  act(() => render(<Link url="https://www.qingshan.example/a.html">原文</Link>, document.body));
  const link = document.querySelector('a')!;
  expect(link.getAttribute('href')).toBe('https://www.qingshan.example/a.html');
  expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  act(() => render(<Link url="javascript:alert(1)">原文</Link>, document.body));
  expect(document.querySelector('a')).toBeNull();
  expect(document.body.textContent).toBe('原文');
});
