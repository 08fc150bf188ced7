import { expect, test } from 'vitest';
import { richBundle } from '../../test/support/exchanged.ts';
import { ExchangeError } from './errors.ts';
import { ndjson } from './formats/ndjson.ts';
import { exportedArticle, exportParts } from './json.ts';
import { type FileEnd, type FileItem, readFile } from './readFile.ts';

const bundle = richBundle();
const now = new Date('2025-03-04T01:30:00.000Z');
const exported = async (count: number) =>
  (
    await exportParts(
      Array.from({ length: count }, () => bundle),
      'Pizhu test',
      now,
    )
  ).join('');
const article = exportedArticle(bundle);

/** Reads a file to its end. */
async function read(file: BlobPart | Blob): Promise<{ items: FileItem[]; end: FileEnd }> {
  const reading = readFile(file instanceof Blob ? file : new Blob([file]));
  const items: FileItem[] = [];
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { items, end: value };
    items.push(value);
  }
}

const placed = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ place: i + 1, value: article, length: expect.any(Number) }));

test.each([0, 1, 3])('%i articles are read one by one, and the file is known to be whole', async (count) => {
  const { items, end } = await read(await exported(count));
  expect(items).toEqual(placed(count));
  expect(end).toMatchObject({
    isCut: false,
    isIntact: true,
    head: {
      version: 2,
      generator: 'Pizhu test',
      counts: { articles: count, texts: count, annotations: 0 },
    },
  });
});

test('the same file is read in any layout, and with breaks of Windows', async () => {
  const json = await exported(2);
  for (const layout of [
    JSON.stringify(JSON.parse(json), null, 2),
    JSON.stringify(JSON.parse(json)),
    `\n \n${json}`,
    json.replaceAll('\n', '\r\n'),
    `\uFEFF${json}`,
  ]) {
    const { items, end } = await read(layout);
    expect(items).toEqual(placed(2));
    expect(end).toMatchObject({ isCut: false, isIntact: true });
  }
});

test('several files in a row are read as one, and what else follows a file is told by its place', async () => {
  const [one, two] = [await exported(1), await exported(2)];
  const joined = await read(`${one}${two}`);
  expect(joined.items).toEqual(placed(3));
  expect(joined.end).toMatchObject({ isCut: false, isIntact: true });
  const altered = await read(`${one.replace('岚桥市召开', '岚桥县召开')}${two}`);
  expect(altered.end).toMatchObject({ isCut: false, isIntact: false });
  const cut = await read(`${one}${two.slice(0, -20)}`);
  expect(cut.end).toMatchObject({ isCut: true, isIntact: false });
  const more = await read(`${one}\n${JSON.stringify(article)}\n`);
  expect(more.items).toEqual([...placed(1), { place: 2, value: undefined, length: expect.any(Number) }]);
});

test('lines with blanks in them hold the same articles, in both kinds of file', async () => {
  const spaced = (text: string) =>
    text.replaceAll('"saved":{', '"saved" : { ').replaceAll('"texts":[', '"texts": [');
  for (const file of [await exported(2), await linesOf(2)]) {
    expect(spaced(file)).not.toBe(file);
    const { items, end } = await read(spaced(file));
    expect(items).toEqual(placed(2));
    expect(end).toMatchObject({ isCut: false, isIntact: true });
    expect((await read(spaced(file).replace('岚桥市召开', '岚桥县召开'))).end.isIntact).toBe(false);
  }
});

test('a file of one line that ends like the head of another is read whole', async () => {
  const note = { ...JSON.parse(await exported(0)), generator: '"articles":[' };
  const { items, end } = await read(JSON.stringify(note));
  expect([items, end.isIntact]).toEqual([[], true]);
});

test('lines that are empty are no articles; a line that is no JSON is one that cannot be read', async () => {
  const lines = (await exported(2)).split('\n');
  const { items, end } = await read([lines[0], '', lines[1], ' ', '{"saved":', ...lines.slice(2)].join('\n'));
  expect(items).toEqual([
    { place: 1, value: article, length: expect.any(Number) },
    { place: 2, value: undefined, length: expect.any(Number) },
    { place: 3, value: article, length: expect.any(Number) },
  ]);
  expect(end).toMatchObject({ isCut: false, isIntact: false });
});

