import { expect, test } from 'vitest';
import { readNews } from '../../../test/support/newsPage.ts';

const read = (closing: string, tail = '') => readNews({ closing, tail });
const at = (path: string) => `https://www.example.com${path}`;

test('files below 附件： are attachments, and their lines and the signature stay in the text', () => {
  const { attachments, text } = read(
    `<p>附件：</p><p>1.<a href="/f/1.pdf">内河清淤点位基本情况一览表</a></p><p>2.<a href="/f/2.docx">沿河居民意见反馈登记表</a></p>
<p>青山区水务局</p><p>2025年3月19日</p>`,
  );
  expect(attachments).toEqual([
    { name: '内河清淤点位基本情况一览表', url: at('/f/1.pdf'), kind: 'pdf' },
    { name: '沿河居民意见反馈登记表', url: at('/f/2.docx'), kind: 'docx' },
  ]);
  expect(text.split('\n').slice(-5)).toEqual([
    '附件：',
    '1.内河清淤点位基本情况一览表',
    '2.沿河居民意见反馈登记表',
    '青山区水务局',
    '2025年3月19日',
  ]);
});

test('files may be linked beside an element with the label', () => {
  const { attachments } = read(
    '<div><span>附件：</span><a href="/f/5.pdf">清淤计划表（定稿）.pdf</a>　<a href="/f/6.zip">河道图纸.zip</a></div>',
  );
  expect(attachments).toEqual([
    { name: '清淤计划表（定稿）.pdf', url: at('/f/5.pdf'), kind: 'pdf' },
    { name: '河道图纸.zip', url: at('/f/6.zip'), kind: 'zip' },
  ]);
});

test('a file may be named in the query of its address', () => {
  const { attachments } = read(
    `<p>附件：1.<a href="/down.jsp?classid=0&amp;filename=7.doc">清淤计划表</a></p><p>2.<a href="/down.jsp?f=8.xls&amp;v=1">责任分工表</a></p>`,
  );
  expect(attachments).toEqual([
    { name: '清淤计划表', url: at('/down.jsp?classid=0&filename=7.doc'), kind: 'doc' },
    { name: '责任分工表', url: at('/down.jsp?f=8.xls&v=1'), kind: 'xls' },
  ]);
});

test.each([
  ['one in the line', '<p>附件：清淤计划表</p>', [['清淤计划表', null]]],
  [
    'some in lines of their own',
    '<p>附件：1.清淤计划表</p><p>2.责任分工表.xlsx</p>',
    [
      ['清淤计划表', null],
      ['责任分工表.xlsx', 'xlsx'],
    ],
  ],
  [
    'some in one line',
    '<p>附件：1.清淤计划表 2.责任分工表</p>',
    [
      ['清淤计划表', null],
      ['责任分工表', null],
    ],
  ],
])('what is only named has no address: %s', (_, closing, named) => {
  expect(read(closing).attachments).toEqual(named.map(([name, kind]) => ({ name, url: null, kind })));
});

test('a file is one attachment, named in the text and linked below it', () => {
  const tail = '<div>附件下载：<a href="/f/3.doc" title="清淤计划表.doc">点击下载</a></div>';
  expect(read('<p>附件：清淤计划表</p>', tail).attachments).toEqual([
    { name: '清淤计划表.doc', url: at('/f/3.doc'), kind: 'doc' },
  ]);
});

test('files of other parts of the page are none of the article’s', () => {
  const tail = '<h3>热门下载</h3><p><a href="/f/9.pdf">水费缴纳指南</a></p>';
  expect(read('', tail).attachments).toEqual([]);
});

test('one document linked as two files is two attachments, and naming it in the text adds none', () => {
  const closing =
    '<p>附件：清淤计划表</p><p><a href="/f/3.pdf">清淤计划表.pdf</a> <a href="/f/3.ofd">清淤计划表.ofd</a></p>';
  expect(read(closing).attachments.map(({ name, kind }) => [name, kind])).toEqual([
    ['清淤计划表.pdf', 'pdf'],
    ['清淤计划表.ofd', 'ofd'],
  ]);
});
