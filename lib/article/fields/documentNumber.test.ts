import { describe, expect, test } from 'vitest';
import { HEADLINE, type NewsPage, readNews } from '../../../test/support/newsPage.ts';

const FIELDS = {
  indexNumber: 'QS0012-2024-00037',
  issuer: '青山区人民政府',
  writtenOn: '2024-11-06',
  documentNumber: '青政发〔2024〕12号',
  publishedAt: '2024-11-12',
  subjectCategory: '民政、养老',
  validity: '有效',
};
const PAIRS: [string, string][] = [
  ['索 引 号', FIELDS.indexNumber],
  ['主题分类', FIELDS.subjectCategory],
  ['发文机关', FIELDS.issuer],
  ['成文日期', '2024年11月06日'],
  ['标　　题', HEADLINE],
  ['发文字号', FIELDS.documentNumber],
  ['发布日期', '2024年11月12日'],
  ['有 效 性', '有效'],
  ['主 题 词', ''],
];
const all = (row: (label: string, value: string) => string) =>
  PAIRS.map(([label, value]) => row(label, value)).join('');

const forms: [string, string][] = [
  [
    'a table',
    `<table>${all((label, value) => `<tr><td><b>${label}：</b></td><td>${value}</td></tr>`)}</table>`,
  ],
  [
    'a table without colons',
    `<table>${all((label, value) => `<tr>\n<th>${label}</th>\n<td><!--x-->${value}</td>\n</tr>`)}</table>`,
  ],
  [
    'two pairs in a row',
    `<table><tr>${all((label, value) => `<td>${label}:</td><td>${value}</td>`)}</tr></table>`,
  ],
  ['divs', all((label, value) => `<div class="row"><div>${label}：</div><div>${value}</div></div>`)],
  [
    'a list of spans',
    `<ul>${all((label, value) => `<li><span>${label}：</span><span>${value}</span></li>`)}</ul>`,
  ],
  [
    'a list with the value bare',
    `<ul>${all((label, value) => `<li><strong>${label}</strong>：${value}</li>`)}</ul>`,
  ],
  ['a definition list', `<dl>${all((label, value) => `<dt>${label}：</dt><dd>${value}</dd>`)}</dl>`],
  ['lines', all((label, value) => `<p>${label}：${value}</p>`)],
  [
    'a table of paragraphs',
    `<table>${all((label, value) => `<tr><td><p>${label}：</p></td><td><p>${value}</p></td></tr>`)}</table>`,
  ],
  ['brackets', all((label, value) => `<p>【${label}】${value}</p>`)],
];

