import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { expect, test } from 'vitest';
import { richBundle, wordsOf } from '../../test/support/exchanged.ts';
import type { Article } from '../article/schema.ts';
import { workOf } from './bibliography.ts';
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
    // Of RIS this reader knows titles and addresses of all types; the other fields are held below.
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
