import { expect, test } from 'vitest';
import { compactDate, dateInAddress, firstDate, relativeDate, signedDate } from './dates.ts';

test.each([
  ['2023-02-02T10:30:45+08:00', '2023-02-02T10:30:45+08:00'],
  ['2023-02-02T10:30:45Z', '2023-02-02T18:30:45+08:00'],
  ['2023年02月02日 星期四 10:30', '2023-02-02T10:30:00+08:00'],
  ['2023.2.2', '2023-02-02'],
  ['2023年02月02日（星期四）10:30', '2023-02-02T10:30:00+08:00'],
  ['2023-02-02 周四 10:30', '2023-02-02T10:30:00+08:00'],
  ['２０２３年２月２日', '2023-02-02'],
  ['2023－02－02 10：30', '2023-02-02T10:30:00+08:00'],
  ['2023-02-0210:30', '2023-02-02T10:30:00+08:00'],
  ['2023/2/2 3:05:00 PM', '2023-02-02T15:05:00+08:00'],
  ['2023-02-02 12:05 AM', '2023-02-02T00:05:00+08:00'],
  ['2023-02-02T10:30:99Z', '2023-02-02'],
  ['2023-02-02 10:30 zhaohe', '2023-02-02T10:30:00+08:00'],
  ['农历2023年1月2日', null],
  ['民国2023年1月2日', null],
  ['13800000000', null],
  ['2023-13-02', null],
])('%s', (text, iso) => {
  expect(firstDate(text)).toBe(iso);
});

test('numerals as documents are signed', () => {
  expect(signedDate('二〇一九年一月二十二日')).toBe('2019-01-22');
  expect(signedDate('二○二四年十月三十日')).toBe('2024-10-30');
  expect(signedDate('一九九六年十二月十日')).toBe('1996-12-10');
  expect(signedDate('二〇一九年十三月一日')).toBeNull();
  expect(signedDate('农历二〇一九年一月一日')).toBeNull();
});

test('counted back from the time of capture, on Beijing’s clock', () => {
  const now = new Date('2024-01-01T00:20:00+08:00');
  expect(relativeDate('30分钟前', now)).toBe('2023-12-31T23:50:00+08:00');
  expect(relativeDate('2天前', now)).toBe('2023-12-30');
  expect(relativeDate('前天', now)).toBe('2023-12-30');
  expect(relativeDate('今天 00:10', now)).toBe('2024-01-01T00:10:00+08:00');
  expect(relativeDate('昨天 25:10', now)).toBe('2023-12-31');
  expect(relativeDate('刚刚', now)).toBe('2024-01-01T00:20:00+08:00');
  for (const none of ['日前', '近日', '3年前', '昨天下午召开的会议'])
    expect(relativeDate(none, now)).toBeNull();
  expect(relativeDate('3小时前', undefined)).toBeNull();
});

test('without separators, and in addresses', () => {
  expect(compactDate('20190918062300')).toBe('2019-09-18T06:23:00+08:00');
  expect(dateInAddress('https://www.example.com/2023-02/02/content_1.htm')).toBe('2023-02-02');
  expect(dateInAddress('https://www.example.com/art/2023/2/2/art_1_2.html')).toBe('2023-02-02');
  expect(dateInAddress('https://www.example.com/c/20230202/1.html')).toBe('2023-02-02');
  expect(dateInAddress('https://www.example.com/c/102112537.html')).toBeNull();
  expect(dateInAddress('file:///tmp/20230202.html')).toBeNull();
});
