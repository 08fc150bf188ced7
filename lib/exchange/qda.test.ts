import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { bytesOf, markOn, richBundle, richText, wordsOf } from '../../test/support/exchanged.ts';
import { COLORS } from '../annotation/colors.ts';
import { qdc } from './formats/qdc.ts';
import { qdpx } from './formats/qdpx.ts';

const xmlOf = (words: string) => {
  const document = new new JSDOM().window.DOMParser().parseFromString(words, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
};

const hostile = '<&>"\u0000\uD800 "]]>';
const marks = [
  markOn('碧水', ['水务/管网', '任务'], `要点${hostile}`),
  markOn('岚桥', []),
  markOn('推进会', ['水务']),
];
const bundle = richBundle(marks, { title: `标题${hostile}` });

async function project() {
  const zip = await JSZip.loadAsync(await bytesOf(await qdpx.write([bundle], 'Pizhu test')));
  const text = async (path: string) => zip.file(path)!.async('string');
  return { document: xmlOf(await text('project.qde')), text, paths: Object.keys(zip.files) };
}

test('a project has each text as a source, with every selection on its words by code points', async () => {
  const { document, text, paths } = await project();
  const source = document.querySelector('TextSource')!;
  const path = source.getAttribute('plainTextPath')!.replace('internal://', 'Sources/');
  expect(paths).toContain(path);
  const words = await text(path);
  expect(words).toBe(richText);
  const points = [...words];
  const spans = [...source.querySelectorAll('PlainTextSelection')].map((one) =>
    points.slice(Number(one.getAttribute('startPosition')), Number(one.getAttribute('endPosition'))).join(''),
  );
  expect(spans.sort()).toEqual(['岚桥', '推进会', '碧水'].sort());
});

test('tags are codes with their hierarchy, every reference has its end, notes are memos', async () => {
  const { document } = await project();
  const guids = [...document.querySelectorAll('[guid]')].map((one) => one.getAttribute('guid')!);
  expect(new Set(guids).size).toBe(guids.length);
  for (const ref of document.querySelectorAll('[targetGUID]'))
    expect(guids).toContain(ref.getAttribute('targetGUID'));
  const codes = [...document.querySelectorAll('Code')].map((one) => [
    one.parentElement!.getAttribute('name'),
    one.getAttribute('name'),
  ]);
  expect(codes).toEqual(
    expect.arrayContaining([
      [null, '水务'],
      ['水务', '管网'],
      [null, '任务'],
      [null, '黄色'],
    ]),
  );
  for (const code of document.querySelectorAll('Code'))
    expect(code.getAttribute('color')).toMatch(/^#[0-9a-f]{6}$/i);
  expect(document.querySelector('PlainTextContent')!.textContent).toContain('要点<&>"');
  expect(document.querySelector('TextSource')!.getAttribute('name')).toContain('标题<&>"');
});

test('a codebook has the same codes', async () => {
  const document = xmlOf(await wordsOf(await qdc.write([bundle], 'Pizhu test')));
  expect(document.documentElement.namespaceURI).toBe('urn:QDA-XML:codebook:1.0');
  expect([...document.querySelectorAll('Code')].map((one) => one.getAttribute('name')).sort()).toEqual(
    ['水务', '管网', '任务', '黄色'].sort(),
  );
});

/** The project of an article, and a function that finds the element to which a `targetGUID` refers. */
async function projectOf(one: typeof bundle, now?: Date) {
  const zip = await JSZip.loadAsync(await bytesOf(await qdpx.write([one], 'Pizhu "test"', now)));
  const document = xmlOf(await zip.file('project.qde')!.async('string'));
  const files = Object.fromEntries(
    await Promise.all(Object.values(zip.files).map(async (file) => [file.name, await file.async('string')])),
  ) as Record<string, string>;
  const target = (element: Element) =>
    document.querySelector(`[guid="${element.getAttribute('targetGUID')}"]`)!;
  return { document, files, target };
}

const attributes = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

test('a selection has its words, its codes, its memo, its maker and its times', async () => {
  const mark = { ...markOn('碧水', ['水务/管网', '任务'], '先\n办'), modified: '2025-03-05T01:30:00.000Z' };
  const now = new Date('2025-03-06T01:30:00.000Z');
  const { document, target } = await projectOf(richBundle([mark]), now);
  const user = document.querySelector('User')!.getAttribute('guid');
  expect(attributes(document.documentElement)).toEqual({
    xmlns: 'urn:QDA-XML:project:1.0',
    name: 'Pizhu',
    origin: 'Pizhu "test"',
    creatingUserGUID: user,
    creationDateTime: now.toISOString(),
  });
  const selection = document.querySelector('PlainTextSelection')!;
  const start = [...richText.slice(0, richText.indexOf('碧水'))].length;
  expect(attributes(selection)).toEqual({
    guid: expect.any(String),
    name: '碧水',
    startPosition: String(start),
    endPosition: String(start + 2),
    creatingUser: user,
    creationDateTime: mark.created,
    modifyingUser: user,
    modifiedDateTime: mark.modified,
  });
  expect([...selection.querySelectorAll('CodeRef')].map((one) => target(one).getAttribute('name'))).toEqual([
    '管网',
    '任务',
  ]);
  const memo = target(selection.querySelector('NoteRef')!);
  expect(memo.textContent).toBe('先\n办');
  expect(memo.getAttribute('name')).toBe('先 办');
});

test('a source has headline, address and times, and the note of its article as a memo', async () => {
  const one = richBundle([]);
  one.saved.note = '跟进'.repeat(20);
  const { document, target } = await projectOf(one);
  const source = document.querySelector('TextSource')!;
  expect(attributes(source)).toMatchObject({
    name: '岚桥市召开碧水提升行动推进会',
    creationDateTime: one.texts[0]!.capturedAt,
    modifiedDateTime: one.texts[0]!.capturedAt,
  });
  expect(source.querySelector('Description')!.textContent).toBe(`${one.saved.url}\n\n${one.saved.note}`);
  const memo = target(source.querySelector('NoteRef')!);
  expect(memo.textContent).toBe(one.saved.note);
  expect(memo.getAttribute('name')).toBe('跟进'.repeat(15));
  one.saved.note = ' ';
  one.saved.article.title = '';
  const bare = (await projectOf(one)).document.querySelector('TextSource')!;
  expect(bare.querySelector('NoteRef')).toBeNull();
  expect(bare.textContent).toBe(one.saved.url);
  expect(bare.getAttribute('name')).toBe(one.saved.url);
});

test('an earlier text is a source only where a mark points into it, and is told by its day', async () => {
  const earlier = {
    ...bundle.texts[0]!,
    sha256: 'e'.repeat(64),
    text: '旧文。\r\n碧水行动。',
    capturedAt: '2025-02-01T01:30:00.000Z',
  };
  const old = markOn('碧水', ['水务']);
  old.target.captured = { sha256: earlier.sha256, start: 5, end: 7 };
  const outside = markOn('页面之外');
  outside.target.captured = null;
  const one = richBundle([markOn('推进会'), old, outside]);
  one.saved.note = '跟进';
  one.texts.push(earlier, { ...earlier, sha256: 'f'.repeat(64) });
  const { document, files } = await projectOf(one);
  const sources = [...document.querySelectorAll('TextSource')];
  expect(sources.map((source) => source.getAttribute('name'))).toEqual([
    '岚桥市召开碧水提升行动推进会',
    '岚桥市召开碧水提升行动推进会 2025-02-01',
  ]);
  const names = (source: Element) =>
    [...source.querySelectorAll('PlainTextSelection')].map((found) => found.getAttribute('name'));
  expect(sources.map(names)).toEqual([['推进会'], ['碧水']]);
  expect(sources.map((source) => source.querySelectorAll('NoteRef').length)).toEqual([1, 0]);
  // The offsets in the project count a line break as one character.
  const path = sources[1]!.getAttribute('plainTextPath')!.replace('internal://', 'Sources/');
  const selection = sources[1]!.querySelector('PlainTextSelection')!;
  const [start, end] = ['startPosition', 'endPosition'].map((name) => Number(selection.getAttribute(name)));
  expect(files[path]!.slice(start, end)).toBe('碧水');
});

test('marks without a tag have their colour as a code; a code has the colour of its first mark', async () => {
  const blue = { ...markOn('碧水'), color: 'blue' as const };
  const one = richBundle([
    blue,
    { ...markOn('岚桥', ['水务']), color: 'green' as const },
    markOn('推进会', ['水务', '/']),
  ]);
  const codes = [...(await projectOf(one)).document.querySelectorAll('Code')].map((code) => [
    code.getAttribute('name'),
    code.getAttribute('color'),
    code.getAttribute('isCodable'),
  ]);
  expect(codes).toEqual([
    ['水务', '#8fd18a', 'true'],
    ['蓝色', '#86bdf0', 'true'],
    ['/', '#f6d34c', 'true'],
  ]);
});

test('long words of a mark are cut in its name, and not in its memo', async () => {
  const long = '长'.repeat(100);
  const one = richBundle([markOn('碧水', [], long)]);
  const { document, target } = await projectOf(one);
  expect(target(document.querySelector('NoteRef')!).textContent).toBe(long);
  const whole = markOn(richText.slice(0, 60));
  const name = (await projectOf(richBundle([whole]))).document
    .querySelector('PlainTextSelection')!
    .getAttribute('name');
  expect(name).toBe([...richText.replace(/\s+/g, ' ')].slice(0, 40).join(''));
});

test('what QualCoder reads: each name once, notes as descriptions, no mark of byte order, single line breaks', async () => {
  const twice = [
    markOn('碧水', ['水务/管网'], '要点'),
    markOn('岚桥', ['环保/管网']),
    markOn('推进会', ['管网']),
  ];
  const noted = richBundle(twice);
  noted.saved.note = '整篇的批注';
  const zip = await JSZip.loadAsync(await bytesOf(await qdpx.write([noted], 'Pizhu test')));
  const document = xmlOf(await zip.file('project.qde')!.async('string'));
  const names = [...document.querySelectorAll('Code')].map((one) => one.getAttribute('name'));
  expect(names.sort()).toEqual(['水务', '环保', '管网', '管网（水务）', '管网（管网）'].sort());
  expect(new Set(names).size).toBe(names.length);
  const selection = [...document.querySelectorAll('PlainTextSelection')].find((one) =>
    one.getAttribute('name')!.includes('碧水'),
  )!;
  expect(selection.firstElementChild!.textContent).toBe('要点');
  expect(document.querySelector('TextSource > Description')!.textContent).toContain('整篇的批注');
  const [source] = Object.values(zip.files).filter(({ name }) => name.endsWith('.txt'));
  const bytes = await source!.async('uint8array');
  expect(bytes.subarray(0, 3)).not.toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect(bytes).not.toContain(0x0d);
});

test('a code has what is said of its tag, in the codebook and in the project', async () => {
  const infos = new Map([
    ['水务', { id: '水务', color: null, description: `供水与排水${hostile}` }],
    ['水务/管网', { id: '水务/管网', color: 'blue' as const, description: '' }],
  ]);
  const one = richBundle([markOn('碧水', ['水务/管网'])]);
  const zip = await JSZip.loadAsync(
    await bytesOf(await qdpx.write([one], 'Pizhu test', new Date(), { infos })),
  );
  const files = [
    await wordsOf(await qdc.write([one], 'Pizhu test', new Date(), { infos })),
    await zip.file('project.qde')!.async('string'),
  ];
  for (const document of files.map(xmlOf)) {
    const [above, below] = [...document.querySelectorAll('Code')];
    expect(above!.firstElementChild!.tagName).toBe('Description');
    expect(above!.firstElementChild!.textContent).toContain('供水与排水<&>"');
    expect(above!.getAttribute('color')).toBe(COLORS.yellow.swatch);
    expect([below!.getAttribute('color'), below!.childElementCount]).toEqual([COLORS.blue.swatch, 0]);
  }
});

test('tasks are codes where that is wished: each on its words, by firmness and bodies', async () => {
  const one = richBundle([markOn('碧水', ['水务'])]);
  // The captured text begins with a line that the task offsets do not include, so they are moved by its length.
  const shift = richText.indexOf('\n') + 1;
  for (const { tasks } of one.saved.taskLists)
    for (const task of tasks) Object.assign(task, { start: task.start + shift, end: task.end + shift });
  const tasks = one.saved.taskLists.flatMap((list) => list.tasks);
  const about = { tasksAsCodes: true };
  const zip = await JSZip.loadAsync(await bytesOf(await qdpx.write([one], 'Pizhu test', new Date(), about)));
  const document = xmlOf(await zip.file('project.qde')!.async('string'));
  const pathOf = (code: Element): string => {
    const above = code.parentElement!;
    return `${above.tagName === 'Code' ? `${pathOf(above)}/` : ''}${code.getAttribute('name')}`;
  };
  const coded = [...document.querySelectorAll('PlainTextSelection')].map((selection) => [
    [...richText]
      .slice(Number(selection.getAttribute('startPosition')), Number(selection.getAttribute('endPosition')))
      .join(''),
    [...selection.querySelectorAll('CodeRef')].map((ref) =>
      pathOf(document.querySelector(`[guid="${ref.getAttribute('targetGUID')}"]`)!),
    ),
  ]);
  const words = { must: '必须', should: '应当', may: '可以', explore: '探索' };
  expect(coded).toEqual([
    ['碧水', ['水务']],
    ...tasks.map(({ text, firmness, responsible }) => [
      text,
      [
        firmness ? `任务（读出）/${words[firmness]}` : '任务（读出）',
        ...responsible.map((body) => `责任单位（读出）/${body}`),
      ],
    ]),
  ]);
  expect(tasks.some(({ responsible }) => responsible.length > 0)).toBe(true);
  const book = xmlOf(await wordsOf(await qdc.write([one], 'Pizhu test', new Date(), about)));
  expect([...book.querySelectorAll('Code')].map(pathOf)).toEqual(
    [...document.querySelectorAll('Code')].map(pathOf),
  );
});

test('the codebook has the tags of articles too', async () => {
  const one = richBundle([markOn('碧水', ['水务'])]);
  one.saved.tags = ['环保/污染防治', '水务'];
  const book = xmlOf(await wordsOf(await qdc.write([one], 'Pizhu test')));
  expect([...book.querySelectorAll('Code')].map((code) => code.getAttribute('name'))).toEqual([
    '水务',
    '环保',
    '污染防治',
  ]);
});
