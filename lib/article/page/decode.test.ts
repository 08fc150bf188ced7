import { expect, test } from 'vitest';
import { decodeHtml } from './decode.ts';

const gb = (...bytes: number[]) => new Uint8Array(bytes);
const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));

test('UTF-8, with and without a byte order mark', () => {
  expect(decodeHtml(new TextEncoder().encode('<p>水务</p>'))).toBe('<p>水务</p>');
  expect(decodeHtml(gb(0xef, 0xbb, 0xbf, 0xe6, 0xb0, 0xb4))).toBe('水');
});

test('GB2312 with a head and GBK without one', () => {
  // The bytes of 中文 in GB 2312-80 are D6D0 CEC4.
  const words = [0xd6, 0xd0, 0xce, 0xc4];
  expect(decodeHtml(gb(...ascii('<meta charset="gb2312"><p>'), ...words))).toBe(
    '<meta charset="gb2312"><p>中文',
  );
  expect(decodeHtml(gb(...ascii('<p>'), ...words))).toBe('<p>中文');
});

test('a four-byte character of GB18030', () => {
  // The bytes of U+20000 are 95 32 82 36 (GB 18030-2022).
  expect(decodeHtml(gb(0x95, 0x32, 0x82, 0x36))).toBe('\u{20000}');
});
