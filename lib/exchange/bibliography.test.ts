import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { expect, test } from 'vitest';
import { richBundle, wordsOf } from '../../test/support/exchanged.ts';
import type { Article } from '../article/schema.ts';
import { citationKeys, workOf } from './bibliography.ts';
import { bibtex } from './formats/bibtex.ts';
import { cslJson } from './formats/cslJson.ts';
import { ris } from './formats/ris.ts';

type Item = Record<string, unknown> & {
  author?: { literal?: string; family?: string }[];
  issued?: { 'date-parts': number[][] };
};

const of = (changes: Partial<Article>) =>
  richBundle([], {
    authors: [],
    issuer: null,
    documentNumber: null,
    writtenOn: null,
    subtitle: null,
    publishedAt: '2025-03-04T09:30:00+08:00',
    ...changes,
  });
const notice = of({
  title: '关于加强河湖管护的意见',
  issuer: '青山市人民政府',
  documentNumber: '青政发〔2025〕3号',
  writtenOn: '2025-03-01',
});
const statute = of({
  title: '青山市河道管理条例',
  issuer: '青山市人民代表大会常务委员会',
  documentNumber: '青山市人大常委会公告第5号',
});
const news = of({ title: '河长制会议召开 {100%} & #1', source: '青山日报', authors: ['甲一', '乙二'] });
const page = of({ title: '治水信息', source: '青山发布' });
const all = [notice, statute, news, page];

test.each([
  ['statute', statute],
  ['report', notice],
  ['newspaper', news],
  ['webpage', page],
  ['standard', of({ title: '地表水监测规范 DB32/T 1234—2020' })],
  ['webpage', of({ title: '调解员的办法', source: '青山发布' })],
  ['webpage', of({ title: '工作动态', source: '情况通报' })],
])('%s is told by number, issuer, name and source', (kind, bundle) => {
  expect(workOf(bundle).kind).toBe(kind);
});

const readers: [string, () => Promise<Item[]>][] = [
  ['CSL-JSON', async () => JSON.parse(await wordsOf(await cslJson.write(all, 'Pizhu test')))],
  ['RIS', async () => new Cite(await wordsOf(await ris.write(all, 'Pizhu test'))).data],
  ['BibTeX', async () => new Cite(await wordsOf(await bibtex.write(all, 'Pizhu test'))).data],
];