test.each([
  ['an article less', (json: string) => json.replace(/\n\{"saved".*\n\{/, '\n{')],
  ['a letter changed', (json: string) => json.replace('岚桥市召开', '岚桥县召开')],
  ['another sum', (json: string) => json.replace(/"sha256":"."?/, '"sha256":"f')],
  ['another count', (json: string) => json.replace('"texts":2', '"texts":3')],
])('a file with %s is not intact, in both layouts', async (_, change) => {
  const json = change(await exported(2));
  expect(json).not.toBe(await exported(2));
  expect((await read(json)).end).toMatchObject({ isCut: false, isIntact: false });
  expect((await read(JSON.stringify(JSON.parse(json), null, 1))).end.isIntact).toBe(false);
});

test('a sum in capitals is the same sum', async () => {
  const json = (await exported(1)).replace(/"sha256":"([0-9a-f]{64})"\}\n$/, (found) =>
    found.replace(/[0-9a-f]{64}/, (sum) => sum.toUpperCase()),
  );
  expect(json).not.toBe(await exported(1));
  expect((await read(json)).end.isIntact).toBe(true);
});

test.each(['counts', 'sha256'])('of a file without %s nobody can say whether it is intact', async (name) => {
  const { [name]: _, ...rest } = JSON.parse(await exported(1));
  expect((await read(JSON.stringify(rest))).end).toMatchObject({ isCut: false, isIntact: null });
  const foot = JSON.stringify(name === 'counts' ? { sha256: rest.sha256 } : { counts: rest.counts });
  const lines = (await exported(1)).trimEnd().split('\n');
  const shortened = [...lines.slice(0, -1), `],${foot.slice(1)}`].join('\n');
  expect((await read(shortened)).end).toMatchObject({ isCut: false, isIntact: null });
});

test('a file that was cut says so, wherever that was', async () => {
  const json = await exported(2);
  for (const at of [json.indexOf('\n') + 1, json.indexOf('},\n{') + 2, json.length - 20]) {
    const { end } = await read(json.slice(0, at));
    expect(end).toMatchObject({ isCut: true, isIntact: false, head: { generator: 'Pizhu test' } });
  }
  await expect(read(json.slice(0, 40))).rejects.toMatchObject({ code: 'exportCut' });
});

test('NDJSON of other programs has no head; an empty line is passed over, one that is no JSON is told by its place', async () => {
  const line = JSON.stringify(article);
  expect(await read(`${line}\n\n \n{\n${line}\n`)).toEqual({
    items: [
      { place: 1, value: article, length: expect.any(Number) },
      { place: 2, value: undefined, length: expect.any(Number) },
      { place: 3, value: article, length: expect.any(Number) },
    ],
    end: { head: null, extras: [], isCut: false, isIntact: null },
  });
});

const extras = { tags: [{ id: '水务', color: 'blue' as const, description: '' }] };
const linesOf = async (count: number, about: object = { extras }) => {
  const bundles = Array.from({ length: count }, () => bundle);
  return new Blob(await ndjson.write(bundles, 'Pizhu test', now, about)).text();
};

/**
 * NDJSON as earlier versions wrote it: without a first line, and with a last line only if there is something beside
 * the articles (`about`).
 */
const olderLinesOf = async (count: number, about?: object) => {
  const lines = (await linesOf(count, about)).split('\n').slice(1);
  return (about ? [...lines.slice(0, -2), ''] : lines).join('\n');
};

test('NDJSON tells in its last line what it has beside its articles, also several files in a row', async () => {
  const one = await linesOf(2);
  expect(one.trimEnd().split('\n')).toHaveLength(4);
  expect(await read(one)).toMatchObject({
    items: placed(2),
    end: {
      head: { generator: 'Pizhu test', counts: { articles: 2 } },
      extras: [extras],
      isCut: false,
      isIntact: true,
    },
  });
  expect((await read(await linesOf(0))).end).toMatchObject({ extras: [extras], isIntact: true });
  const row = await read(`${one}${await linesOf(1, {})}${await linesOf(1)}`);
  expect(row.items).toEqual(placed(4));
  expect(row.end).toMatchObject({ extras: [extras, extras], isCut: false, isIntact: true });
  expect((await read(`${one}\n${one}`)).end).toMatchObject({ extras: [extras, extras], isIntact: true });
});

test('NDJSON that was cut says so, wherever that was, also where another file follows', async () => {
  const whole = await linesOf(2);
  const lines = whole.trimEnd().split('\n');
  for (const count of [1, 2, 3]) {
    const cut = lines.slice(0, count).join('\n');
    const { items, end } = await read(cut);
    expect(items).toEqual(placed(count - 1));
    expect(end).toMatchObject({ isCut: true, isIntact: false, extras: [] });
    expect((await read(`${cut}\n${whole}`)).end).toMatchObject({ isCut: true, isIntact: false });
    expect((await read(`${whole}${cut}`)).end).toMatchObject({ isCut: true, isIntact: false });
  }
  expect((await read(`${lines.slice(0, 3).join('\n')}\n${lines[3]!.slice(0, -9)}`)).end.isCut).toBe(true);
});

test('NDJSON of earlier versions is read, with and without a last line', async () => {
  expect(await read(await olderLinesOf(2, {}))).toMatchObject({
    items: placed(2),
    end: { head: null, extras: [], isCut: false, isIntact: null },
  });
  expect(await read(await olderLinesOf(2))).toMatchObject({
    items: placed(2),
    end: { extras: [extras], isCut: false, isIntact: true },
  });
  const row = await read(`${await linesOf(1)}${await olderLinesOf(1, {})}${await olderLinesOf(1)}`);
  expect(row.items).toEqual(placed(3));
  expect(row.end).toMatchObject({ extras: [extras, extras], isCut: false, isIntact: false });
});

test('without a sum to be made, nobody says whether a file is intact', async () => {
  for (const file of [await exported(2), await linesOf(2), JSON.stringify(JSON.parse(await exported(1)))]) {
    const reading = readFile(new Blob([file]), false);
    let next = await reading.next();
    while (!next.done) next = await reading.next();
    expect(next.value).toMatchObject({ isCut: false, isIntact: null });
  }
});

test('a last line of NDJSON that is altered, damaged, or of a newer version is found out', async () => {
  const lines = await linesOf(1);
  expect((await read(lines.replace('"color":"blue"', '"color":"pink"'))).end.isIntact).toBe(false);
  expect((await read(lines.replace('岚桥市召开', '岚桥县召开'))).end.isIntact).toBe(false);
  const [, ...older] = lines.split('\n');
  const damaged = await read(older.join('\n').replace('"generator":"Pizhu test"', '"generator":5'));
  expect(damaged.items.map(({ place }) => place)).toEqual([1, 2]);
  expect(damaged.end).toMatchObject({ head: null, extras: [], isCut: false, isIntact: null });
  for (const one of [lines, older.join('\n')])
    await expect(read(one.replace('"version":2', '"version":3'))).rejects.toMatchObject({
      code: 'exportNewer',
    });
});

test('what could not be read when NDJSON was written is told in its last line', async () => {
  const leftOut = [{ id: '7', table: 'articles', reason: 'invalid', message: '' }];
  expect((await read(await linesOf(1, { leftOut }))).end).toMatchObject({ head: { leftOut }, extras: [] });
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n\n'],
  ['a list', '[1]'],
  ['a number', '5'],
  ['null', 'null'],
  ['words', '你好'],
  ['an object of no form', '{"a":[{"format":"pizhu-collection"'],
  ['a head without articles', JSON.stringify({ format: 'pizhu-collection', version: 2 })],
  [
    'articles that are no list',
    JSON.stringify({
      format: 'pizhu-collection',
      version: 1,
      exportedAt: now.toISOString(),
      generator: '',
      articles: {},
    }),
  ],
])('%s is no export', async (_, file) => {
  await expect(read(file)).rejects.toThrow(ExchangeError);
  await expect(read(file)).rejects.toMatchObject({ code: 'notExport' });
});

/** A simulated file that repeats the same bytes `times` times. It is too large to be created in a test. */
const endless = (first: string, times: number): Blob => {
  const piece = new TextEncoder().encode('x'.repeat(1024 * 1024));
  let left = times;
  const stream = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(first)),
      pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
    });
  return Object.assign(new Blob(), { stream });
};

