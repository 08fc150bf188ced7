import { expect, test } from 'vitest';
import { isPerson } from './surnames.ts';

test('what can be a person’s name', () => {
  for (const name of ['何苗', '洪小苗', '司徒苗', '陳大文']) expect(isPerson(name)).toBe(true);
  for (const word of ['单位', '应急', '纪委', '全区', '项目', '何其重要']) expect(isPerson(word)).toBe(false);
});
