import { expect, test } from 'vitest';
import { isPerson, namesOf } from './names.ts';

test.each([
  ['何苗、方宁', ['何苗', '方宁']],
  ['本报记者 何苗 通讯员 方宁', ['何苗']],
  ['新华社记者何苗', ['何苗']],
  ['何苗(实习)', ['何苗']],
  ['何苗 hm@example.com', ['何苗']],
  ['米歇尔·何', ['米歇尔·何']],
  ['何苗，系青山大学教授', ['何苗']],
  ['系统管理员', ['系统管理员']],
  ['Jane Ho, Li Fang', ['Jane Ho', 'Li Fang']],
  ['何苗 2023-02-02 10:30', ['何苗']],
  ['本报评论员', []],
  ['name, email@gmail.com', ['name']],
  ['中共青山区委书记　何苗', ['何苗']],
  ['◎本报记者何苗 ◎见习记者方宁 ◎本报通讯员杜若', ['何苗', '方宁']],
  ['青山云记者 何苗 摄影 方宁', ['何苗']],
  ['宗政文', ['宗政文']],
  ['何苗摄', ['何苗']],
])('names of %s', (text, names) => {
  expect(namesOf(text)).toEqual(names);
});

test('what can be a person’s name', () => {
  for (const name of ['何苗', '洪小苗', '司徒苗', '陳大文']) expect(isPerson(name)).toBe(true);
  for (const word of ['单位', '应急', '纪委', '全区', '项目', '何其重要']) expect(isPerson(word)).toBe(false);
});