test.each([0, 1, 2, 3])(
  'characters and lines are read whole across the pieces of a long file, from byte %i',
  async (shift) => {
    const line = (i: number) => JSON.stringify({ saved: i, note: '岚桥😀'.repeat(9000) });
    const lines = Array.from({ length: 8 }, (_, i) => line(i));
    const { items } = await read(`${JSON.stringify({ saved: 'x'.repeat(shift) })}\n${lines.join('\n')}`);
    expect(items.slice(1).map(({ value }) => JSON.stringify(value))).toEqual(lines);
  },
);

/** A file that arrives in these pieces. */
const inPieces = (...pieces: Uint8Array[]): Blob =>
  Object.assign(new Blob(), {
    stream: () =>
      new ReadableStream({
        start: (controller) => {
          for (const piece of pieces) controller.enqueue(piece);
          controller.close();
        },
      }),
  });

test('a letter that a line break cuts in two is no UTF-8, and so is one at the end of the file', async () => {
  const [a, b, c] = new TextEncoder().encode('岚');
  const head = new TextEncoder().encode('{"saved":1}\n');
  for (const bytes of [
    [a!, b!, 10, c!],
    [a!, 10, 10, 0x7b, 0x7d],
    [a!, b!],
  ])
    for (const file of [
      new Blob([head, new Uint8Array(bytes)]),
      inPieces(head, ...bytes.map((byte) => new Uint8Array([byte]))),
    ])
      await expect(read(file)).rejects.toMatchObject({ code: 'exportEncoding' });
});

