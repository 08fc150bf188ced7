import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../paragraphs.ts';
import { peopleOf } from './people.ts';
import { Speakers } from './speakers.ts';

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
    ['安全生产要抓好，高度重视，方案已经印发。', []],
  ])('%s', (text, people) => {
    expect(of(text)).toEqual(people);
  });
});

describe('Who speaks', () => {
  /** Reads all sentences of a text and returns the speaker in the last one. */
  const speakerOf = (text: string) => {
    const speakers = new Speakers(text, peopleOf(text));
    const sentences = sentencesOf(text, { start: 0, end: text.length });
    for (const sentence of sentences.slice(0, -1)) speakers.pass(sentence);
    const introduction = speakers.introductionIn(sentences.at(-1)!);
    return introduction && (introduction.document ? '《》' : (introduction.speaker?.name ?? null));
  };
  it.each([
    ['区长李平强调，要抓好落实。', '李平'],
    ['区长李平来到工地。他强调，要抓好落实。', '李平'],
    ['区长李平来到工地，听取副区长王海汇报，强调要抓好落实。', '李平'],
    ['在副区长王海陪同下，区长李平调研时要求，要抓好落实。', '李平'],
    ['会议由副区长王海主持，区长李平在会上指出，要抓好落实。', '李平'],
    ['副校长查振华出席会议。查副校长指出，要抓好落实。', '查振华'],
    ['镇长金华出席会议。会上，朱专员作了部署。他指出，要抓好落实。', '朱专员'],
    ['王镇长强调，要抓好落实。', '王镇长'],
    ['区委书记强调，要抓好落实。', '区委书记'],
    ['区长李平出席会议。会议强调，要抓好落实。', '会议'],
    ['会议听取了工作汇报，要求各部门抓好落实。', '会议'],
    ['针对下一步工作，分管领导强调：要抓好落实。', '分管领导'],
    ['市委、市政府要求，各级各部门要抓好落实。', '市委、市政府'],
    ['省防指要求，各地要加强值守。', '省防指'],
    ['《关于推进绿色出行的意见》提出，要抓好落实。', '《》'],
    ['就做好防汛工作，区长李平提出三点要求。', '李平'],
    ['督导组对前期工作给予肯定。同时要求，要抓好落实。', '督导组'],
    ['会议部署，抓紧清淤。', '会议'],
    ['检查组要求，要抓好落实。', '检查组'],
    ['分管副县长要求，一要抓好落实。', '分管副县长'],
    ['检察长对取得的成绩给予肯定，同时强调，要抓好落实。', '检察长'],
    ['镇党委副书记就近期工作提出要求：要抓好落实。', '镇党委副书记'],
    ['会议明确了下一步工作重点：一是抓好落实。', '会议'],
  ])('%s → %s', (text, name) => {
    expect(speakerOf(text)).toBe(name);
  });

  it.each([
    ['按照上级要求，各镇抓好落实。'],
    ['区工商联走访企业，召开座谈会，把企业反映的问题及时交办。'],
    ['工作要坚持问题导向，强调实绩实效。'],
    ['“市长强调，要抓好落实”成了口头禅。'],
    ['《养犬管理条例》明确，应当办理登记。'],
    ['区长李平察看了泵站。'],
  ])('nobody: %s', (text) => {
    expect(speakerOf(text)).toBeNull();
  });
});
