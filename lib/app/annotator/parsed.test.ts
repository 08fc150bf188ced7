import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenParsed } from './parsed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A document that reports this stage of loading. */
function documentAt(readyState: DocumentReadyState): Document {
  const { document } = new JSDOM('<p>清河</p>').window;
  Object.defineProperty(document, 'readyState', { get: () => readyState });
  return document;
}
const parsed = (doc: Document) => doc.dispatchEvent(new doc.defaultView!.Event('DOMContentLoaded'));

test.each(['interactive', 'complete'] as const)('runs at once where the page is %s', (state) => {
  const run = vi.fn();
  whenParsed(documentAt(state), 1000, run);
  expect(run).toHaveBeenCalledTimes(1);
});

test('runs once when the markup is read', () => {
  const run = vi.fn();
  const doc = documentAt('loading');
  whenParsed(doc, 1000, run);
  expect(run).not.toHaveBeenCalled();
  parsed(doc);
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('runs once, and no later than was asked, where the markup is never read whole', () => {
  const run = vi.fn();
  const doc = documentAt('loading');
  whenParsed(doc, 1000, run);
  vi.advanceTimersByTime(999);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  parsed(doc);
  expect(run).toHaveBeenCalledTimes(1);
});
