import { HAN, matchesIn } from '../../../chinese/patterns.ts';
import { AFTER_NAME, HAN_NAME, isNoName, NAME, TITLE_END } from '../../../chinese/people.ts';
import { COMMON_SURNAMES, OTHER_SURNAMES } from '../../../chinese/surnames.ts';
import { BEFORE_END, UNITS } from './characters.ts';
import { cannotBeName } from './notNames.ts';
import type { FoundName } from './person.ts';
import { matchesAt, type Places } from './places.ts';
import {
  isOfMany,
  isTitleAt,
  isTitleBehind,
  LONGEST_TITLE_END,
  TITLE_AT_END,
  titleBefore,
  withoutPosture,
} from './titles.ts';

/**
 * Words with which a report continues after a name, besides those of `AFTER_NAME`: manners of speaking, such as 反复, and
 * movements, such as 走进. A rank such as 教授 can follow the name, too.
 */
const GOES_ON =
  '没|上了|(?:反复|再三|语气|语重|掷地|郑重|严肃|开宗|动情|深情|一针|一边|谈到|谈道|提到|告诫|叮咛|责成|责令|坦言|不时|连连|逐[条项个]|态度|神情|快步|径直|走进|走出|来到|抵达|合上|举起|开出|指着|教授|院士|博士|研究员|一[锤句番]|夜查|[叫喊]来|叫上|连线|乘[车船]|登上|沿着|冒[雨雪着]|顶着|步行|驱车|徒步|握着|坐在|站在|蹲在|俯身|弯腰|查[看阅]|抽查|巡查|对照|面对|看到|得知|看着|望着|随机|分组|率先|强烈关注|高度关注|宣布|签[署发]|拿起|打开|环顾)';

/** A name after a title: 副区长陈明强调, 市长陈明没有. Group 2 is the name. */
// The optional group captures, although no code reads it: otherwise the RegExp engine would compile what follows twice
// (see patterns.ts).
const BEHIND_TITLE = new RegExp(`( )?(${NAME})(?:${AFTER_NAME}|(?=${GOES_ON}))`, 'y');

/**
 * A name after a title, if a later sentence begins with the same name: 主任何汉翔端起饭盒，…。何汉翔问…. Only the
 * commonest surnames are accepted, because the pattern does not check the word after the name.
 */
const RECURRING = new RegExp(`( )?([${COMMON_SURNAMES}][${HAN}]{2})(?=[^]{1,400}?[。”\\n]\\2)`, 'y');

/**
 * A name of four to six characters after a title and before a stop, if a later sentence begins with the same name: 苏木达马海吉木，
 * …。马海吉木就…. Names of many ethnic groups begin with a character that is also a surname.
 */
const RECURRING_WHOLE = new RegExp(`( )?([${HAN}]{4,6})(?=[，、。；][^]{1,400}?[。”\\n]\\2)`, 'y');

/**
 * A name of three characters after a title, where the next sentence begins with 他 or 她 and a verb of speech: 副局长何汉翔语气严肃。
 * 他要求….
 */
const MEANT_BY_HE = new RegExp(
  `( )?([${COMMON_SURNAMES}${OTHER_SURNAMES}][${HAN}]{2})(?=[${HAN}]{2,16}[。，“][^。\\n]{0,40}[他她](?:[还又再接]着?)?(?:强调|要求|指出|提出|叮嘱|说|[就对][^。\\n]{2,30}(?:提|讲|要求|说)))`,
  'y',
);

/** A verb or preposition after a title, whose first character is also a surname: 代表支部, 向消防员表示. */
const ACTS_FOR = /^(?:代表|向[^，。；]{2,12}(?:表示|致以|致敬|介绍|汇报|颁|询问))/;

/** Further names that share the title of the first: 、刘国中、王小洪. */
const FURTHER = new RegExp(
  `、(${NAME})(?=[、，。；（]|$|和(?=[\\u4e00-\\u9fff]{2})|等|出席|参加|陪同|参会|列席)`,
  'y',
);

/** Matches the name that begins at an offset after a title. Group 2 is the name. */
function nameAt(text: string, place: number): RegExpExecArray | null {
  for (const pattern of [BEHIND_TITLE, RECURRING_WHOLE, RECURRING, MEANT_BY_HE]) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match || (pattern === RECURRING_WHOLE && cannotBeName(match[2]!))) continue;
    // In 主任何汉教授 (Director, Professor He Han) the name is 何汉, because a title follows it.
    if (pattern !== BEHIND_TITLE && isTitleAt(text, place + match[0].length - 1)) continue;
    if (pattern === MEANT_BY_HE && ACTS_FOR.test(text.slice(place, place + 16))) continue;
    return match;
  }
  return null;
}

