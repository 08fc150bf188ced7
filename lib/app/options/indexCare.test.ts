import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { checkWords } from './indexCare.ts';

beforeEach(() => setLanguage('zh_CN'));

test('a check says that index and texts agree, or what is amiss', () => {
  const well = { articles: 3, missing: 0, stale: 0, gone: 0, damaged: 0 };
  expect(checkWords(well)).toBe('索引与 3 篇文章一致。');
  expect(checkWords({ ...well, stale: 2, damaged: 1 })).toBe(
    '索引缺 0 篇，过时 2 篇，多余 0 篇，损坏 1 段。请重建索引。',
  );
});
