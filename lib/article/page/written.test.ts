import { expect, test } from 'vitest';
import { pageOf } from '@/test/support/pages.ts';
import { linesOf } from './lines.ts';

const lines = (html: string) => linesOf(pageOf(html).body).map(({ text }) => text.replaceAll('\t', '|'));
const written = (code: string) => lines(`<p>青山<script>${code}</script></p>`)[0]!.replace(/^青山/, '');

test.each([
  ['document.write("263")', '263'],
  ['document.write(263);', '263'],
  ['document.write("2023-02-02 10:30".substr(0,10));', '2023-02-02'],
  ['var t = "2023-02-02"; document.write("发布时间：" + t);', '发布时间：2023-02-02'],
  ["t='2023-02-02 10:30';document.write('<b>日期:</b> '+t)", '日期: 2023-02-02 10:30'],
  ['var t = "2023-02-02 10:30"; document.write("时间：" + t.substring(0, 10));', '时间：2023-02-02'],
  [
    "var s = '青山晚报'; if (s != '') { document.write('<i>来源：' + s + '</i>'); } document.write('<i>阅读：3</i>')",
    '来源：青山晚报 阅读：3',
  ],
  ['var one = {"id":7,"time":"2023-02-02"}; document.write(one.time);', '2023-02-02'],
  [
    "var one = {time: '2023-02-02 10:30'}; document.write('时间：' + one.time.substring(0, 10));",
    '时间：2023-02-02',
  ],
  ['var one = {"id":7}; document.write(one.time);', ''],
  // the present day, a choice, an unknown value, and a variable that nothing shows
  ['var d = new Date(); document.write("时间：" + d.getFullYear() + "年");', ''],
  ['if (a) document.write("来源：青山网"); else document.write("来源：青山晚报");', ''],
  ['document.write("时间：" + time);', ''],
  ['document.write(unescape("%3Cb%3E"));', ''],
  ['var t = "2023-02-02";', ''],
])('the words that a script writes: %s', (code, words) => {
  expect(written(code)).toBe(words);
});

test('a variable of another script', () => {
  const html =
    '<script>var day = "2023-02-02";</script><p>【时间：<script>document.write(day)</script>】</p>';
  expect(lines(html)).toEqual(['【时间：2023-02-02】']);
});

test('words that a browser has already put behind the script are read once', () => {
  expect(lines('<p>点击：<script>document.write("263")</script>263次</p>')).toEqual(['点击：263次']);
  expect(lines('<p><script>document.write("<b>点击：263</b>")</script><b>点击：263</b></p>')).toEqual([
    '点击：263',
  ]);
});
