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

const shown = (dismiss: () => void, undo?: () => void) => {
  act(() => render(<Toast words="已删除" undo={undo} dismiss={dismiss} />, document.body));
  return document.querySelector('.toast')!;
};
const after = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

test('a message goes by itself, later where its action can be undone', () => {
  const dismiss = vi.fn();
  shown(dismiss);
  after(9000);
  expect(dismiss).toHaveBeenCalledOnce();
  act(() => render(null, document.body));
  // After a press of the mouse, the focus does not match `:focus-visible`. So the focus does not keep the message open.
  document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  shown(dismiss, () => {});
  after(9000);
  expect(dismiss).toHaveBeenCalledOnce();
  after(20_000);
  expect(dismiss).toHaveBeenCalledTimes(2);
});

test('a message stays while the pointer is on it, or a key has led the focus there', () => {
  const dismiss = vi.fn();
  const toast = shown(dismiss, () => {});
  after(15_000);
  act(() => void toast.dispatchEvent(new Event('pointerenter')));
  after(60_000);
  expect(dismiss).not.toHaveBeenCalled();
  act(() => void toast.dispatchEvent(new Event('pointerleave')));
  after(15_000);
  act(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    toast.querySelectorAll('button')[1]!.focus();
  });
  after(60_000);
  expect(dismiss).not.toHaveBeenCalled();
  act(() => toast.querySelectorAll('button')[1]!.blur());
  after(30_000);
  expect(dismiss).toHaveBeenCalledOnce();
});

test('the button to undo takes the focus of a button that has gone, and no other', () => {
  const focused = () => document.activeElement?.getAttribute('data-testid');
  /** Focuses an element, removes it, and shows a message. */
  const lose = (name: string) => {
    const one = document.createElement(name);
    document.documentElement.append(one);
    one.focus();
    one.remove();
    act(() => render(null, document.body));
    act(() => render(<Toast words="已删除" undo={() => {}} dismiss={() => {}} />, document.body));
    vi.advanceTimersByTime(1000);
  };
  // The Enter with which a person ends a field must undo nothing.
  lose('input');
  expect(focused()).not.toBe('undo');
  lose('button');
  expect(focused()).toBe('undo');
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