/** Verbs of speech directly after the subject of a sentence. */
const SPEAKS = ['强调，', '指出，', '要求，', '说，', '强调：', '指出：', '要求：', '说：'];

/**
 * Whether a sentence has these words as the subject of a verb of speech. An ordinary word such as 卓越 (excellent) can
 * then be a name, where a title stands before it.
 */
const speaksLater = (text: string, words: string): boolean =>
  SPEAKS.some((verb) => ['\n', '。'].some((stop) => text.includes(stop + words + verb)));

/** Finds the names after titles: 副区长陈明, and 国务院副总理张国、刘中和 with one title. */
function namesBehindTitles(text: string, { behindTitle }: Places): FoundName[] {
  const found: FoundName[] = [];
  let reached = 0;
  for (const titleEnd of behindTitle) {
    if ((UNITS[text.charCodeAt(Math.max(0, titleEnd - 2))]! & BEFORE_END) === 0) continue;
    const word = text.slice(Math.max(reached, titleEnd - LONGEST_TITLE_END), titleEnd);
    // In 委员长孙某 the title is 委员长 (chairman), not 委员 (member).
    if (!TITLE_AT_END.test(word) || (text[titleEnd] === '长' && /(?:委员|指挥)$/.test(word))) continue;
    const match = nameAt(text, titleEnd);
    if (!match) continue;
    const name = withoutPosture(match[2]!, text[titleEnd + match[0].length] ?? '');
    reached = titleEnd + match[0].length - (match[2]!.length - name.length);
    if (word.endsWith('同志') || (isNoName(name) && !speaksLater(text, name))) continue;
    // A blank may separate title and name: 局长 李平.
    const end = reached;
    const at = end - name.length;
    const start = titleBefore(text, titleEnd);
    const title = text.slice(start, titleEnd);
    // 组织领导 (leadership) and 人大代表 (deputy) are no titles of a speaker, but 区领导 (district leader) and 分管领导 (leader in
    // charge) are.
    if (/(?:^|[^市县区省州镇乡校院局厅部委管要])领导$|^代表$/.test(title) || isOfMany(title)) continue;
    const first = { name, title, at, titleAt: { start, end: titleEnd }, whole: { start, end } };
    found.push(first, ...furtherNames(text, end, first));
  }
  return found;
}

/** Finds the further names that share the title of a first name: 刘中和 in 国务院副总理张国、刘中和. */
function furtherNames(text: string, end: number, { title, titleAt }: FoundName): FoundName[] {
  const found: FoundName[] = [];
  FURTHER.lastIndex = end;
  while (text[FURTHER.lastIndex] === '、') {
    const match = FURTHER.exec(text);
    if (!match) break;
    const name = match[1]!;
    if (isNoName(name)) break;
    const at = match.index + '、'.length;
    found.push({ name, title, at, titleAt, whole: { start: at, end: at + name.length } });
  }
  return found;
}

/** The last character of an office's or a place's name, with which no name of a person ends. */
const ENDS_OFFICE = /[副总站局所院校司厂村镇县市区部处科室馆社会园台团队委支]$/;

/**
 * A name with a title after it: 何汉翔院长 (Dean He Hanxiang), 刘东同志 (Comrade Liu Dong). After the title, no name may
 * follow, because the title would belong to that name. 强调 (stress) and 安排 (arrange) are verbs there, although 强 and 安
 * are surnames. Groups 1 and 2 are name and title.
 */
const TITLE_BEHIND = new RegExp(
  `(?<=^|[，。、；：\\n“”\\s]|由|后|上|在|时|对|向|听取|[日午])(${HAN_NAME})((副)?${TITLE_END})(?!(?!强调|明确|安排)${NAME}(?:[，。]|强调|主持))`,
  'my',
);

/** Finds the names before titles: 何汉翔院长. */
function namesBeforeTitles(text: string, { atHead }: Places): FoundName[] {
  const found: FoundName[] = [];
  const places = atHead.filter((place) => isTitleBehind(text, place));
  for (const match of matchesAt(text, places, TITLE_BEHIND)) {
    const { 1: name, 2: title, index: at } = match;
    // 农技站站长 (station head) and 党工委书记 (party secretary) are titles without a name. In 钟毓代表市政府, 代表 (speak for) is a
    // verb.
    if (isNoName(name!) || ENDS_OFFICE.test(name!) || title === '代表') continue;
    const whole = { start: at, end: at + match[0].length };
    const own =
      title === '同志'
        ? { title: null, titleAt: null }
        : { title: title!, titleAt: { start: at + name!.length, end: whole.end } };
    found.push({ name: name!, ...own, at, whole });
  }
  return found;
}

