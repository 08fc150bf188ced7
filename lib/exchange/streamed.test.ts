import { expect, test } from 'vitest';
import { writePieces } from './streamed.ts';
import { Utf8Pieces } from './utf8Pieces.ts';

const long = '青山区水务局'.repeat(100_000);

async function* inTurn(pieces: BlobPart[]) {
  yield* pieces;
}

test.each([
  ['nothing', []],
  ['short pieces', ['甲', new TextEncoder().encode('乙'), '丙']],
  [
    'long pieces among short ones',
    ['甲', new TextEncoder().encode(long), '乙', long, '丙', new Blob(['丁'])],
  ],
  ['long pieces alone', [new TextEncoder().encode(long), new TextEncoder().encode(`${long}乙`)]],
])('%s are written in their order, one write at a time', async (_, pieces) => {
  const written: BlobPart[] = [];
  let writing = 0;
  await writePieces(async (data) => {
    expect(++writing).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    written.push(data);
    writing--;
  }, inTurn(pieces));
  expect(writing).toBe(0);
  expect(await new Blob(written).text()).toBe(await new Blob(pieces).text());
});

test('a write that fails ends the writing, wherever it is', async () => {
  const pieces = Array.from({ length: 4 }, () => new TextEncoder().encode(long));
  for (const failing of [1, 3, 5]) {
    let writes = 0;
    const write = async () => {
      if (++writes === failing) throw new Error('full');
    };
    await expect(writePieces(write, inTurn(pieces))).rejects.toThrow('full');
  }
});

test('texts are joined to pieces without a change, and each text is told as its bytes', async () => {
  const texts = ['', '甲', long, '😀', '', long.slice(0, 90_000), 'a'.repeat(600_000), '乙'];
  const pieces = new Utf8Pieces();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const text of texts) {
    expect(new TextDecoder().decode(pieces.add(text))).toBe(text);
    parts.push(...pieces.takeFull());
  }
  expect(parts.length).toBeGreaterThan(2);
  parts.push(...pieces.takeRest());
  expect(await new Blob(parts).text()).toBe(texts.join(''));
  expect(pieces.takeRest()).toEqual([]);
});