describe('a document’s header', () => {
  test.each(forms)('as %s', (_, top) => {
    const page = readNews({ top });
    expect(page).toMatchObject({ ...FIELDS, title: HEADLINE, keywords: [], source: null });
    expect(page.provenance.indexNumber?.rule).toBe('document-header');
  });
  test.each(forms)('as %s, with the headline nowhere else', (_, headline) => {
    expect(readNews({ headline, pageTitle: '' })).toMatchObject({ ...FIELDS, title: HEADLINE, keywords: [] });
  });
  test('each value in a block beside its label, within one cell', () => {
    const cell = (label: string, value: string) => `<li><em>${label}:</em><p>${value}</p></li>`;
    expect(
      readNews({
        info: `<ul>${cell('索引号', 'QS-1')}${cell('主题分类', '')}${cell('来源', '')}${cell('发文机构', '青山区人民政府')}${cell('发文字号', '青政发〔2024〕9号')}</ul>`,
      }),
    ).toMatchObject({
      indexNumber: 'QS-1',
      source: null,
      issuer: '青山区人民政府',
      documentNumber: '青政发〔2024〕9号',
    });
  });
  test('发布机构 rather than 公开责任部门', () => {
    expect(
      readNews({
        top: '<p>公开责任部门：秘书三处</p><p>索引号：QS-1</p><p>发布机构：青山省人民政府办公厅</p>',
      }).issuer,
    ).toBe('青山省人民政府办公厅');
  });
  test('labels in brackets', () => {
    expect(
      readNews({
        top: '<ul><li>[索引号]&nbsp;<i>QS-1</i></li><li>[发文机构]&nbsp;<i>青山区人民政府</i></li></ul>',
      }),
    ).toMatchObject({ indexNumber: 'QS-1', issuer: '青山区人民政府' });
  });
  test('printed twice', () => {
    const [, table] = forms[0]!;
    expect(readNews({ top: table, info: table })).toMatchObject(FIELDS);
  });
  test('values that say none', () => {
    const none = readNews({
      top: '<p>索引号：无</p><p>文号：—&nbsp;&nbsp;—</p><p>发布机构：-</p><p>成文日期：/</p>',
    });
    expect(none).toMatchObject({ indexNumber: null, documentNumber: null, issuer: null, writtenOn: null });
  });
  test('主题词 with values', () => {
    expect(readNews({ top: '<p>索引号：QS-1</p><p>主题词：养老 社区 服务</p>' }).keywords).toEqual([
      '养老',
      '社区',
      '服务',
    ]);
  });
  test('成文日期 in numerals', () => {
    expect(readNews({ top: '<p>成文日期：二〇二四年十一月六日</p>' }).writtenOn).toBe('2024-11-06');
  });
  test('成文日期 rather than 生成日期', () => {
    expect(readNews({ top: '<p>生成日期：2024-11-09</p><p>成文日期：2024-11-06</p>' }).writtenOn).toBe(
      '2024-11-06',
    );
  });
});

test('信息公开, 公文 and 文件 before a label', () => {
  const top =
    '<p>信息索引号：QS-1</p><p>公文生成日期：2024-11-06</p><p>信息发布日期：2024-11-12</p><p>文件有效性：有效。</p>';
  expect(readNews({ top })).toMatchObject({
    writtenOn: '2024-11-06',
    publishedAt: '2024-11-12',
    validity: '有效。',
  });
});

test('without colons, in blocks', () => {
  const rows = ['索引号|QS-1', '发布日期|2024-11-12'].map((row) => row.split('|'));
  const top = rows.map(([label, value]) => `<div><div>${label}</div><div>${value}</div></div>`).join('');
  expect(readNews({ top })).toMatchObject({ indexNumber: 'QS-1', publishedAt: '2024-11-12' });
});

const numbers: [string, NewsPage, string | null][] = [
  ['in traditional characters', { info: '<p>青政發〔2024〕12號</p>' }, '青政發〔2024〕12號'],
  ['of an order, below the headline', { info: '<p>青山区人民政府令第12号</p>' }, '青山区人民政府令第12号'],
  ['of an announcement, below the headline', { info: '<p>（2024年第5号）</p>' }, '2024年第5号'],
  ['of an order, in brackets', { info: '<p>青山区人民政府令（第12号）</p>' }, '青山区人民政府令（第12号）'],
  ['the issue of a gazette is none', { top: '<p>2024年第5号</p>' }, null],
  [
    'of what the headline passes on',
    { title: '转发《关于养老服务的意见》（青政发〔2024〕12号）的通知' },
    null,
  ],
  ['below the headline', { opening: '<p>青政发〔2024〕12号</p><p>各街道办事处：</p>' }, '青政发〔2024〕12号'],
  ['below it with other brackets', { info: '<div>青政办发[2024]12号</div>' }, '青政办发[2024]12号'],
  ['above it', { top: '<p>青政函〔2024〕3号</p>' }, '青政函〔2024〕3号'],
  ['in brackets below the headline', { info: '<p>（青政发〔2024〕12号）</p>' }, '青政发〔2024〕12号'],
  [
    'in the headline',
    { title: '青山区人民政府关于养老服务的意见（青政发〔2024〕12号）' },
    '青政发〔2024〕12号',
  ],
  ['in front of the headline', { title: '青政发〔2024〕12号 关于养老服务的意见' }, '青政发〔2024〕12号'],
  [
    'below headline and metadata, printed again',
    { info: `${'<p>字号</p>'.repeat(6)}<p>青高法发〔2022〕15号</p>` },
    '青高法发〔2022〕15号',
  ],
  [
    'of a People’s Congress',
    { title: '青山省人民代表大会常务委员会公告', info: '<p>〔十三届〕第六十八号</p>' },
    '〔十三届〕第六十八号',
  ],
  ['the second bulletin is no document’s', { title: '关于货船碰撞事故的情况通报（第二号）' }, null],
  ['an announcement', { title: '青山区水务局关于清淤的公告（2024年第5号）' }, '2024年第5号'],
  [
    'cited in a sentence is another’s',
    { opening: '<p>根据《关于养老服务的意见》（青政发〔2024〕12号），现通知如下：</p>' },
    null,
  ],
  [
    'cited in the headline is another’s',
    { title: '关于废止《关于清淤的通知（青政发〔2014〕12号）》的公告' },
    null,
  ],
  ['none', {}, null],
];

