import { expect, test } from 'vitest';
import { pageOf } from '@/test/support/pages.ts';
import { weChatTime } from './scriptData.ts';

const timeOf = (script: string, body = '') => weChatTime(pageOf(`${body}<script>${script}</script>`));

test.each([
  ["var createTime = '2023-02-02 10:30';", '2023-02-02 10:30'],
  ['var ct = "1675305000";', '2023-02-02T10:30:00+08:00'],
  ['var svr_time = "1675309999"; var ct = "1675305000";', '2023-02-02T10:30:00+08:00'],
  ["var svr_time = '1675309999'; var oriCreateTime = '1675305000';", '2023-02-02T10:30:00+08:00'],
  ['var create_time = "1675305000" * 1;', '2023-02-02T10:30:00+08:00'],
  ['var other = "1675305000";', null],
])('the time of an article in a script: %s', (script, time) => {
  expect(timeOf(script)).toBe(time);
});

test('a time that the page shows itself is not sought in scripts', () => {
  const shown = (words: string) => `<em id="publish_time">${words}</em>`;
  expect(timeOf('var ct = "1675305000";', shown('2月2日'))).toBeNull();
  expect(timeOf('var ct = "1675305000";', shown(' '))).toBe('2023-02-02T10:30:00+08:00');
});
