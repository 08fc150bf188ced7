import JSZip from 'jszip';
import { lexer, type Token, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bytesOf, markOn, richBundle } from '../../test/support/exchanged.ts';
import { articleMarkdown, DEFAULT_TEMPLATE, templateFault } from './articleMarkdown.ts';
import { taskListsOf } from './bundle.ts';
import { markdownZip } from './formats/markdownZip.ts';
import { escapedMarkdown } from './markdown.ts';

const marks = [markOn('碧水', ['水务/管网', '2025', '两 词'], '**要点**')];

async function filesOf(bundles = [richBundle(marks)]): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(await bytesOf(await markdownZip.write(bundles, 'Pizhu test')));
  const files = Object.values(zip.files);
  return new Map(
    await Promise.all(files.map(async (file) => [file.name, await file.async('string')] as const)),
  );
}

test('one file an article, named by its headline, never twice the same', async () => {
  const files = await filesOf([richBundle(), richBundle(), richBundle([], { title: '../..\\a:b' })]);
  const { title } = richBundle().saved.article;
  expect([...files.keys()]).toEqual([`${title}.md`, `${title} (2).md`, 'a b.md']);
});

test('front matter is YAML, tasks a checklist, marks quotes with notes and links to their words', async () => {
  const bundle = richBundle(marks);
  const [[, file]] = [...(await filesOf([bundle]))] as [[string, string]];
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file)!;
  expect(parse(front!)).toMatchObject({
    title: bundle.saved.article.title,
    url: bundle.saved.url,
    published: bundle.saved.article.publishedAt!.slice(0, 10),
    tags: ['水务/管网', '_2025', '两-词'],
  });
  const tokens = lexer(body!);
  const lists = tokens.filter((token): token is Tokens.List => token.type === 'list');
  const tasks = taskListsOf(bundle).flatMap((list) => list.tasks);
  const items = lists.flatMap((list) => list.items).filter(({ task }) => task);
  expect(items).toHaveLength(tasks.length);
  expect(items.every(({ checked }) => checked === false)).toBe(true);
  const quote = tokens.find((token) => token.type === 'blockquote');
  expect(quote).toMatchObject({ text: '碧水' });
  const after = tokens.slice(tokens.indexOf(quote as Token) + 1).filter(({ type }) => type === 'paragraph');
  expect(after[0]!.raw).toContain(`#:~:text=${encodeURIComponent('碧水')}`);
  expect(after[0]!.raw).toContain('#水务/管网');
  expect(after[1]!.raw).toBe('**要点**');
});

test('a hostile headline and address stay words', async () => {
  const title = '标题" \n---\n# <img src=x onerror=alert(1)>';
  const [[, file]] = [...(await filesOf([richBundle([], { title }, 'javascript:alert(1)')]))] as [
    [string, string],
  ];
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file)!;
  expect(parse(front!)).toMatchObject({ title, url: 'javascript:alert(1)' });
  const kinds = JSON.stringify(lexer(body!));
  expect(kinds).not.toContain('"type":"html"');
  expect(kinds).not.toContain('"type":"link"');
});

test('front matter has what the page gives, what the person added, and nothing empty', () => {
  const bundle = richBundle([markOn('碧水', ['水务', '2025'])]);
  bundle.saved.tags = ['水务', ' 汛期 ', '!'];
  const front = parse(articleMarkdown(bundle).split('---')[1]!);
  const { saved } = bundle;
  expect(front).toEqual({
    title: '岚桥市召开碧水提升行动推进会',
    source: '岚桥日报',
    author: ['江亦舟', '白露'],
    issuer: '岚桥市人民政府办公室',
    documentNumber: '岚政办发〔2025〕7号',
    published: '2025-03-12',
    written: '2025-03-10',
    region: '岚桥市',
    keywords: ['碧水提升', '河湖长制', '污水管网'],
    tags: ['水务', '汛期', '-', '_2025'],
    url: saved.url,
    captured: saved.capturedAt,
    sha256: saved.sha256,
    id: saved.id,
  });
  const bare = richBundle([], { source: null, authors: [], keywords: [], region: null, publishedAt: null });
  expect(Object.keys(parse(articleMarkdown(bare).split('---')[1]!))).toEqual([
    'title',
    'issuer',
    'documentNumber',
    'written',
    'url',
    'captured',
    'sha256',
    'id',
  ]);
});

