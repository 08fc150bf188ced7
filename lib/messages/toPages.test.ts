import { beforeEach, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../../test/support/fakeBrowser.ts';
import { askFrames, askPage } from './toPages.ts';

let fake: FakeBrowser;
beforeEach(() => {
  fake = new FakeBrowser();
});
const browser = () => fake as never;
const shows = (found: boolean) => ({
  answers: { 'page.show': () => ({ found, hidden: false }) },
  files: ['/reader.js'],
});
const pointer = { annotationId: null, quote: null };

test('the reader of every frame answers, and a frame without one is passed over in silence', async () => {
  const warned = vi.spyOn(console, 'warn');
  fake.open(1, 'https://a.cn/1', {}, [shows(false), {}, shows(true)]);
  expect(await askFrames(browser(), 1, 'page.show', pointer)).toEqual([
    { found: false, hidden: false },
    { found: true, hidden: false },
  ]);
  expect(fake.asked).toEqual([
    { tabId: 1, frameId: 0, name: 'page.show', request: pointer },
    { tabId: 1, frameId: 2, name: 'page.show', request: pointer },
  ]);
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});

test('a frame that fails or answers out of form is left out, and named in the console', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  fake.open(1, 'https://a.cn/1', {}, [
    { answers: { 'page.show': () => ({ found: 'yes' }) as never }, files: ['/reader.js'] },
    {
      answers: {
        'page.show': () => {
          throw new Error('no');
        },
      },
      files: ['/reader.js'],
    },
    shows(true),
  ]);
  expect(await askFrames(browser(), 1, 'page.show', pointer)).toEqual([{ found: true, hidden: false }]);
  expect(warned.mock.calls.map(([words]) => words)).toEqual([
    'Pizhu: frame 0 failed at page.show',
    'Pizhu: frame 1 failed at page.show',
  ]);
  warned.mockRestore();
});

test('only the top frame is asked to read, and its answer is checked', async () => {
  const frame = {
    answers: { 'page.states': () => ({ states: { a: 'found' as const } }) },
    files: ['/reader.js'],
  };
  fake.open(1, 'https://a.cn/1', {}, [frame, frame]);
  expect(await askPage(browser(), 1)('page.states', {})).toEqual({ states: { a: 'found' } });
  expect(fake.heard()).toEqual(['1.0 page.states']);
  fake.tab(1).frames[0]!.answers = { 'page.states': () => ({ states: { a: 'somewhere' } }) as never };
  await expect(askPage(browser(), 1)('page.states', {})).rejects.toThrow();
});

test('a tab without a reader, or without a tab, rejects', async () => {
  fake.open(1, 'https://a.cn/1');
  await expect(askPage(browser(), 1)('page.states', {})).rejects.toThrow();
  await expect(askFrames(browser(), 2, 'page.states', {})).rejects.toThrow();
});
