import { describe, expect, it } from 'vitest';
import { peopleOf } from './people.ts';

describe('People', () => {
  const of = (text: string) =>
    [...peopleOf(text).byName.values()].map(({ name, title }) => `${title ?? ''}|${name}`);
  it.each([
    [
      '县委副书记、县长赵立军出席会议并讲话，副县长孙丽主持会议。',
      ['县委副书记、县长|赵立军', '副县长|孙丽'],
    ],
    ['3月6日，市局（公司）党委委员、副总经理任勇主持会议。', ['市局（公司）党委委员、副总经理|任勇']],
    [
      '国务院副总理张国、刘中和，秘书长王小洪出席。',
      ['国务院副总理|张国', '国务院副总理|刘中和', '秘书长|王小洪'],
    ],
    ['会上，何汉翔院长要求抓好整改。刘东同志作了汇报。', ['院长|何汉翔', '|刘东']],
    ['欧阳海主持会议，副市长司马文讲话。', ['|欧阳海', '副市长|司马文']],
    ['自治区主席艾力·买买提强调，要抓好落实。', ['自治区主席|艾力·买买提']],
    ['主抓防汛的副区长陈明出席，总书记曾多次强调。', ['副区长|陈明']],
    ['校长扎西达娃作讲话，副校长普布主持。扎西达娃强调，要守好校门。', ['校长|扎西达娃', '副校长|普布']],
    ['苏木达乌力吉图到会。乌力吉图都反复叮嘱，要护好草场。', ['苏木达|乌力吉图']],
    ['县长何海没有休息。', ['县长|何海']],
    ['司长骞芳来我市调研。骞芳强调，要修好渠道。', ['司长|骞芳']],
    [
      '县水务局李小苗副局长在会上强调，学工处陈东处长、市委张平书记出席。',
      ['副局长|李小苗', '处长|陈东', '书记|张平'],
    ],
    ['市金融办主任、县文联主席、市高新区主任和镇高山村书记出席，支部宣传委员讲话。', []],
    ['市长徐苗高度关注清淤。', ['市长|徐苗']],
    [
      '学会主任委员何汉院士到会，主任委员汪洋教授致辞。汪洋教授强调，要守好水源。',
      ['学会主任委员|何汉', '主任委员|汪洋'],
    ],
    ['副县长何苗做总结讲话，局长汪海发表讲话。', ['副县长|何苗', '局长|汪海']],
    ['民建主委何苗到会，总农艺师汪海主持。', ['民建主委|何苗', '总农艺师|汪海']],
    ['副县长、县防指指挥长何海随后安排巡堤。', ['副县长、县防指指挥长|何海']],
    ['分管副主任要求抓好整改。', []],
    ['县文旅局局长王海边走边说，要留住客人。', ['县文旅局局长|王海']],
    ['安全生产要抓好，高度重视，方案已经印发。', []],
    // The longest title that is read begins with 、 behind another title.
    [`县长、${'某'.repeat(57)}局长王海主持。`, [`、${'某'.repeat(57)}局长|王海`]],
  ])('%s', (text, people) => {
    expect(of(text)).toEqual(people);
  });

  // Many names are sought in another way than a few.
  it.each([3, 30])('finds every mention of %i people, in order', (count) => {
    const names = Array.from(
      { length: count },
      (_, i) => `${'王李张'[i % 3]}${String.fromCharCode(0x5b89 + i)}峰`,
    );
    const text = names
      .map((name) => `县长${name}强调，要抓好落实。${name}和${names[0]}察看了泵站。`)
      .join('\n');
    const { mentions } = peopleOf(text);
    const places = names.flatMap((name) =>
      [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => index),
    );
    expect(mentions.map(({ name }) => name.start)).toEqual(places.sort((a, b) => a - b));
  });
});
