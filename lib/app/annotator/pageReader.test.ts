// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeBackground } from '../../../test/support/fakeBackground.ts';
import { fullValue } from '../../../test/support/fullValue.ts';
import { Article } from '../../article/schema.ts';
import { PizhuError } from '../../messages/errors.ts';
import type { ExtractorWorld } from '../reading/world.ts';
import { PageReader } from './pageReader.ts';

const article = { ...(fullValue(Article) as Article), title: '泵站检修', source: '青山发布', siteName: null };
const world = globalThis as ExtractorWorld;
const extract = vi.fn(async () => article);
let background: FakeBackground;
let reader: PageReader;

beforeEach(() => {
  document.head.innerHTML = '<title>泵站检修</title>';
  document.body.innerHTML = '<p>全区泵站逐座检修。</p>';
  extract.mockReset().mockResolvedValue(article);
  world.pizhuExtract = undefined;
  background = new FakeBackground();
  background.before.set('visit.extractor', async () => {
    world.pizhuExtract = extract as never;
  });
  reader = new PageReader(document, background.ask);
});
afterEach(() => {
  history.replaceState({}, '', '/');
});

test('it sends for the extractor when it reads first, and then no more', async () => {
  document.head.innerHTML = '<link rel="canonical" href="/1.html">';
  const reading = await reader.read();
  expect(reading).toMatchObject({
    url: location.href,
    canonicalUrl: `${location.origin}/1.html`,
    article,
    taskLists: [],
    people: [],
  });
  expect(extract).toHaveBeenCalledWith(document, { url: location.href, now: expect.any(Date) });
  await reader.read();
  expect(extract).toHaveBeenCalledTimes(2);
  expect(background.heard()).toEqual(['visit.extractor']);
});

test('an extractor that does not come is sent for again', async () => {
  background.before.set('visit.extractor', async () => {});
  await expect(reader.read()).rejects.toMatchObject({ code: 'unexpected' });
  background.before.set('visit.extractor', async () => {
    world.pizhuExtract = extract as never;
  });
  expect((await reader.read()).article).toEqual(article);
  expect(background.heard()).toEqual(['visit.extractor', 'visit.extractor']);
});

test('an extractor that is refused says why', async () => {
  background.before.set('visit.extractor', () => Promise.reject(new PizhuError('noPermission')));
  await expect(reader.read()).rejects.toMatchObject({ code: 'noPermission' });
});

test('a PDF in the browser’s own page is none that can be read', async () => {
  document.body.innerHTML = '<embed type="application/pdf">';
  await expect(reader.read()).rejects.toMatchObject({ code: 'pdf' });
  document.body.innerHTML = '';
  Object.defineProperty(document, 'contentType', { value: 'application/pdf', configurable: true });
  await expect(reader.read()).rejects.toMatchObject({ code: 'pdf' });
  delete (document as { contentType?: string }).contentType;
  expect(background.heard()).toEqual([]);
});

test('a citation takes what was read last while the page is the same', async () => {
  const day = article.publishedAt!.slice(0, 10);
  const cited = () => `“逐座检修”（青山发布：《泵站检修》，${day}，${location.href}）`;
  expect(await reader.cite('逐座检修')).toBe(cited());
  expect(await reader.cite('逐座检修')).toBe(cited());
  expect(extract).toHaveBeenCalledTimes(1);
  document.title = '另一篇';
  await reader.cite('逐座检修');
  expect(extract).toHaveBeenCalledTimes(2);
  history.pushState({}, '', '/2.html');
  expect(await reader.cite('逐座检修')).toBe(cited());
  expect(extract).toHaveBeenCalledTimes(3);
});

test('after a reading that failed a citation reads anew', async () => {
  extract.mockRejectedValueOnce(new Error('broken'));
  await expect(reader.read()).rejects.toThrow('broken');
  expect(await reader.cite('逐座检修')).toContain('《泵站检修》');
});
