import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import CSL from 'citeproc';
import { describe, expect, test } from 'vitest';
import zh from '../../public/_locales/zh_CN/messages.json';
import type { Work } from './bibliography.ts';
import { itemOf } from './formats/cslJson.ts';
import {
  answeredFor,
  REFERENCE_STYLES,
  type ReferenceStyle,
  referenceList,
  referenceTo,
  styleOf,
} from './references.ts';

const work = (changes: Partial<Work>): Work => ({
  kind: 'webpage',
  title: '河道整治',
  authors: [],
  issuer: null,
  container: null,
  number: null,
  issued: '2025-03-12',
  accessed: '2025-03-14',
  url: 'https://www.lanqiao.example/1.html',
  lead: null,
  keywords: [],
  ...changes,
});
const page = work({ title: '推进会召开', authors: ['江亦舟', '白露'], container: '岚桥市人民政府' });
const site = work({ title: '治水信息', authors: ['岚桥市水务局'] });
const news = work({
  kind: 'newspaper',
  title: '碧水长流',
  authors: ['甲一', '乙二', '丙三', '丁四'],
  container: '岚桥日报',
});
const standard = work({
  kind: 'standard',
  title: '水质监测技术规范',
  authors: ['岚桥市生态环境局'],
  issuer: '岚桥市生态环境局',
  number: 'DB99/T 1234—2025',
});
const notice = work({
  kind: 'report',
  title: '关于印发碧水方案的通知',
  authors: ['岚桥市人民政府办公室'],
  issuer: '岚桥市人民政府办公室',
  number: '岚政办发〔2025〕7号',
});
const statute = work({ kind: 'statute', title: '河湖条例', authors: ['岚桥市人大'], number: '公告第3号' });

test('each style has a label of its own, and the standard in force is the one not chosen', () => {
  const labels = Object.values(REFERENCE_STYLES).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  for (const label of labels) expect(zh).toHaveProperty(label);
  expect(styleOf('apa')).toBe('apa');
  for (const id of [null, 'gone', '__proto__', 'constructor']) expect(styleOf(id)).toBe('gb2025-numeric');
});

const url = 'https://www.lanqiao.example/1.html';
test.each<[ReferenceStyle, Work, string]>([
  ['gb2025-numeric', page, `江亦舟，白露. 推进会召开[EB/OL]. （2025-03-12）[2025-03-14]. ${url}.`],
  [
    'gb2025-numeric',
    { ...page, authors: [] },
    `岚桥市人民政府. 推进会召开[EB/OL]. （2025-03-12）[2025-03-14]. ${url}.`,
  ],
  ['gb2025-author', news, `甲一，乙二，丙三，等，2025. 碧水长流[N/OL]. 岚桥日报，2025-03-12. ${url}.`],
  ['gb2025-numeric', standard, `DB99/T 1234—2025 水质监测技术规范[S/OL]. ${url}.`],
  [
    'gb2015-numeric',
    notice,
    `岚桥市人民政府办公室. 关于印发碧水方案的通知: 岚政办发〔2025〕7号[R/OL]. (2025-03-12)[2025-03-14]. ${url}.`,
  ],
  [
    'gb2015-author',
    statute,
    `岚桥市人大, 2025. 河湖条例: 公告第3号[A/OL]. (2025-03-12)[2025-03-14]. ${url}.`,
  ],
  ['apa', page, `江亦舟 & 白露. (2025, March 12). 推进会召开. 岚桥市人民政府. ${url}`],
  ['apa', statute, `岚桥市人大. (2025). 河湖条例 (公告第3号). ${url}`],
  ['chicago', news, `甲一, 乙二, 丙三, and 丁四. 2025. “碧水长流.” 岚桥日报, March 12. ${url}.`],
])('%s of a work', (style, one, words) => {
  expect(referenceTo(one, style)).toBe(words);
});

test('numbered lists keep their order; others are sorted, with works of one author and year told apart', () => {
  const again = work({ title: '再次推进', authors: site.authors });
  expect(referenceList([site, page], 'gb2025-numeric').map((words) => words.slice(0, 8))).toEqual([
    '[1] 岚桥市水',
    '[2] 江亦舟，',
  ]);
  expect(referenceList([site, page, again], 'apa').map((words) => words.split('). ')[0])).toEqual([
    '江亦舟 & 白露. (2025, March 12',
    '岚桥市水务局. (2025a, March 12',
    '岚桥市水务局. (2025b, March 12',
  ]);
});

