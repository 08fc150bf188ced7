import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { bytesOf, markOn, richBundle, richText } from '../../test/support/exchanged.ts';
import { COLORS } from '../annotation/colors.ts';
import { taskListsOf } from './bundle.ts';
import { docxMarked } from './formats/docxMarked.ts';
import { docxReport } from './formats/docxReport.ts';
import { chineseNumber } from './officeDocument.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const now = new Date(2025, 2, 14, 8);
const hostile = '<w:p>&"\u0000\uD800 =1+1\n第二行';

/** Reads a document with mammoth, a library other than the one that wrote it, and returns its parts as XML. */
async function read(parts: BlobPart[]) {
  const bytes = await bytesOf(parts);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: ['comment-reference => sup.comment', "p[style-name='Title'] => h1.title"] },
  );
  const html = new JSDOM(value).window.document;
  const zip = await JSZip.loadAsync(bytes);
  const part = async (path: string) => {
    const words = await zip.file(path)!.async('string');
    const xml = new new JSDOM().window.DOMParser().parseFromString(words, 'application/xml');
    expect(xml.querySelector('parsererror')).toBeNull();
    return xml;
  };
  return { html, part };
}
const textsOf = (nodes: Iterable<Element>) => [...nodes].map((node) => node.textContent);

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1005, '一千零五'],
])('%i is %s', (value, words) => {
  expect(chineseNumber(value)).toBe(words);
});

test('a report has title, summary, tasks by speaker, quotes with notes and numbered references', async () => {
  const marks = [markOn('碧水', ['水务'], hostile), markOn('推进会')];
  const bundle = richBundle(marks);
  const other = richBundle([], { title: `另一篇${hostile}` });
  const { html } = await read(await docxReport.write([bundle, other], 'Pizhu test', now));
  expect(html.querySelector('h1.title')!.textContent).toBe('文章摘编（2篇）');
  expect(textsOf(html.querySelectorAll('h1:not(.title)'))).toEqual([
    '一、概览',
    '二、任务',
    '三、摘录',
    '四、参考文献',
  ]);
  const rows = [...html.querySelectorAll('tr')].map((row) => textsOf(row.children));
  expect(rows[0]).toEqual(['序号', '标题', '来源', '日期', '任务', '标记']);
  expect(rows[1]).toEqual(['1', bundle.saved.article.title, '岚桥日报', '2025-03-12', '8', '2']);
  const paragraphs = textsOf(html.querySelectorAll('p'));
  for (const list of taskListsOf(bundle))
    for (const task of list.tasks)
      expect(paragraphs.join('\n')).toContain(`${task.marker ?? ''} ${task.text.split('\n')[0]}`.trim());
  expect(paragraphs).toContain('市委书记顾清源（文中称 4 项，已识别 3 项）');
  expect(paragraphs).toEqual(
    expect.arrayContaining([
      '“碧水”[1]',
      '批注：<w:p>&"\uFFFD =1+1',
      '第二行',
      '标签：水务',
      '2025年3月14日',
    ]),
  );
  expect(paragraphs.filter((words) => /^\[\d\] /.test(words ?? ''))).toHaveLength(2);
});

test('a report is in the fonts of offices, with others where they are missing', async () => {
  const { part } = await read(await docxReport.write([richBundle()], 'Pizhu test', now));
  const styles = await part('word/styles.xml');
  const fontOf = (id: string) =>
    [...styles.getElementsByTagNameNS(WORD, 'style')]
      .find((style) => style.getAttributeNS(WORD, 'styleId') === id)
      ?.getElementsByTagNameNS(WORD, 'rFonts')[0]
      ?.getAttributeNS(WORD, 'eastAsia');
  expect(['Title', 'Heading1', 'Heading2'].map(fontOf)).toEqual(['方正小标宋简体', '黑体', '楷体_GB2312']);
  const [base] = styles.getElementsByTagNameNS(WORD, 'rPrDefault');
  expect(base!.getElementsByTagNameNS(WORD, 'rFonts')[0]!.getAttributeNS(WORD, 'eastAsia')).toBe(
    '仿宋_GB2312',
  );
  const fonts = [...(await part('word/fontTable.xml')).getElementsByTagNameNS(WORD, 'font')];
  for (const font of fonts)
    expect(font.getElementsByTagNameNS(WORD, 'altName')[0]!.getAttributeNS(WORD, 'val')).not.toBe('');
});

