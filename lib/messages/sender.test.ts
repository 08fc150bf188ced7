import { expect, test } from 'vitest';
import { ID, OWN } from '../../test/support/fakeBrowser.ts';
import { type Sender, senderOf, withoutDirective } from './sender.ts';

const extension = { id: ID, getURL: () => OWN };
const origin = OWN.slice(0, -1);
const PAGE = 'https://a.cn/1';
const page: Sender = { id: ID, url: PAGE, origin: 'https://a.cn', frameId: 0, tab: { id: 3, url: PAGE } };

test('a context of the extension is its own, also in a tab', () => {
  expect(senderOf({ id: ID, url: `${OWN}popup.html`, origin }, extension)).toBe('own');
  expect(senderOf({ id: ID, url: `${OWN}options.html`, origin, tab: { id: 3 } }, extension)).toBe('own');
  // Some browsers do not report the origin.
  expect(senderOf({ id: ID, url: `${OWN}popup.html` }, extension)).toBe('own');
});

test('a script in a page is a page, with the address of its tab', () => {
  expect(senderOf(page, extension)).toEqual({ tabId: 3, frameId: 0, url: PAGE });
  // The page has changed its address. The browser still reports the address at which the script started.
  const gone = { ...page, tab: { id: 3, url: 'https://a.cn/2#b' } };
  expect(senderOf(gone, extension)).toEqual({ tabId: 3, frameId: 0, url: 'https://a.cn/2#b' });
});

test('a frame speaks for the page around it, whatever its own address is', () => {
  const frame = { ...page, frameId: 8, url: 'https://frames.example/f', origin: 'https://frames.example' };
  expect(senderOf(frame, extension)).toEqual({ tabId: 3, frameId: 8, url: PAGE });
  expect(senderOf({ ...frame, url: 'about:srcdoc' }, extension)).toMatchObject({ url: PAGE });
});

test('where the address of the tab is not to be seen, a page has its own and a frame none', () => {
  expect(senderOf({ ...page, tab: { id: 3 } }, extension)).toEqual({ tabId: 3, frameId: 0, url: PAGE });
  expect(senderOf({ ...page, tab: { id: 3 }, frameId: undefined }, extension)).toMatchObject({ frameId: 0 });
  expect(senderOf({ ...page, tab: { id: 3 }, frameId: 8 }, extension)).toBeNull();
});

test.each<[why: string, sender: Sender]>([
  ['another extension', { ...page, id: 'other' }],
  ['another extension that gives our address', { id: 'other', url: `${OWN}popup.html`, origin }],
  ['no id', { ...page, id: undefined }],
  ['our address with the origin of a page', { ...page, url: `${OWN}popup.html`, origin: 'https://a.cn' }],
  ['our address without its slash', { id: ID, url: `chrome-extension://${ID}.evil.example/popup.html` }],
  ['a page in no tab', { ...page, tab: undefined }],
  ['a tab without an id', { ...page, tab: { url: PAGE } }],
  ['no address at all', { ...page, url: undefined }],
  ['a page of the browser', { ...page, url: 'chrome://version', tab: { id: 3, url: 'chrome://version' } }],
  [
    'the source of a page',
    { ...page, url: `view-source:${PAGE}`, tab: { id: 3, url: `view-source:${PAGE}` } },
  ],
  ['a page of data', { ...page, url: 'data:text/html,a', tab: { id: 3, url: 'data:text/html,a' } }],
  ['a tab that has gone to another site', { ...page, tab: { id: 3, url: 'https://b.cn/1' } }],
])('nothing is sure of %s', (_, sender) => {
  expect(senderOf(sender, extension)).toBeNull();
});

test('a page without https is a page', () => {
  const url = 'http://a.cn/1';
  expect(senderOf({ ...page, url, origin: 'http://a.cn', tab: { id: 3, url } }, extension)).toMatchObject({
    url,
  });
});

test('a file is a page', () => {
  const url = 'file:///tmp/a.html';
  expect(senderOf({ ...page, url, origin: 'null', tab: { id: 3, url } }, extension)).toMatchObject({ url });
});

test('a fragment directive is no part of an address', () => {
  expect(withoutDirective('https://a.cn/1#:~:text=%E7%BD%91')).toBe('https://a.cn/1');
  expect(withoutDirective('https://a.cn/1#part:~:text=a')).toBe('https://a.cn/1#part');
  expect(withoutDirective('https://a.cn/1#part')).toBe('https://a.cn/1#part');
  expect(senderOf({ ...page, tab: { id: 3, url: `${PAGE}#:~:text=a` } }, extension)).toMatchObject({
    url: PAGE,
  });
});
