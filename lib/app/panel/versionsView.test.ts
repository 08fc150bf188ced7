import '@/test/support/interface.ts';

import { expect, test } from 'vitest';
import { sampleStamps } from '@/test/support/samples.ts';
import { pageDiffers, versionsView } from './versionsView.ts';

const text = (sha256: string, words: string) => ({
  ...sampleStamps,
  id: `a/${sha256}`,
  articleId: 'a',
  sha256,
  capturedAt: '2025-03-04T01:30:00.000Z',
  text: words,
});
const texts = [text('1', '要检查管网'), text('2', '要检查堤防')];

test('the latest version is compared with the page, where that says something else', () => {
  const versions = { texts, current: '2', live: '要巡查堤防' };
  expect(pageDiffers(versions)).toBe(true);
  const view = versionsView(versions, '2');
  expect(view).toMatchObject({ at: 1, version: texts[1], compareLabel: 'compareWithPage', comparable: true });
  expect(view.compare()?.filter(({ kind }) => kind !== 'same')).toMatchObject([
    { kind: 'removed', start: 1, end: 3 },
    { kind: 'added', words: '巡查' },
  ]);
});

test.each([null, '要检查堤防'])(
  'without a page that differs the latest is compared with the one before',
  (live) => {
    const versions = { texts, current: '2', live };
    expect(pageDiffers(versions)).toBe(false);
    const view = versionsView(versions, '2');
    expect(view).toMatchObject({ at: 1, version: texts[1], older: texts[0], newer: '要检查堤防' });
    expect(view).toMatchObject({ compareLabel: 'compareWithPrevious', comparable: true });
    expect(view.compare()?.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'removed', start: 3, end: 5 },
      { kind: 'added', words: '堤防' },
    ]);
  },
);

test('the only version of a page that says the same has nothing beside it', () => {
  const view = versionsView({ texts: [texts[1]!], current: '2', live: '要检查堤防' }, '2');
  expect(view.comparable).toBe(false);
  expect(view.compare()).toBeNull();
});

test('an earlier version is compared with the one after it', () => {
  const view = versionsView({ texts, current: '2', live: '要巡查堤防' }, '1');
  expect(view).toMatchObject({ at: 0, compareLabel: 'compareWithNext', comparable: true });
  expect(view.compare()?.find(({ kind }) => kind === 'added')).toMatchObject({ words: '堤防' });
});

test('a version that no longer exists is replaced by the first', () => {
  expect(versionsView({ texts, current: '2', live: null }, 'gone').version).toBe(texts[0]);
});

test('an article whose texts cannot be read has no version and no comparison, whatever the page shows', () => {
  const view = versionsView({ texts: [], current: '2', live: '要巡查堤防' }, '2');
  expect(view).toMatchObject({ version: null, comparable: false });
  expect(view.compare()).toBeNull();
});