/**
 * The official citation styles (CC BY-SA) are not part of the project. They come from zotero-chinese/styles,
 * citation-style-language/styles and citation-style-language/locales. The test runs only where a folder has their
 * files.
 */
const folder = process.env.CSL_STYLES ?? '../shared/csl';
const FILES: Record<ReferenceStyle, string> = {
  'gb2025-numeric': 'GB-T-7714—2025（顺序编码，双语）.csl',
  'gb2025-author': 'GB-T-7714—2025（著者-出版年，双语）.csl',
  'gb2015-numeric': 'GB-T-7714—2015（顺序编码，双语）.csl',
  'gb2015-author': 'GB-T-7714—2015（著者-出版年，双语）.csl',
  apa: 'apa.csl',
  chicago: 'chicago-author-date.csl',
};
const isHere = existsSync(join(folder, FILES.apa));
if (!isHere) console.info(`References are not checked by citeproc: no CSL styles in ${folder}.`);

describe.skipIf(!isHere)('citeproc writes the same references by the styles of others', () => {
  const undated = { issued: null };
  const nameless = { authors: [] };
  const works = [page, site, news, standard, notice, statute].flatMap((one) => [
    one,
    { ...one, ...undated },
    { ...one, ...nameless },
    { ...one, authors: ['甲一', '乙二'] },
    { ...one, authors: ['甲', '乙', '丙', '丁', '戊', '己', '庚'] },
  ]);
  // Replaces every kind of blank with a plain one, because a style may separate a standard's number from its title by a
  // wider blank.
  const plain = (words: string) =>
    words
      .trim()
      .replace(/^\[1\] /, '')
      .replace(/\s/g, ' ');
  test.each(Object.keys(FILES) as ReferenceStyle[])(
    '%s',
    (style) => {
      const isEnglish = style === 'apa' || style === 'chicago';
      const items = works.map((one, i) => {
        const own = one.authors.length === 1 && one.authors[0] === one.issuer;
        const { publisher, ...item } = itemOf(answeredFor(one), String(i)) as Record<string, unknown>;
        return own ? item : { ...item, publisher };
      });
      const engine = new CSL.Engine(
        {
          retrieveLocale: (language) =>
            readFileSync(
              join(folder, `locales-${language.startsWith('zh') ? 'zh-CN' : 'en-US'}.xml`),
              'utf8',
            ),
          retrieveItem: (id) => items[Number(id)],
        },
        readFileSync(join(folder, FILES[style]), 'utf8'),
        isEnglish ? 'en-US' : 'zh-CN',
      );
      engine.setOutputFormat('text');
      for (const [i, one] of works.entries()) {
        // Skips statutes in English: for legislation, both English styles support only the United States Code.
        if (isEnglish && one.kind === 'statute') continue;
        engine.updateItems([String(i)]);
        const [, [words]] = engine.makeBibliography();
        expect.soft(referenceTo(one, style), JSON.stringify(one)).toBe(plain(words!));
      }
    },
    60_000,
  );
});

test.each<[ReferenceStyle, Partial<Work>, string]>([
  ['apa', { authors: ['甲一', '乙二', '丙三'] }, '甲一, 乙二, & 丙三. (2025, March 12).'],
  ['apa', { authors: ['甲一', '乙二'] }, '甲一 & 乙二. (2025, March 12).'],
  ['chicago', { authors: ['甲一', '乙二', '丙三'] }, '甲一, 乙二, and 丙三. 2025.'],
  ['chicago', { authors: ['甲一', '乙二'] }, '甲一 and 乙二. 2025.'],
  [
    'chicago',
    { authors: [], container: '岚桥日报', kind: 'newspaper' },
    '岚桥日报. 2025. “河道整治.” March 12.',
  ],
  ['chicago', { authors: [], container: null }, '“河道整治.” 2025. March 12.'],
])('%s of the authors %j begins with %s', (style, changes, words) => {
  expect(referenceTo(work(changes), style).startsWith(words)).toBe(true);
});

test('a numbered style has no letter beside the year, whatever is asked', () => {
  for (const style of ['gb2025-numeric', 'gb2015-numeric'] as const)
    expect(referenceTo(news, style, 'a')).toBe(referenceTo(news, style));
  expect(referenceTo({ ...notice, issued: null }, 'gb2025-numeric')).toBe(
    referenceTo({ ...notice, issued: null }, 'gb2025-numeric', 'a'),
  );
  expect(referenceTo(work({ authors: ['甲一'], issued: '2025-03-12' }), 'gb2025-author', 'a')).toContain(
    '甲一，2025a.',
  );
});
