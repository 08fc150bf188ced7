import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';

test.each(['', 'abc', '青山区水务局', '😀', '\0'.repeat(200)])(
  'the SHA-256 of %j is that of its UTF-8',
  async (text) => {
    expect(await sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  },
);
