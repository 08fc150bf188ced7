import { expect, test } from 'vitest';
import { foldSearched, foldWithPlaces } from './foldSearched.ts';

test.each([
  ['雙隨機、一公開', '双随机一公开'],
  ['国发[2019]5号', '国发〔2019〕5号'],
  ['国发(2019)5号', '國發﹝2019﹞5號'],
  ['国发（２０１９） 5 号', '国发【2019】5号'],
  ['加强"放管服"改革', '加强“放管服”改革'],
  ['「放管服」改革', '『放管服』改革'],
  ['ＰＰＰ项目', 'ppp项目'],
  ['1,200万元', '1，200万元'],
  ['第 5 号', '第5号'],
  ['防汛　抗旱', '防汛抗旱'],
  ['北京—上海', '北京-上海'],
])('%s and %s are the same words', (a, b) => {
  expect(foldSearched(a)).toBe(foldSearched(b));
});

test.each([
  ['三公', '三工'],
  ['防汛。抗旱', '防汛，抗旱'],
  ['big data', 'bigdata'],
  ['第一行\n第二行', '第一行第二行'],
  ['《通知》', '通知'],
])('%s and %s are not', (a, b) => {
  expect(foldSearched(a)).not.toBe(foldSearched(b));
});

test('the place of every folded unit is that of the unit as written', () => {
  const text = '推行“雙 隨機、一公開”  big   Data\n\n第 5 号';
  const { folded, places } = foldWithPlaces(text);
  expect(folded).toBe('推行双随机一公开big data\n第5号');
  expect([...places].map((at) => text[at]).join('')).toBe('推行雙隨機一公開big Data\n第5号');
});

test('a part of a text folds to a part of the folded text', () => {
  const text = '各地要落实“双随机、一公开”监管，a b  c第 5 号（试行）\n完';
  const whole = foldSearched(text);
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= text.length; to++)
      expect(whole).toContain(foldSearched(text.slice(from, to).trim()));
});
