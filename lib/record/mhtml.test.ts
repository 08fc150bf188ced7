import { expect, test } from 'vitest';
import { withoutParts } from './mhtml.ts';

const OWN = 'chrome-extension://abc/';
const BOUNDARY = '----MultipartBoundary--q7----';
const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://www.qingshan.example/1',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  `\tboundary="${BOUNDARY}"`,
  '',
  '',
].join('\r\n');
const part = (address: string, body: string) =>
  `\r\n--${BOUNDARY}\r\nContent-Type: text/html\r\nContent-Location: ${address}\r\n\r\n${body}`;
const END = `\r\n--${BOUNDARY}--\r\n`;
const cleaned = async (file: string) => withoutParts(new TextEncoder().encode(file), OWN).text();

test('a file without parts of the extension stays as it is, byte for byte', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(1000));
  expect(new Uint8Array(await withoutParts(bytes, OWN).arrayBuffer())).toEqual(bytes);
  const file = HEAD + part('https://www.qingshan.example/1', `正文 ${OWN}card.html`) + END;
  expect(await cleaned(file)).toBe(file);
});

test('the parts of the extension are taken out wherever they stand, and all others stay', async () => {
  const page = part('https://www.qingshan.example/1', '正文：管网清淤');
  const picture = part('https://www.qingshan.example/1.png', 'iVBORw0KGgo=');
  const other = part('chrome-extension://xyz/frame.html', '别的扩展');
  const [card, style] = [part(`${OWN}card.html`, '秘密的批注'), part(`${OWN}card.css`, 'p {}')];
  expect(await cleaned(HEAD + page + card + style + picture + other + card + END)).toBe(
    HEAD + page + picture + other + END,
  );
  expect(await cleaned(HEAD + card + END)).toBe(HEAD + END);
  // A file that was cut off ends within a part.
  expect(await cleaned(HEAD + page + card)).toBe(HEAD + page);
});

test('words of the page that look like an address of the extension take nothing out', async () => {
  const page = part('https://www.qingshan.example/1', `Content-Location: ${OWN}card.html\r\n\r\n正文`);
  const file = HEAD + page + END;
  expect(await cleaned(file)).toBe(file);
});
