import { expect, test } from 'vitest';
import { ARTICLE, PAGE_URL, pageOf } from '../../../test/support/pages.ts';
import { readArticle, readArticleInStretches } from '../index.ts';
import { atOnce, inStretches } from './steps.ts';

function* counting() {
  yield;
  yield;
  return 3;
}

test('the same result at once and in stretches', async () => {
  expect(atOnce(counting())).toBe(3);
  expect(await inStretches(counting())).toBe(3);
});

test('others get their turn between two stretches', async () => {
  const order: string[] = [];
  function* work() {
    order.push('one');
    yield;
    order.push('two');
  }
  setTimeout(() => order.push('another'), 0);
  await inStretches(work());
  expect(order).toEqual(['one', 'another', 'two']);
});

test('a page that changes while it is read is read as it was', async () => {
  const html = `<h1>清河区部署防汛</h1><div id="main"><div>${ARTICLE}</div><div>${ARTICLE.replaceAll('清河', '青山')}</div></div>`;
  const doc = pageOf(html);
  const reading = readArticleInStretches(doc, { url: PAGE_URL });
  doc.querySelector('#main')!.replaceChildren('页面已更新');
  expect((await reading).text).toBe(readArticle(pageOf(html), { url: PAGE_URL }).text);
});

test('a long page is read in many steps, with the same result', async () => {
  const links = Array.from(
    { length: 1600 },
    (_, i) => `<p><a href="/a/${i}.html">清河区部署防汛${i}</a></p>`,
  );
  const doc = pageOf(`<h1>清河区部署防汛</h1>${ARTICLE}${links.join('')}`);
  let turns = 0;
  let reads = true;
  const takeTurn = () => {
    turns++;
    if (reads) setTimeout(takeTurn, 0);
  };
  setTimeout(takeTurn, 0);
  const article = await readArticleInStretches(doc, { url: PAGE_URL });
  reads = false;
  expect(turns).toBeGreaterThan(20);
  expect(article).toEqual(readArticle(doc, { url: PAGE_URL }));
});