const blocksOf = (bundle: ReturnType<typeof richBundle>) =>
  articleMarkdown(bundle).split('---\n')[2]!.trim().split('\n\n');

test('below stand headline, source, note, tasks, marks and text, in this order', () => {
  const bundle = richBundle([markOn('推进会'), markOn('碧水', ['水务'], '要点')]);
  bundle.saved.note = '跟进';
  const blocks = blocksOf(bundle);
  expect(blocks.slice(0, 6)).toEqual([
    '# 岚桥市召开碧水提升行动推进会',
    `[岚桥日报](<${bundle.saved.url}>)`,
    '## 批注',
    '跟进',
    '## 任务',
    '### 市委书记顾清源（文中称 4 项，已识别 3 项）',
  ]);
  expect(blocks[6]!.split('\n').slice(0, 5)).toEqual([
    `- [ ] **一要** ${bundle.saved.taskLists[0]!.tasks[0]!.text}`,
    '  - 时限：2025年6月底前（2025-06-30）',
    '  - 牵头：市生态环境局',
    '  - 责任：市水务局；各县区政府',
    `- [ ] **二要** ${bundle.saved.taskLists[0]!.tasks[1]!.text}`,
  ]);
  expect(blocks[8]!.split('\n')[0]).toBe('- [ ] 各县区、各部门要逐项认领任务，每季度末通报一次进展');
  const at = blocks.indexOf('## 标记');
  const link = (words: string) =>
    `[原文](<https://www.qingshan.example/zw/1.html#:~:text=${encodeURIComponent(words)}>)`;
  expect(blocks.slice(at, at + 7)).toEqual([
    '## 标记',
    '> 碧水',
    `${link('碧水')} #水务`,
    '要点',
    '> 推进会',
    link('推进会'),
    '## 正文',
  ]);
  expect(blocks.slice(at + 7, at + 9)).toEqual(['𠮷溪新闻。', '岚桥市召开碧水提升行动推进会']);
});

test('sections without anything in them are left out, and a page without a source is linked by its site', () => {
  const bundle = richBundle([], { source: null, siteName: '岚桥_网' });
  bundle.saved.taskLists = [];
  bundle.saved.note = ' \n';
  const blocks = blocksOf(bundle);
  expect(blocks.slice(1, 4)).toEqual([`[岚桥\\_网](<${bundle.saved.url}>)`, '## 正文', '𠮷溪新闻。']);
  expect(blocksOf(richBundle([], { source: null, siteName: null }))[1]).toMatch(/^\[原文\]/);
});

test('a task and a quote of several lines stay one each', () => {
  const mark = markOn('碧水');
  mark.target.selector = [{ type: 'TextQuoteSelector', exact: '甲\n\n乙', prefix: '', suffix: '' }];
  const bundle = richBundle([mark]);
  const list = bundle.saved.taskLists[0]!;
  bundle.saved.taskLists = [
    { ...list, tasks: [{ ...list.tasks[0]!, text: '丙\n丁', marker: null }, list.tasks[1]!] },
  ];
  const file = articleMarkdown(bundle);
  expect(file).toContain('\n- [ ] 丙\n\n  丁\n\n  - 时限：');
  expect(file).toContain('\n> 甲\n>\n> 乙\n');
  const items = lexer(file.split('---\n')[2]!).find((token): token is Tokens.List => token.type === 'list')!;
  expect(items.items).toHaveLength(2);
});

test('without an address that can be opened, and without a text, nothing stands in their place', () => {
  const bundle = { ...richBundle([], {}, 'javascript:alert(1)'), texts: [] };
  bundle.saved.taskLists = [];
  expect(blocksOf(bundle)).toEqual(['# 岚桥市召开碧水提升行动推进会', '## 正文']);
});

