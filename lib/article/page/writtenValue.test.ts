import { expect, test } from 'vitest';
import { pageOf } from '@/test/support/pages.ts';
import { writtenValue } from './writtenValue.ts';

const written = (script: string, label = '时间|日期') =>
  writtenValue(pageOf(`<script>${script}</script>`), label);

test.each([
  ['var t = "2023-02-02"; document.write("发布时间：" + t);', '2023-02-02'],
  ["t='2023-02-02 10:30';document.write('<b>日期:</b> '+t)", '2023-02-02 10:30'],
  ['var t = "2023-02-02 10:30"; document.write("时间：" + t.substring(0, 10));', '2023-02-02'],
  // the present day, and a variable that nothing shows
  ['var d = new Date(); document.write("时间：" + d.getFullYear());', null],
  ['var t = "2023-02-02";', null],
  ['var t = "2023-02-02"; document.write("发布时间：");', null],
])('the value that a script writes behind a label: %s', (script, value) => {
  expect(written(script)).toBe(value);
});

test('only the value behind the label that is asked for', () => {
  const script = 'var t = "2023-02-02"; var s = "青山晚报"; document.write("时间：" + t + " 来源：" + s);';
  expect(written(script)).toBe('2023-02-02');
  expect(written(script, '来源')).toBe('青山晚报');
});