test('each mark is a comment on its words, also where marks overlap or span paragraphs', async () => {
  const across = richText.slice(richText.indexOf('推进会\n'), richText.indexOf('市召开碧水提升行动推进会，'));
  const marks = [
    markOn('碧水提升', ['水务'], hostile),
    markOn('提升行动', []),
    markOn(across),
    { ...markOn('题外', [], '在正文以外'), target: { ...markOn('碧水').target, captured: null } },
  ];
  const { part, html } = await read(await docxMarked.write([richBundle(marks)], 'Pizhu test'));
  const document = await part('word/document.xml');
  const comments = (await part('word/comments.xml')).getElementsByTagNameNS(WORD, 'comment');
  expect(comments).toHaveLength(3);
  // Collects the words between the start and the end of each comment. Each paragraph becomes a line.
  const open = new Map<string, string>();
  const closed = new Map<string, string>();
  const walk = (node: Element) => {
    const id = node.getAttributeNS(WORD, 'id')!;
    if (node.localName === 'commentRangeStart') open.set(id, '');
    else if (node.localName === 'commentRangeEnd') {
      closed.set(id, open.get(id)!);
      open.delete(id);
    } else if (node.localName === 't')
      for (const [key, words] of open) open.set(key, words + node.textContent);
    else {
      if (node.localName === 'p') for (const [key, words] of open) open.set(key, words && `${words}\n`);
      for (const child of node.children) walk(child);
    }
  };
  walk(document.documentElement);
  expect(open.size).toBe(0);
  expect([...closed.values()].sort()).toEqual(['碧水提升', '提升行动', across].sort());
  const words = textsOf(comments);
  expect(words.some((one) => one?.includes('<w:p>&"\uFFFD =1+1') && one.includes('#水务'))).toBe(true);
  const text = textsOf(html.querySelectorAll('p')).join('\n');
  for (const line of richText.split('\n').filter(Boolean))
    expect(text.replace(/\[P?\d\]/g, '')).toContain(line);
  expect(text).toContain('在正文以外');
});

test('words under a mark, and no others, have the colour of the mark behind them', async () => {
  const marks = [markOn('碧水提升'), { ...markOn('推进会'), color: 'blue' as const }];
  const empty = markOn('碧水');
  empty.target.captured = { ...empty.target.captured!, end: empty.target.captured!.start };
  const { part } = await read(await docxMarked.write([richBundle([...marks, empty])], 'Pizhu test'));
  const runs = [...(await part('word/document.xml')).getElementsByTagNameNS(WORD, 'r')];
  const shaded = runs.flatMap((run) => {
    const [shade] = run.getElementsByTagNameNS(WORD, 'shd');
    return shade ? [[run.textContent, shade.getAttributeNS(WORD, 'fill')!.toLowerCase()]] : [];
  });
  const fill = (color: keyof typeof COLORS) => COLORS[color].swatch.replace('#', '').toLowerCase();
  expect(shaded).toHaveLength(2);
  expect(shaded).toEqual(
    expect.arrayContaining([
      ['碧水提升', fill('yellow')],
      ['推进会', fill('blue')],
    ]),
  );
  const comments = (await part('word/comments.xml')).getElementsByTagNameNS(WORD, 'comment');
  expect(textsOf(comments)).toEqual(['标记', '标记']);
});

test('the report of one article has its headline as its title', async () => {
  const bundle = richBundle([markOn('碧水')]);
  const { html, part } = await read(await docxReport.write([bundle], 'Pizhu test', now));
  expect(html.querySelector('h1.title')!.textContent).toBe(bundle.saved.article.title);
  expect(html.querySelectorAll('h2')).toHaveLength(0);
  const styles = await part('word/styles.xml');
  const title = [...styles.getElementsByTagNameNS(WORD, 'style')].find(
    (style) => style.getAttributeNS(WORD, 'styleId') === 'Title',
  )!;
  const [spacing] = title.getElementsByTagNameNS(WORD, 'spacing');
  expect(spacing!.getAttributeNS(WORD, 'line')).toBe('700');
  expect(spacing!.getAttributeNS(WORD, 'lineRule')).toBe('exact');
  const [base] = styles.getElementsByTagNameNS(WORD, 'rPrDefault');
  const fonts = base!.getElementsByTagNameNS(WORD, 'rFonts')[0]!;
  for (const name of ['ascii', 'hAnsi', 'cs'])
    expect(fonts.getAttributeNS(WORD, name)).toBe('Times New Roman');
});
