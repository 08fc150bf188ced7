import { describe, expect, it } from 'vitest';
import { whole, words } from '@/test/support/spans.ts';
import { bodiesOf } from './enumerations.ts';

describe('Names in an enumeration', () => {
  it.each([
    ['市教育局、市财政局共同', ['市教育局', '市财政局']],
    ['市教育局、市财政局分别', ['市教育局', '市财政局']],
    ['市共同富裕办公室、市财政局', ['市共同富裕办公室', '市财政局']],
    ['市教育局等部门', ['市教育局']],
    ['县政府及其有关部门、县水务局', ['县政府及其有关部门', '县水务局']],
    ['县水务局及下属泵站', ['县水务局及下属泵站']],
    ['县水务局及其他部门', ['县水务局', '其他部门']],
  ])('%s', (text, names) => {
    expect(bodiesOf(text, whole(text)).map(words(text))).toEqual(names);
  });
});