/**
 * A name between an organisation and a title: 县水务局李平副局长主持. Only the commonest surnames are accepted, and only with
 * words of a report after the title. Heads of places are left out, because 柳林镇长 has the name of a place.
 */
const AMID_OFFICE = new RegExp(
  `[局厅委办部处科院校会署司组队站所心团室镇乡村县市区道行社]([${COMMON_SURNAMES}][${HAN}]{1,2}?)(副?(?:书记|主任|主席|局长|厅长|处长|科长|部长|院长|校长|会长|站长|所长|队长|组长|经理|总经理|董事长|行长|教授))(?=[，、。]|主持|在(?!职)|就|对|从|围绕|结合|强调|要求|指出|作|做|讲话|首先|最后|传达|带队|率|出席|参加|一行|宣读|通报|总结|到会|表示|提出|先|分别|介绍|汇报|[和等及与])`,
  'g',
);
/**
 * Further endings of words that are no names. They are refused only between an organisation and a title, where no
 * beginning of a clause shows that a name begins.
 */
const ENDS_AMID_OFFICE = /[办组联心门职级任]$|^.[事总业务]$/;

/** Finds the names between an organisation and a title: 县水务局李平副局长. */
function namesAmidOffices(text: string): FoundName[] {
  return matchesIn(text, AMID_OFFICE).flatMap(({ 1: name, 2: title, index }) => {
    const at = index + 1;
    if (isNoName(name!) || ENDS_OFFICE.test(name!) || ENDS_AMID_OFFICE.test(name!) || cannotBeName(name!))
      return [];
    const end = at + name!.length;
    const whole = { start: at, end: end + title!.length };
    return [{ name: name!, title: title!, at, titleAt: { start: end, end: whole.end }, whole }];
  });
}

/** A name without a title, at the beginning of a clause and before a verb of speech: 安士伟作总结讲话, 王海强调. */
const BARE = new RegExp(
  `(?<=^|[，。；：\\n”\\s])(${HAN_NAME})(?=(还|并|又|也)?(在[^，。；]{0,20}[时上中]|就[^，。；]{2,40}|对[^，。；]{2,40}|最后|同时|代表[^，。；]{2,16})?(?:强调|指出|要求|表示[，：]|说道?[，：]|[谈讲提][到道]|[提讲谈]了[几一两三四五]|安排[：，]|叮嘱|提出[^，。；]{0,12}(?:要求|意见)|主持(?:会议|召开)|首先|充分肯定|高度评价|总结|传达|通报|介绍|回顾|分析|针对|围绕|结合[^，。；]{2,16}(?:强调|指出|要求|提出|谈)|听取|出席(?:会议|并)|作(?:了)?[^，。；]{0,8}讲话|作出[^，。；]{0,6}(?:指示|批示|部署)|讲话))`,
  'my',
);

/**
 * Three characters that end with a preposition or the like, which is no part of the name: 左岸在 in 左岸在总结时说 (Zuo An, in
 * summing up, said).
 */
const PREPOSITION_AT_END = /^..[在就对还也并又最是将要均从由为等向到和与再说的]$/;

/** Finds the names without titles before verbs of speech: 王海强调. */
function namesBeforeSpeech(text: string, { atHead }: Places): FoundName[] {
  const found: FoundName[] = [];
  for (const { 1: name, index: at } of matchesAt(text, atHead, BARE)) {
    // Skips what is no full name: 崔镇长 is a surname and a title.
    if (isNoName(name!) || TITLE_AT_END.test(name!) || PREPOSITION_AT_END.test(name!)) continue;
    found.push({
      name: name!,
      title: null,
      at,
      titleAt: null,
      whole: { start: at, end: at + name!.length },
    });
  }
  return found;
}

/** Finds the names that begin with a listed surname, unsorted. */
export const namesWithKnownSurname = (text: string, places: Places): FoundName[] => [
  ...namesBehindTitles(text, places),
  ...namesBeforeTitles(text, places),
  ...namesAmidOffices(text),
  ...namesBeforeSpeech(text, places),
];