describe('发文字号', () => {
  test.each(numbers)('%s', (_, page, number) => {
    expect(readNews(page).documentNumber).toBe(number);
  });
});

test('the date under the issuing body’s name is 成文日期, on documents alone', () => {
  const closing = '<p>青山区人民政府</p><p>2024年11月6日</p>';
  expect(readNews({ opening: '<p>青政发〔2024〕12号</p>', closing }).writtenOn).toBe('2024-11-06');
  const numerals = '<p>二〇二四年十一月六日</p>';
  expect(readNews({ opening: '<p>青政发〔2024〕12号</p>', closing: numerals }).writtenOn).toBe('2024-11-06');
  expect(readNews({ closing }).writtenOn).toBeNull();
});

test.each([
  ['（青政发〔2024〕12号）关于内河清淤的通知', '青政发〔2024〕12号'],
  ['青政发〔2024〕12号关于内河清淤的通知', '青政发〔2024〕12号'],
  ['关于做好（青政发〔2024〕12号）补充工作的通知', null],
])('a number before the words of a headline is its own, one between them is not: %s', (title, number) => {
  expect(readNews({ title }).documentNumber).toBe(number);
});

test('a number in two elements of a line has a blank between them', () => {
  const info = '<p><b>青山区人民政府令</b><b>第12号</b></p>';
  expect(readNews({ info }).documentNumber).toBe('青山区人民政府令 第12号');
});

test('a number counts directly above the headline, and not farther up', () => {
  const above = (lines: number) =>
    readNews({ top: `<div><p>青政发〔2024〕12号</p>${'<p>青山区政府公报</p>'.repeat(lines)}</div>` });
  expect([0, 1, 2].map((lines) => above(lines).documentNumber)).toEqual([
    '青政发〔2024〕12号',
    '青政发〔2024〕12号',
    null,
  ]);
});

test('a note that a document is repealed counts closely below it, and not farther down', () => {
  const below = (lines: number) =>
    readNews({ tail: `${'<p>后面的话，说的是别的事。</p>'.repeat(lines)}<p>【已失效】</p>` });
  expect([0, 5, 6].map((lines) => below(lines).validity)).toEqual(['已失效', '已失效', null]);
});

test('cells of the second of two rows are no labels of the first', () => {
  const rows = [
    '<td>QS-1</td><td>青山区水务局</td><td>青水发〔2023〕1号</td>',
    '<td>索引号</td><td>发布机构</td><td>文号</td>',
  ];
  const table = (of: string[]) => `<table>${of.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  expect(readNews({ info: table(rows) }).indexNumber).toBeNull();
  expect(readNews({ info: table(rows.toReversed()) }).indexNumber).toBe('QS-1');
});