test('a line that would fill the memory is refused before it does', async () => {
  await expect(read(endless('{"saved":"', 140))).rejects.toMatchObject({ code: 'exportTooLarge' });
});

/** A simulated gzip file whose content is far larger than the size that the file reports. */
const bomb = (line: string, megabytes: number): Blob => {
  const piece = new TextEncoder().encode(line.repeat(Math.ceil((1024 * 1024) / line.length)));
  let left = megabytes;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
  });
  const packed = source.pipeThrough(new CompressionStream('gzip'));
  const head = new Blob([new Uint8Array([0x1f, 0x8b, 8])]);
  return Object.assign(head, { stream: () => packed });
};

test('a packed file that unpacks without end is refused, whatever its lines are', async () => {
  await expect(read(bomb('\n', 70))).rejects.toMatchObject({ code: 'exportBomb' });
});

test('a ZIP is said to be one, and a text that begins like one is read as text', async () => {
  for (const third of [3, 5])
    await expect(read(new Uint8Array([0x50, 0x4b, third, 4]))).rejects.toMatchObject({ code: 'exportZip' });
  for (const words of ['PK\u0007', 'QK\u0003', 'PL\u0003'])
    await expect(read(words)).rejects.toMatchObject({ code: 'notExport' });
});

test('a compressed file is read, and one that was cut says so', async () => {
  const packed = await new Response(
    new Blob([await exported(2)]).stream().pipeThrough(new CompressionStream('gzip')),
  ).arrayBuffer();
  const { items, end } = await read(packed);
  expect(items).toEqual(placed(2));
  expect(end).toMatchObject({ isCut: false, isIntact: true });
  await expect(read(packed.slice(0, packed.byteLength / 2))).rejects.toMatchObject({ code: 'exportCut' });
});

test('a file that cannot be read fails with the reason of the system, and is not said to be cut', async () => {
  const gone = new DOMException('gone', 'NotFoundError');
  const stream = () => new ReadableStream({ pull: (controller) => controller.error(gone) });
  await expect(read(Object.assign(new Blob(), { stream }))).rejects.toBe(gone);
});

test('what is beside the articles has a sum of its own, in either case of letters', async () => {
  const json = (await exportParts([bundle], 'Pizhu test', now, { extras })).join('');
  expect((await read(json)).end).toMatchObject({ isIntact: true, head: { extras } });
  const capitals = json.replace(
    /("extrasSha256":")([0-9a-f]{64})/,
    (_, name, sum) => name + sum.toUpperCase(),
  );
  expect(capitals).not.toBe(json);
  expect((await read(capitals)).end.isIntact).toBe(true);
  expect((await read(json.replace('"color":"blue"', '"color":"green"'))).end.isIntact).toBe(false);
});
