import { expect, test } from 'vitest';
import { writePieces } from './streamed.ts';

const long = '青山区水务局'.repeat(120_000);

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
