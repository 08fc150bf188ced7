import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { bytesOf, markOn, richBundle, richText } from '../../test/support/exchanged.ts';
import { sampleSaved, sampleStamps } from '../../test/support/samples.ts';
import { type ArticleBundle, textId } from '../record/schema.ts';
import { taskListsOf } from './bundle.ts';
import { evidenceHtml } from './evidenceHtml.ts';
import { evidence } from './formats/evidence.ts';
import { parseExport } from './readExport.ts';

const hostile = '<script>alert(1)</script><img src=https://x.example/1 onerror=alert(1)>"\'&';
const marks = [markOn('碧水提升', ['水务'], `**要点** ${hostile}`), markOn('提升行动')];
const rich = richBundle(marks, { title: `题名${hostile}`, lead: hostile });
const old = `旧文一段。${hostile}`;
const bundle = {
  ...rich,
  texts: [
    { ...rich.texts[0]!, id: textId(rich.saved.id, 'b'.repeat(64)), sha256: 'b'.repeat(64), text: old },
    ...rich.texts,
  ],
};
const now = new Date('2025-03-04T01:30:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'pizhu-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Unpacks the written file with JSZip, a library other than the one that packed it. */
async function unpack(bundles: Parameters<typeof evidence.write>[0], into: string) {
  const zip = await JSZip.loadAsync(await bytesOf(await evidence.write(bundles, 'Pizhu test', now)));
  for (const [path, file] of Object.entries(zip.files)) {
    if (file.dir) continue;
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), await file.async('nodebuffer'));
  }
  return Object.keys(zip.files).filter((path) => !zip.files[path]!.dir);
}

test('sha256sum finds every file as it was written, and an altered one', async () => {
  const paths = await unpack([bundle, bundle], folder);
  expect(paths).toHaveLength(5);
  const check = () =>
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  expect(check().match(/: OK/g)).toHaveLength(4);
  writeFileSync(join(folder, paths[0]!), 'altered');
  expect(check).toThrow(/Command failed/);
});

