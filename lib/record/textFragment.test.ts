import { expect, test } from 'vitest';
import { addressWithFragment } from './textFragment.ts';

const quote = (exact: string) => ({ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' });
const fragment = (exact: string) =>
  decodeURIComponent(addressWithFragment('https://a.cn/1#old', quote(exact)));

test('words are named in a text fragment in place of the fragment', () => {
  expect(fragment(' 清理管网 \n第二行')).toBe('https://a.cn/1#:~:text=清理管网');
  expect(addressWithFragment('https://a.cn/1#old', null)).toBe('https://a.cn/1#old');
});

test('of long words the ends are named', () => {
  const [head, tail] = ['一'.repeat(20), '二'.repeat(20)];
  expect(fragment(head + tail)).toBe(`https://a.cn/1#:~:text=${head}${tail}`);
  expect(fragment(`${head}，${tail}`)).toBe(`https://a.cn/1#:~:text=${head},${tail}`);
});

test('every hyphen of the words is escaped: it would begin a prefix', () => {
  expect(addressWithFragment('https://a.cn/1', quote('a-b-c'))).toBe('https://a.cn/1#:~:text=a%2Db%2Dc');
});

test('the route of a single-page site stays', () => {
  expect(decodeURIComponent(addressWithFragment('https://a.cn/#/detail?id=1', quote('网')))).toBe(
    'https://a.cn/#/detail?id=1:~:text=网',
  );
});

test('words of nothing but space name no words', () => {
  expect(fragment(' \n ')).toBe('https://a.cn/1#:~:text=');
});

test('a character of two units at the end of a shortened quote is left out, not cut in two', () => {
  const [before, after] = ['水'.repeat(19), '务'.repeat(19)];
  expect(addressWithFragment('https://a.example/', { exact: `${before}𠮷溪𠮷${after}` })).toBe(
    `https://a.example/#:~:text=${encodeURIComponent(before)},${encodeURIComponent(after)}`,
  );
});

test('half a character, which a page can contain, does not stop an export', () => {
  expect(addressWithFragment('https://a.example/', { exact: '管\uD842网' })).toBe(
    `https://a.example/#:~:text=${encodeURIComponent('管\uFFFD网')}`,
  );
});
