import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../paragraphs.ts';
import { peopleOf } from '../people/people.ts';
import { Speakers } from './speakers.ts';

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
