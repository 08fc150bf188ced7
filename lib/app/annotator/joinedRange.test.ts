// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { rangeOf } from '@/test/support/marks.ts';
import { joinedRanges } from './selection.ts';

afterEach(() => vi.restoreAllMocks());

/**
 * Shows markup in which words in `b` elements cannot be selected. Fakes the computed styles, because jsdom applies no
 * style sheets.
 */
function show(markup: string): void {
  document.body.innerHTML = markup;
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(
    (element) => ({ userSelect: element.tagName === 'B' ? 'none' : 'auto' }) as CSSStyleDeclaration,
  );
}

test('a selection that was parted by what cannot be selected is one passage', () => {
  show('<p>清淤<b>广告</b>留影</p>\n<p>报送</p>');
  const joined = joinedRanges([rangeOf('清淤'), rangeOf('留影'), rangeOf('报送')]);
  expect(joined.map(String)).toEqual(['清淤广告留影\n报送']);
});

test('passages that were selected apart stay apart', () => {
  show('<p>清淤和留影</p><p>报送</p>');
  const words = (...all: string[]) => joinedRanges(all.map((one) => rangeOf(one))).map(String);
  expect(words('清淤', '留影', '报送')).toEqual(['清淤', '留影报送']);
  expect(words('和', '留影', '送')).toEqual(['和留影', '送']);
});

test('one range is itself, and no range is none', () => {
  show('<p>清淤</p>');
  const range = rangeOf('清淤');
  const [joined] = joinedRanges([range]);
  expect(String(joined)).toBe('清淤');
  expect(joined).not.toBe(range);
  expect(joinedRanges([])).toEqual([]);
});