test('the page stands alone: it runs nothing and asks for nothing, whatever the article holds', async () => {
  const own = join(folder, 'one');
  const paths = await unpack([bundle], own);
  const html = readFileSync(join(own, paths.find((path) => path.endsWith('article.html'))!), 'utf8');
  const { document } = new JSDOM(html).window;
  expect(document.querySelector('script, img, link, iframe, object, embed, base, form')).toBeNull();
  expect(document.querySelector('meta[http-equiv=Content-Security-Policy]')!.getAttribute('content')).toMatch(
    /^default-src 'none'/,
  );
  for (const node of document.querySelectorAll('*'))
    for (const { name, value } of node.attributes) {
      expect(name).not.toMatch(/^on/);
      if (name === 'href') expect(value).toMatch(/^(https?:|#mark-\d+$)/);
      if (name === 'style') expect(value).not.toMatch(/url\(|expression/);
    }
});

test('the page has text, metadata, marks, tasks and versions, word by word', async () => {
  const own = join(folder, 'words');
  const paths = await unpack([bundle], own);
  const html = readFileSync(join(own, paths.find((path) => path.endsWith('article.html'))!), 'utf8');
  const { document } = new JSDOM(html).window;
  expect(document.querySelector('h1')!.textContent).toBe(bundle.saved.article.title);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    '碧水',
    '提升',
    '行动',
  ]);
  const words = document.body.textContent!;
  for (const line of richText.split('\n').filter(Boolean))
    expect(words.replace(/\[\d\]/g, '')).toContain(line);
  for (const { tasks } of taskListsOf(bundle))
    for (const task of tasks) expect(words).toContain(task.text.split('\n')[0]);
  for (const part of ['岚政办发〔2025〕7号', bundle.saved.sha256, '#水务', `**要点** ${hostile}`, old])
    expect(words).toContain(part);
  const record = readFileSync(join(own, paths.find((path) => path.endsWith('record.json'))!), 'utf8');
  expect(parseExport(record).articles).toEqual([bundle]);
});

/** The exported page of an article, parsed as a browser parses it. */
const pageOf = (one: ArticleBundle) => new JSDOM(evidenceHtml(one, 'Pizhu test', now)).window.document;
const textsOf = (nodes: Iterable<Element>) => [...nodes].map((node) => node.textContent);

test('every fact of the article stands beside its label, and no other', () => {
  const about = {
    siteName: '岚桥网',
    contributor: '岚桥市水务局',
    editors: ['丁四', '戊五'],
    indexNumber: '014-2025-01',
    subjectCategory: '水利',
    validity: '有效',
    region: { code: '320200', name: '岚桥市' },
    lead: '要点',
    views: 4711,
  };
  const one = richBundle([], about as never);
  one.saved.tags = ['水务', '汛期'];
  one.saved.canonicalUrl = 'https://www.lanqiao.example/2.html';
  const document = pageOf(one);
  const labels = textsOf(document.querySelectorAll('dt'));
  const facts = Object.fromEntries(
    textsOf(document.querySelectorAll('dd')).map((words, i) => [labels[i], words]),
  );
  const { article } = one.saved;
  expect(facts).toEqual({
    网址: one.saved.url,
    规范网址: 'https://www.lanqiao.example/2.html',
    网站: '岚桥网',
    栏目: '首页 > 政务公开 > 政务要闻',
    来源: '岚桥日报',
    作者: '江亦舟、白露',
    供稿: '岚桥市水务局',
    责任编辑: '丁四、戊五',
    发布时间: article.publishedAt,
    发文机关: '岚桥市人民政府办公室',
    发文字号: '岚政办发〔2025〕7号',
    索引号: '014-2025-01',
    主题分类: '水利',
    成文日期: '2025-03-10',
    有效性: '有效',
    地区: '岚桥市（320200）',
    关键词: '碧水提升、河湖长制、污水管网',
    摘要: '要点',
    浏览次数: '4711',
    标签: '水务、汛期',
    首次保存: one.saved.created,
    读取时间: one.saved.capturedAt,
    '正文 SHA-256': one.saved.sha256,
    编号: one.saved.id,
  });
});

test('an article without anything has few facts and no empty section', () => {
  const saved = sampleSaved({ canonicalUrl: sampleSaved().url });
  const document = pageOf({ saved, texts: [], annotations: [] });
  expect(textsOf(document.querySelectorAll('h2'))).toEqual(['信息', '正文']);
  expect(
    [...document.querySelector('dl')!.childNodes].map((node) => node.textContent!.trim()).filter(Boolean),
  ).toHaveLength(2 * document.querySelectorAll('dt').length);
  expect(textsOf(document.querySelectorAll('dt'))).toEqual([
    '网址',
    '来源',
    '发布时间',
    '关键词',
    '首次保存',
    '读取时间',
    '正文 SHA-256',
    '编号',
  ]);
  expect(document.body.textContent).toContain('正文未能读出。');
  expect(document.body.firstElementChild!.localName).toBe('h1');
  const beside = [...document.body.childNodes].filter((node) => node.nodeType === 3);
  expect(beside.map((node) => node.textContent!.trim()).join('')).toBe('');
});

test('what stands above and below the headline is there, and a page without a headline has its address', () => {
  const document = pageOf(richBundle([], { kicker: '眉题', subtitle: '副题一\n副题二' } as never));
  expect(textsOf(document.body.children).slice(0, 4)).toEqual([
    '眉题',
    richBundle().saved.article.title,
    '副题一',
    '副题二',
  ]);
  const untitled = richBundle([], { title: '' });
  expect(pageOf(untitled).querySelector('h1')!.textContent).toBe(untitled.saved.url);
  expect(pageOf(untitled).title).toBe(untitled.saved.url);
});

test('sections, tasks and marks stand each on a line of their own', () => {
  const html = evidenceHtml(bundle, 'Pizhu test', now);
  expect(textsOf(pageOf(bundle).querySelectorAll('h2')).slice(0, 4)).toEqual([
    '信息',
    '正文',
    '任务',
    '标记',
  ]);
  expect(html.split('\n').filter((line) => /^<section id="mark-\d+">$/.test(line))).toHaveLength(2);
  const tasks = taskListsOf(bundle).flatMap((list) => list.tasks);
  expect(
    html.split('\n').filter((line) => /^<li>(?:<b>|[^<]).*<\/li>$/.test(line)).length,
  ).toBeGreaterThanOrEqual(tasks.length);
});

test('the page as it was is in the package byte for byte, in small pieces, with its sum; the page names it unlinked', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const file = new Blob(Array.from({ length: 48 }, () => bytes));
  const snapshotOf = (capturedAt: string, n: number) => ({
    file: n === 0 ? file : new Blob([`${n}`]),
    snapshot: {
      id: crypto.randomUUID(),
      ...sampleStamps,
      articleId: bundle.saved.id,
      sha256: bundle.saved.sha256,
      capturedAt,
      size: file.size,
      fileSha256: 'c'.repeat(64),
    },
  });
  const days = ['2025-03-04T04:00:00.000Z', '2025-03-04T03:00:00.000Z', '2025-03-01T03:00:00.000Z'];
  const about = { snapshotsOf: async () => days.map(snapshotOf) };
  const pieces: Uint8Array[] = [];
  async function* one() {
    yield bundle;
  }
  for await (const piece of evidence.stream!(one(), 'Pizhu test', now, about))
    pieces.push(piece as Uint8Array);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 ** 20 + 65_536);
  const zip = await JSZip.loadAsync(await bytesOf(pieces as Uint8Array<ArrayBuffer>[]));
  const paths = Object.keys(zip.files).filter((path) => path.endsWith('.mhtml'));
  const names = paths.map((path) => path.split('/').at(-1));
  expect(names).toEqual(['page-2025-03-04.mhtml', 'page-2025-03-04 (2).mhtml', 'page-2025-03-01.mhtml']);
  const inside = await zip.file(paths[0]!)!.async('nodebuffer');
  expect(inside.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  const sum = createHash('sha256').update(inside).digest('hex');
  expect(await zip.file('SHA256SUMS')!.async('text')).toContain(`${sum}  ${paths[0]}\n`);
  const html = await zip.file(paths[0]!.replace(/[^/]+$/, 'article.html'))!.async('text');
  const { document } = new JSDOM(html).window;
  for (const name of names) expect(document.body.textContent).toContain(name);
  expect(document.body.textContent).toContain('c'.repeat(64));
  expect([...document.querySelectorAll('a')].filter(({ href }) => href.includes('mhtml'))).toEqual([]);
});
