import { expect, test } from 'vitest';
import { explainField } from '@/lib/article/index.ts';
import { newsDocument } from '../../test/support/newsPage.ts';
import { explanation } from './explanation.ts';

test('shows every rule in its order, what it finds, and the one that won', () => {
  const url = 'https://www.example.com/2023-02/01/content_1.htm';
  const page = newsDocument({ info: '<p>2023-02-02</p>', tail: '<p>更新时间：2023-02-03</p>' });
  const lines = explanation(explainField(page, { url }, 'publishedAt')).split('\n');
  expect(lines.filter((line) => !line.endsWith('–'))).toEqual([
    expect.stringMatching(/^→ bare-date-at-head +0\.85 {2}"2023-02-02"$/),
    expect.stringMatching(/^ {2}update-label-elsewhere +0\.97 {2}"2023-02-03"$/),
    expect.stringMatching(/^ {2}address +0\.50 {2}"2023-02-01"$/),
  ]);
});
