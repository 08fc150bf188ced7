// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { rangeOf } from '@/test/support/marks.ts';
import { joinedRange } from './selection.ts';

afterEach(() => vi.restoreAllMocks());

/** A page whose `b` elements cannot be selected. Styles are inline, because there is no layout here. */
function show(markup: string): void {
  document.body.innerHTML = markup;
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(
    (element) => ({ userSelect: element.tagName === 'B' ? 'none' : 'auto' }) as CSSStyleDeclaration,
  );
}

test('a selection that was parted by what cannot be selected is one passage', () => {
  show('<p>清淤<b>广告</b>留影</p>\n<p>报送</p>');
  const joined = joinedRange([rangeOf('清淤'), rangeOf('留影'), rangeOf('报送')])!;
  expect(joined.toString()).toBe('清淤广告留影\n报送');
});

test('of passages that were selected apart the first is taken', () => {
  show('<p>清淤和留影</p><p>报送</p>');
  expect(joinedRange([rangeOf('清淤'), rangeOf('留影'), rangeOf('报送')])!.toString()).toBe('清淤');
  expect(joinedRange([rangeOf('和'), rangeOf('留影'), rangeOf('送')])!.toString()).toBe('和留影');
});

test('one range is itself, and no range is none', () => {
  show('<p>清淤</p>');
  const range = rangeOf('清淤');
  const joined = joinedRange([range])!;
  expect(joined.toString()).toBe('清淤');
  expect(joined).not.toBe(range);
  expect(joinedRange([])).toBeNull();
});
