import { expect, test } from 'vitest';
import { backgroundForTest, readingAt } from '../../../test/support/background.ts';
import { saveReading } from '../../store/index.ts';
import { startBackground } from './start.ts';

const URL = 'https://www.qingshan.example/1';
const start = (firefox: boolean) => {
  const own = backgroundForTest();
  startBackground(own, { firefox, openPanel: async () => {} });
  return own;
};

test('every part listens as soon as the background starts', async () => {
  const own = start(false);
  await saveReading(own.db, readingAt(URL));
  own.fake.open(1, URL);
  expect(await own.fake.fromPage(1, 'visit.recognise', { canonicalUrl: null })).toMatchObject({ ok: true });
  own.fake.runtime.onInstalled.fire();
  own.fake.origins = ['https://a.cn/*'];
  own.fake.permissions.onAdded.fire({ origins: ['https://a.cn/*'] });
  await new Promise((done) => setTimeout(done));
  expect(own.fake.menu).not.toEqual([]);
  expect(own.fake.scripts).toHaveLength(1);
});

test.each([
  [true, 'USER'],
  [false, 'AUTHOR'],
])('in Firefox (%s) colours come as the style of: %s', async (firefox, origin) => {
  const own = start(firefox);
  const tab = own.fake.open(1, URL);
  await own.fake.fromPage(1, 'visit.marks', { canonicalUrl: null, highlights: 'abcdefghijkl' });
  expect(tab.frames[0]!.css).toMatchObject([{ origin }]);
});

test('in Firefox a new address makes the stub ask again and the reader fetch anew', async () => {
  const own = start(true);
  const tab = own.fake.open(1, URL, {}, [{ files: ['/stub.js', '/reader.js'] }]);
  own.fake.tabs.onUpdated.fire(1, { status: 'loading' });
  own.fake.tabs.onUpdated.fire(9, { url: URL });
  await new Promise((done) => setTimeout(done));
  expect(own.fake.heard()).toEqual([]);
  own.fake.tabs.onUpdated.fire(1, { url: `${URL}?page=2` });
  await new Promise((done) => setTimeout(done));
  expect(tab.frames[0]!.files).toContain('asked again');
  expect(own.fake.heard()).toEqual(['1.0 page.refresh']);
});

test('in Chromium pages follow their address themselves', async () => {
  const own = start(false);
  own.fake.open(1, URL, {}, [{ files: ['/stub.js', '/reader.js'] }]);
  own.fake.tabs.onUpdated.fire(1, { url: `${URL}?page=2` });
  await new Promise((done) => setTimeout(done));
  expect(own.fake.heard()).toEqual([]);
});
