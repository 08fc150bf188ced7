import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';

const long = '青山'.repeat(64 * 1024);
test.each(['', 'abc', '青山区水务局', '😀', '\ud800', '\0'.repeat(200), long, `${long}区`])(
  'the SHA-256 of a text (%#) is that of its UTF-8',
  async (text) => {
    expect(await sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  },
);

test('texts that are hashed at the same time have each its own SHA-256', async () => {
  const texts = ['青山区', '', '水务局召开会议', long, '甲'];
  const expected = texts.map((text) => createHash('sha256').update(text, 'utf8').digest('hex'));
  expect(await Promise.all(texts.map(sha256))).toEqual(expected);
});
