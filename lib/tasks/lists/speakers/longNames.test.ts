import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../paragraphs.ts';
import { peopleOf } from '../people/people.ts';
import { Speakers } from './speakers.ts';

describe('Names of many ethnic groups, before and after a title', () => {
  /** Returns the speaker of the last sentence of a text. */
  const speakerOf = (text: string) => {
    const speakers = new Speakers(text, peopleOf(text));
    const sentences = sentencesOf(text, { start: 0, end: text.length });
    for (const sentence of sentences.slice(0, -1)) speakers.pass(sentence);
    return speakers.introductionIn(sentences.at(-1)!)?.speaker?.name ?? null;
  };

  it.each([
    // names of the Yi (彝族)
    ['局长吉木日达、各站站长参加。', '吉木日达', '吉木日达局长要求：要备料。'],
    ['县长沙呷阿各、各局局长参加。', '沙呷阿各', '沙呷阿各强调，要备料。'],
    ['局长马黑子哈、副局长参加。', '马黑子哈', '马黑子哈局长强调：要备料。'],
    ['州长阿苦克底到场。', '阿苦克底', '阿苦克底对各站站长说：要备料。'],
    // Mongol names
    ['苏木达孟根巴雅，各嘎查书记参加。', '孟根巴雅', '孟根巴雅对休牧工作作了具体安排：要备料。'],
    ['苏木达白音那木拉，各嘎查书记参加。', '白音那木拉', '白音那木拉就护草工作提出要求：要备料。'],
    ['旗长哈斯额尔敦、副旗长参加。', '哈斯额尔敦', '哈斯额尔敦旗长要求：要备料。'],
    ['旗长包金花出席。', '包金花', '包金花最后强调，要备料。'],
    // Tibetan names, and one Mongol name
    ['书记白玛曲珍、乡长参加。', '白玛曲珍', '白玛曲珍书记叮嘱：要备料。'],
    ['县长洛桑旺堆、局长参加。', '洛桑旺堆', '洛桑旺堆县长对大家说：要备料。'],
    ['乡长卓嘎到场。', '卓嘎', '卓嘎对各站负责人说：要备料。'],
    ['党委书记尼玛旺久、乡长参加。', '尼玛旺久', '尼玛旺久党委书记说：要备料。'],
    ['苏木达哈斯图雅、书记参加。', '哈斯图雅', '哈斯图雅苏木达说：要备料。'],
    // Uygur and Kazakh names
    ['镇长阿依努尔、各站站长参加。', '阿依努尔', '阿依努尔镇长说：要备料。'],
    ['副县长米尔古丽·吐尔逊出席。', '米尔古丽·吐尔逊', '米尔古丽·吐尔逊要求，要备料。'],
    ['县长叶尔波力、副县长出席。', '叶尔波力', '叶尔波力指出，要备料。'],
    // names of the Hui, Zhuang and Koreans, and names with a double or rare surname
    ['乡长马哈力麦出席。', '马哈力麦', '马哈力麦就抓好落实提出要求：要备料。'],
    ['区长农秀芳、副区长参加。', '农秀芳', '农秀芳区长强调，要备料。'],
    ['州长朴顺姬、副州长参加。', '朴顺姬', '朴顺姬指出，要备料。'],
    ['局长欧阳小苗、副局长参加。', '欧阳小苗', '欧阳小苗局长要求，要备料。'],
    ['站长禤小苗在场。', '禤小苗', '禤小苗站长叮嘱：要备料。'],
    // a name that is also an ordinary word: 卓越 (excellent)
    ['副总经理卓越讲话。', '卓越', '卓越强调，要备料。'],
  ])('%s%s', (before, name, said) => {
    expect(speakerOf(`${before}\n会议通报了雨情。\n${said}`)).toBe(name);
  });

  it.each([
    ['县长热线、市民信箱同步开通。', '市民信箱要求，要备料。'],
    ['举办站长培训、技术比武。', '培训专家要求，要备料。'],
    ['副总经理满意。', '满意度强调，要备料。'],
    ['镇长何苗、镇机关干部职工，参加劳动。', '机关干部职工要求，要备料。'],
  ])('names nobody in %s%s', (before, said) => {
    const name = speakerOf(`${before}\n${said}`);
    expect(['热线', '市民信箱', '培训', '满意', '机关干部职工']).not.toContain(name);
  });
});