test.each(readers)(
  '%s is read by another tool with title, day, body, number and address',
  async (form, read) => {
    const items = await read();
    expect(items).toHaveLength(4);
    const names = (item: Item) => item.author?.map(({ literal, family }) => literal ?? family);
    expect(items.map(({ title }) => title)).toEqual(all.map(({ saved }) => saved.article.title));
    expect(items.map(({ URL: url }) => url)).toEqual(all.map(({ saved }) => saved.url));
    // From RIS, citation-js reads only titles and addresses for every type of work. Another test checks the other
    // fields.
    if (form === 'RIS') return;
    expect(items[0]!.number).toBe('青政发〔2025〕3号');
    expect(items[0]!.type).toBe('report');
    expect(items[2]!['container-title']).toBe('青山日报');
    const authors = [['青山市人民政府'], ['青山市人民代表大会常务委员会'], ['甲一', '乙二'], undefined];
    expect(items.map(names)).toEqual(authors);
    expect(items.map(({ issued }) => issued?.['date-parts'][0])).toEqual([
      [2025, 3, 1],
      [2025, 3, 4],
      [2025, 3, 4],
      [2025, 3, 4],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(4);
  },
);

test('RIS has each type and field under the tags in which Zotero looks for them', async () => {
  const records = (await wordsOf(await ris.write(all, 'Pizhu test'))).trim().split(/\r\n\r\n/);
  const fields = records.map((record) => record.split('\r\n').map((line) => line.split('  - ')));
  const value = (i: number, tag: string) => fields[i]!.find(([name]) => name === tag)?.[1];
  expect(fields.map((_, i) => value(i, 'TY'))).toEqual(['RPRT', 'STAT', 'NEWS', 'ELEC']);
  expect([value(0, 'PB'), value(0, 'SN')]).toEqual(['青山市人民政府', '青政发〔2025〕3号']);
  expect([value(1, 'M1'), value(1, 'DA')]).toEqual(['青山市人大常委会公告第5号', '2025/03/04']);
  expect([value(1, 'AU'), value(2, 'AU')]).toEqual(['青山市人民代表大会常务委员会', '甲一']);
  expect(value(2, 'T2')).toBe('青山日报');
});

const ISSUED = { issuer: '青山市人民政府' };
test.each([
  ['statute', { title: '青山市河道管理办法（试行）', ...ISSUED }],
  ['statute', { title: '青山市河道管理规定', documentNumber: '青政令第9号' }],
  ['statute', { title: '青山市河道管理条例实施细则', ...ISSUED }],
  ['statute', { title: '青山市人民政府关于印发《青山市河道管理办法》的通知', ...ISSUED }],
  ['statute', { title: '中华人民共和国水法', ...ISSUED }],
  ['webpage', { title: '青山市河道管理办法' }],
  ['webpage', { title: '青山市河道管理办法解读', ...ISSUED }],
  ['webpage', { title: '青山市治水工作方法', ...ISSUED }],
  ['webpage', { title: '青山市治水做法', ...ISSUED }],
  ['report', { title: '关于治水做法的通报', documentNumber: '青政发〔2025〕4号', source: '青山日报' }],
  ['standard', { title: '地表水监测规范', documentNumber: 'HJ 91.1—2019' }],
  ['standard', { title: '参考文献著录规则 GB/T 7714-2025' }],
  ['webpage', { title: '调查 GB/T 7714 的执行' }],
  ['newspaper', { source: '岚桥农民报' }],
  ['newspaper', { source: '青山都市报社' }],
  ['webpage', { source: '工作简报' }],
  ['webpage', { source: '青山快报' }],
  ['webpage', { source: '青山公报' }],
  ['webpage', { source: '青山日报客户端' }],
  ['webpage', { source: null }],
] as [string, Partial<Article>][])('%s: %o', (kind, changes) => {
  expect(workOf(of({ source: '青山发布', ...changes })).kind).toBe(kind);
});

test('a work has headline with subtitle, body, day and number as its kind has them', () => {
  expect(
    workOf(
      of({
        ...ISSUED,
        title: '关于加强河湖管护的意见',
        subtitle: '五年行动',
        documentNumber: '青政发〔2025〕3号',
        writtenOn: '2025-03-01',
        source: null,
        siteName: '青山市人民政府网',
        lead: '要点',
        keywords: ['河湖', '管护'],
      }),
    ),
  ).toEqual({
    kind: 'report',
    title: '关于加强河湖管护的意见：五年行动',
    authors: ['青山市人民政府'],
    issuer: '青山市人民政府',
    container: '青山市人民政府网',
    number: '青政发〔2025〕3号',
    issued: '2025-03-01',
    accessed: '2025-03-04',
    url: all[0]!.saved.url,
    lead: '要点',
    keywords: ['河湖', '管护'],
  });
});

test('a report is dated by its publication, a page without one by the day in its text', () => {
  const written = { writtenOn: '2025-03-01', source: '青山日报' };
  expect(workOf(of(written)).issued).toBe('2025-03-04');
  expect(workOf(of({ ...written, publishedAt: null })).issued).toBe('2025-03-01');
  expect(workOf(of({ publishedAt: null })).issued).toBeNull();
});

test('the site answers for a document that names no issuer, and for nothing else', () => {
  const numbered = workOf(of({ documentNumber: '青政发〔2025〕3号', source: '青山发布' }));
  expect(numbered).toMatchObject({ issuer: '青山发布', authors: ['青山发布'] });
  expect(workOf(of({ source: '青山发布' }))).toMatchObject({ issuer: null, authors: [], number: null });
  expect(workOf(of({ title: '监测规范 DB32/T 1234—2020', source: '青山发布' }))).toMatchObject({
    issuer: '青山发布',
    number: 'DB32/T 1234—2020',
  });
});

test('keywords are those of the page and the tags, each once', () => {
  const bundle = of({ keywords: ['水务', '河湖'] });
  bundle.saved.tags = ['汛期', '水务'];
  expect(workOf(bundle).keywords).toEqual(['水务', '河湖', '汛期']);
});

test('keys are told apart by number, and have the year where there is one', () => {
  expect(citationKeys([notice, of({ publishedAt: null })].map(workOf))).toEqual(['pizhu2025-1', 'pizhu-2']);
});

const linesOf = async (format: typeof ris, bundle: (typeof all)[0]) =>
  (await wordsOf(await format.write([bundle], 'Pizhu test'))).split(/\r?\n/);
const told: Partial<Article> = { lead: '要点 \n\n第二行', keywords: ['河湖', '管护,巡查'] };
const { url } = notice.saved;

test('RIS has every field of a report in a newspaper, each on one line', async () => {
  const report = of({ title: '河长制会议召开', source: '青山日报', authors: ['甲一', '乙二'], ...told });
  expect(await linesOf(ris, report)).toEqual([
    'TY  - NEWS',
    'TI  - 河长制会议召开',
    'AU  - 甲一',
    'AU  - 乙二',
    'PY  - 2025',
    'DA  - 2025/03/04',
    'T2  - 青山日报',
    `UR  - ${url}`,
    'Y2  - 2025/03/04',
    'AB  - 要点 第二行',
    'KW  - 河湖',
    'KW  - 管护,巡查',
    'LA  - zh-CN',
    'ER  - ',
    '',
    '',
  ]);
});

test('RIS has the number of a standard and the site of a page, and no day where none is known', async () => {
  const standard = await linesOf(ris, of({ title: '监测规范 DB32/T 1234—2020', source: '青山发布' }));
  expect(standard).toEqual(
    expect.arrayContaining(['TY  - STAND', 'PB  - 青山发布', 'SN  - DB32/T 1234—2020']),
  );
  const undated = await linesOf(
    ris,
    of({ title: '治水信息', source: '青山发布', publishedAt: null, lead: null }),
  );
  expect(undated).toEqual(expect.arrayContaining(['TY  - ELEC', 'T2  - 青山发布']));
  expect(undated.filter((line) => /^(PY|DA|AU|PB|AB) /.test(line))).toEqual([]);
});

test('BibLaTeX has every field under the name that styles look for, with signs of TeX as words', async () => {
  const report = of({ title: '{河长制} 100%', source: '青山日报_A', authors: ['甲一', '乙&二'], ...told });
  expect(await linesOf(bibtex, of({ ...report.saved.article, source: '青山日报' }))).toEqual([
    '@article{pizhu2025-1,',
    '  title = {{\\{河长制\\} 100\\%}},',
    '  author = {{甲一} and {乙\\&二}},',
    '  date = {2025-03-04},',
    '  year = {2025},',
    '  journaltitle = {青山日报},',
    '  entrysubtype = {newspaper},',
    `  url = {${url}},`,
    '  urldate = {2025-03-04},',
    '  abstract = {要点 第二行},',
    '  keywords = {河湖, 管护 巡查},',
    '  langid = {chinese}',
    '}',
    '',
    '',
  ]);
  expect(await linesOf(bibtex, report)).toContain('  organization = {青山日报\\_A},');
});

test('BibLaTeX has body and number of a document, and no empty field', async () => {
  expect(await linesOf(bibtex, statute)).toEqual(
    expect.arrayContaining([
      '@legislation{pizhu2025-1,',
      '  institution = {青山市人民代表大会常务委员会},',
      '  number = {青山市人大常委会公告第5号},',
    ]),
  );
  expect((await linesOf(bibtex, notice))[0]).toBe('@report{pizhu2025-1,');
  expect((await linesOf(bibtex, of({ title: '规范 HJ 91.1—2019' })))[0]).toBe('@standard{pizhu2025-1,');
  const bare = await linesOf(
    bibtex,
    of({ title: '无', source: null, siteName: null, keywords: [], lead: null }),
  );
  expect(bare.map((line) => line.split(' = ')[0]!.trim())).toEqual([
    '@online{pizhu2025-1,',
    'title',
    'date',
    'year',
    'url',
    'urldate',
    'langid',
    '}',
    '',
    '',
  ]);
});

test('signs that TeX knows are written so that it prints them, in an address so that it stays one', async () => {
  const page = richBundle(
    [],
    { title: 'a\\b~c^d$e_f#g', subtitle: null },
    'https://a.example/{x}\\y?a=1&b=%20_',
  );
  const lines = await linesOf(bibtex, page);
  expect(lines).toContain(
    '  title = {{a{\\textbackslash}b{\\textasciitilde}c{\\textasciicircum}d\\$e\\_f\\#g}},',
  );
  expect(lines).toContain('  url = {https://a.example/%7Bx%7D%5Cy?a=1&b=%20_},');
});

test('CSL-JSON has every field of its kind, and no empty one', async () => {
  const [item] = JSON.parse(
    await wordsOf(await cslJson.write([of({ ...notice.saved.article, ...told })], '')),
  );
  const accessed = { 'date-parts': [[2025, 3, 4]] };
  expect(item).toEqual({
    id: 'pizhu2025-1',
    type: 'report',
    title: '关于加强河湖管护的意见',
    author: [{ literal: '青山市人民政府' }],
    publisher: '青山市人民政府',
    number: '青政发〔2025〕3号',
    issued: { 'date-parts': [[2025, 3, 1]] },
    accessed,
    URL: url,
    abstract: '要点 \n\n第二行',
    keyword: '河湖, 管护,巡查',
    language: 'zh-CN',
  });
  const [law, site] = JSON.parse(
    await wordsOf(await cslJson.write([statute, of({ source: '青山发布' })], '')),
  );
  expect(law).toMatchObject({
    type: 'legislation',
    publisher: '青山市人民代表大会常务委员会',
    authority: '青山市人民代表大会常务委员会',
    'container-title': '岚桥日报',
  });
  const [report] = JSON.parse(await wordsOf(await cslJson.write([news], '')));
  expect(report.type).toBe('article-newspaper');
  expect(site).toMatchObject({ type: 'webpage', 'container-title': '青山发布' });
  for (const name of ['publisher', 'authority', 'author', 'number']) expect(site).not.toHaveProperty(name);
});

const NUMBER = 'DB32/T 1234—2020';
test.each([
  [`地表水监测规范 ${NUMBER}`, '地表水监测规范'],
  [`《地表水监测规范》${NUMBER}`, '地表水监测规范'],
  [`${NUMBER}《 地表水  监测规范 》`, '地表水 监测规范'],
  [`《地表水》 与 《地下水》 ${NUMBER} 监测`, '地表水 与 地下水 监测'],
  ['《地表水监测规范》', '《地表水监测规范》'],
  [NUMBER, NUMBER],
])('the title of the standard %s is %s', (title, alone) => {
  expect(workOf(of({ title, documentNumber: NUMBER })).title).toBe(alone);
});

test('only an official work names the body that issued it as its institution', async () => {
  const issued = { issuer: '青山市人民政府', authors: ['甲一'] };
  const entries = await Promise.all(
    [
      of({ title: '关于治水的意见', documentNumber: '青政发〔2025〕3号', ...issued }),
      of({ title: '治水信息', source: '青山发布', ...issued }),
      of({ title: '关于治水的意见', documentNumber: '青政发〔2025〕3号', source: null, siteName: null }),
    ].map(async (one) => wordsOf(await bibtex.write([one], 'Pizhu test'))),
  );
  const institutions = entries.map((entry) => /institution = \{(.*)\}/.exec(entry)?.[1]);
  expect(institutions).toEqual(['青山市人民政府', undefined, undefined]);
});

test('each kind of work has its type in CSL', async () => {
  const standard = of({ title: `地表水监测规范 ${NUMBER}` });
  const items: Item[] = JSON.parse(await wordsOf(await cslJson.write([...all, standard], 'Pizhu test')));
  expect(items.map(({ type }) => type)).toEqual([
    'report',
    'legislation',
    'article-newspaper',
    'webpage',
    'standard',
  ]);
});