test('an address with blanks and brackets stays one link', () => {
  const bundle = richBundle([], {}, 'https://a.example/<x>y z\\?a=(1)');
  const [, paragraph] = lexer(articleMarkdown(bundle).split('---\n')[2]!.trim()).filter(
    ({ type }) => type !== 'space',
  );
  expect(JSON.stringify(paragraph)).toContain('"href":"https://a.example/%3Cx%3Ey%20z%5C?a=(1)"');
});

test.each([
  ['1. 甲', '1\\. 甲'],
  ['12) 甲', '12\\) 甲'],
  ['1.5 米', '1.5 米'],
  ['2025.', '2025\\.'],
  ['- 甲', '\\- 甲'],
  ['+ 甲', '\\+ 甲'],
  ['-5 度', '-5 度'],
  ['a*b_c`d[e]#f|g~h\\i', 'a\\*b\\_c\\`d\\[e\\]\\#f\\|g\\~h\\\\i'],
  ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
  ['甲 - 乙 1. 丙', '甲 - 乙 1. 丙'],
])('%s is written so that it is read as these words', (words, written) => {
  expect(escapedMarkdown(words)).toBe(written);
});

test('files have the time at which they were written', async () => {
  const now = new Date(2025, 2, 4, 9, 30, 20);
  const zip = await JSZip.loadAsync(await bytesOf(await markdownZip.write([richBundle()], '', now)));
  expect(Object.values(zip.files)[0]!.date.getFullYear()).toBe(2025);
});

test('a template of the person is filled in: words escaped, Markdown as it is, blocks repeated', () => {
  const bundle = richBundle([markOn('碧水', ['水务'], '要点'), markOn('推进会')], { title: '*标题* <b>' });
  const template =
    '{{title}}|{{published}}\n{{#marks}}\n{{{quote}}} {{meaning}} {{{tags}}}\n{{/marks}}\n{{toString}}{{nothing}}';
  expect(articleMarkdown(bundle, template, { yellow: '存疑' })).toBe(
    '\\*标题\\* &lt;b&gt;|2025-03-12\n> 碧水 存疑 #水务\n> 推进会 存疑\n',
  );
});

test('a template with a fault says so, and the template of the beginning is used', () => {
  const bundle = richBundle(marks);
  expect(templateFault('{{#marks}}')).toEqual({ code: 'unclosedSection', at: 'marks' });
  expect(templateFault('{{#marks}}{{/tags}}')).toEqual({ code: 'unclosedSection', at: 'marks' });
  expect(templateFault('a\n{{/marks}}')).toEqual({ code: 'unopenedSection', at: 'marks' });
  expect(templateFault('a\n{{title')).toEqual({ code: 'unclosedTag', at: 2 });
  expect(templateFault('{{=a=}}')).toMatchObject({ code: 'other', at: expect.stringContaining('a') });
  expect(templateFault(DEFAULT_TEMPLATE)).toBeNull();
  expect(articleMarkdown(bundle, '{{#marks}}')).toBe(articleMarkdown(bundle));
});

test('what the page does not give is nothing in a template', () => {
  const none = {
    source: null,
    siteName: null,
    issuer: null,
    documentNumber: null,
    publishedAt: null,
    region: null,
  };
  const template =
    '[{{source}}|{{origin}}|{{issuer}}|{{documentNumber}}|{{published}}|{{region}}|{{tags}}|{{note}}]';
  expect(articleMarkdown(richBundle([], none), template)).toBe('[|原文||||||]\n');
  const given = { source: '岚桥日报', issuer: '岚桥市水务局', documentNumber: '岚水〔2025〕1号' };
  const bundle = richBundle([], { ...given, publishedAt: '2025-03-12T08:00:00+08:00' });
  expect(articleMarkdown(bundle, template)).toBe(
    '[岚桥日报|岚桥日报|岚桥市水务局|岚水〔2025〕1号|2025-03-12|岚桥市||]\n',
  );
});
