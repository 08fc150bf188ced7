import { HAN } from '../../../chinese/patterns.ts';
import { NAME, NAME_BEGINNINGS, TITLE_END } from '../../../chinese/people.ts';
import { withoutAdverbs } from '../../lexicon/speech.ts';
import type { Span } from '../../schema.ts';
import { OFFICE_END, TITLE_ENDS, UNITS } from './characters.ts';
import { cannotBeName } from './notNames.ts';
import type { FoundName } from './person.ts';
import { matchesAt, type Places } from './places.ts';
import {
  isOfMany,
  isTitleAt,
  LONGEST_TITLE_END,
  TITLE_AT_END,
  titleBefore,
  withoutPosture,
} from './titles.ts';

/**
 * A name of two characters and a title, if they are all the words before a verb of speech: 门轩主任 in 门轩主任要求 (Director
 * Men Xuan demands). Other titles, such as 局长 (director) and 镇长 (head of a town), are left out. The two characters
 * before them may name an office or a place: 青山镇长 (head of Qingshan).
 */
const BEFORE_TITLE_ALONE = new RegExp(`^([${HAN}]{2})(副?(?:主任|书记|董事长|总经理|主席|会长|秘书长))$`);

/**
 * A name directly after the title of an office and before what an official does: 检察长乜淑娴主持, 镇长哈文斌就…. Group 1 is the
 * name. Group 2 is a stop or 前往, which can also follow words that are no name.
 */
const IN_OFFICE = new RegExp(
  `(?<=${OFFICE_END})(?<!指挥(?=长))([${HAN}]{2,3}|[${HAN}]{4,6}?|[${HAN}]{2,5}·[${HAN}]{2,5})(?=主持|出席|讲话|(?:在讲话|在会上|在主持)|[作做](?:了|工作|总结|动员|讲话|具体)|就[^，。；\\n]{2,30}(?:作|提|进行|讲|安排|部署)|率队|带[队领]|到会|连夜|轻[车装]简[从行]|深入|来到|[来到赴]我[省市州县区旗镇乡校院局]|莅临|赴|开门见山|最后|随后|逐[项条一]|当[场即]|一行|先后|听[取完罢]|[踩冒顶背扛拎挎踏]着|走[进到]|用一|及全体|宣读|通报|传达|参加(?:会议|调研)|([，、；。]|前往))`,
  'y',
);

/** The next person of an enumeration, with title and name, after the comma that follows a name: ，副县长廖秋娥. */
const NEXT_PERSON = new RegExp(`^[，、；][${HAN}、]{0,20}?${TITLE_END}${NAME}`);

/** An adverb at the end of words that look like a name: 逐条 (point by point) in 郜宏伟逐条. */
const ADVERB_AT_END = /(?<=..)(?:逐[条一项]|一一|详细|认真|现场|当场|随后|分别|再次)$/;

const BEGINS_NAME = new Set(NAME_BEGINNINGS);

/** What an official does, after the name at the beginning of a sentence: 作动员报告, 在总结时. */
const DOES = /^(?:作|做|在|就|对|还|边|一边|从|听取|查看|察看|详细|随后|首先|最后|回顾|主持|指出|强调|要求)/;

/** The party organisation with which a title may begin: 党委 (party committee) in 党委书记 (its secretary). */
const PARTY = /^党(?:委|组|工委|支部|总支)/;

/**
 * Whether a sentence of the text begins with these words, directly followed by a title or by what an official does:
 * 尔古拉达局长, 尔古拉达就.
 */
function opensSentence(text: string, words: string): boolean {
  if (words.includes('会议')) return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const behind = at + words.length;
    if (!/[。\n]/.test(text[at - 1] ?? '\n')) continue;
    if (DOES.test(text.slice(behind, behind + 2))) return true;
    // Two characters before a title are more often a noun: 培训 (training) in 培训专家 (training expert).
    const office = PARTY.exec(text.slice(behind, behind + 3))?.[0].length ?? 0;
    if (words.length > 2 && isTitleAt(text, behind + office)) return true;
  }
  return false;
}

/** Words before a colon at the beginning of a line, which may name the next speaker in a conversation: 李平：. */
const TURN = new RegExp(` {0,4}([${HAN}·]{2,9})：`, 'y');

/** The greatest number of names without a known surname that are sought in a text. The limit saves time. */
const MOST_UNLISTED = 12;

/** The greatest number of possible names that are sought again in the whole text. The limit saves time. */
const MOST_TRIES = 24;

/** What an official does before speaking, directly after the name: 听完汇报后 (after hearing the report) in 哈斯巴根听完汇报后说. */
const DOES_FIRST =
  /一(?:开[场口头]|上来|落座|坐下|进[门村场]|见面|下车)|听[完取罢了]|看[完了罢过]|查看|察看|了解|得知|走[进访到]|来到|翻[看开完]|通报|传达|宣读|分析|边[看走听]/g;

/** Cuts off what an official does before speaking. A name of two to six characters must stand before it. */
function withoutDeed(words: string): string {
  DOES_FIRST.lastIndex = 2;
  const at = DOES_FIRST.exec(words)?.index;
  return at !== undefined && at <= 6 ? words.slice(0, at) : words;
}

/**
 * Cuts off the words between the speaker and the verb that name those who are addressed, or the matter: 对有关学校 (to the
 * schools), 就清淤工作 (on dredging). These must have 2 to 14 characters after 对 or 就. Before 对 or 就, at least two
 * characters must be left for a name.
 */
function withoutAddressees(words: string): string {
  const at = Math.max(words.lastIndexOf('对'), words.lastIndexOf('就'));
  const length = words.length - at - 1;
  return at >= SHORTEST_NAME && length >= 2 && length <= 14 ? words.slice(0, at) : words;
}

/** The form of address after a name: 同志 (comrade) in 政治委员海波同志严肃指出. */
const COMRADE = ['同志'];

/**
 * What an official does, at the end of words before a verb of speech: 主持 (chairs) in 石玉主持并要求 (Shi Yu chairs and
 * demands).
 */
const DEEDS = ['总结', '讲话', '发言', '主持', '出席', '参加', '参会', '到会', '带队', '率队'];

/**
 * Removes a word of two characters from the end of words, if a name can stand before it. Also removes the verb of 作总结 and
 * 做讲话.
 */
const withoutEnd = (words: string, ends: string[]): string =>
  words.length >= 4 && ends.includes(words.slice(-2))
    ? words.slice(0, -2).replace(/(?<=..)[作做]$/, '')
    : words;

/** The least and the greatest length of a name whose surname our tables lack, in UTF-16 units. */
const [SHORTEST_NAME, LONGEST_NAME] = [2, 9];

/**
 * Returns the words after the last title of `words` that a name can follow: 海波 in 政治委员海波. Returns all words where
 * there is none. Looks for the last character of a title first, because a pattern would try every title everywhere.
 */
function behindTitle(words: string): string {
  for (let at = words.length - SHORTEST_NAME; at > 0 && words.length - at <= LONGEST_NAME; at--)
    if (
      UNITS[words.charCodeAt(at - 1)]! & TITLE_ENDS &&
      TITLE_AT_END.test(words.slice(Math.max(0, at - LONGEST_TITLE_END), at))
    )
      return words.slice(at);
  return words;
}

/**
 * Finds names that begin with no listed surname: 苌永欣, 旦增罗布, 哈斯巴根. Words count as a name if they stand where a person
 * speaks or acts and also, there or elsewhere, directly after a title. A few titles may also follow the name: 门轩主任.
 */
export function namesWithUnknownSurname(text: string, places: Places): FoundName[] {
  const words = new Set<string>();
  const beforeTitle: FoundName[] = [];
  for (const match of places.beforeSpeech) {
    const titled = nameBeforeTitle(text, match);
    if (titled) {
      beforeTitle.push(titled);
      continue;
    }
    if (words.size >= MOST_UNLISTED) break;
    const before = withoutDeed(withoutAddressees(text.slice(match.start, match.end)));
    const named = withoutDeed(behindTitle(withoutEnd(withoutAdverbs(before), COMRADE)));
    const own = withoutEnd(named, DEEDS);
    const name = withoutPosture(own, text[match.end] ?? '');
    if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME || (name.length > 6 && !name.includes('·')))
      continue;
    if (!cannotBeName(name)) words.add(name);
  }
  addNamesInOffice(text, places, words);
  return words.size ? [...beforeTitle, ...namesBehindTitles(text, words)] : beforeTitle;
}

/** Finds the name in words that consist of a name and a title: 门轩主任. Returns null for other words. */
function nameBeforeTitle(text: string, whole: Span): FoundName | null {
  const [, name, title] = BEFORE_TITLE_ALONE.exec(text.slice(whole.start, whole.end)) ?? [];
  if (!name || cannotBeName(name)) return null;
  const titleAt = { start: whole.start + name.length, end: whole.end };
  return { name, title: title!, at: whole.start, titleAt, whole };
}

/**
 * Adds to `words` the names between the title of an office and its action, and those before a colon in a conversation.
 */
function addNamesInOffice(text: string, { atLine, behindOffice }: Places, words: Set<string>): void {
  let tries = 0;
  for (const match of [...matchesAt(text, behindOffice, IN_OFFICE), ...matchesAt(text, atLine, TURN)]) {
    if (words.size >= MOST_UNLISTED) break;
    // In 郜宏伟逐条宣读 (Gao Hongwei read out point by point) an adverb stands between name and verb.
    const name = match[1]!.replace(ADVERB_AT_END, '');
    // Before a comma, words after a title are a name only with a further sign: they also begin a sentence about that
    // person, or the next person of the same enumeration follows.
    if (match[2] && (BEGINS_NAME.has(name[0]!) || tries++ >= MOST_TRIES)) continue;
    const end = match.index + match[1]!.length;
    if (match[2] && !opensSentence(text, name) && !NEXT_PERSON.test(text.slice(end, end + 32))) continue;
    if (!cannotBeName(name)) words.add(name);
  }
}

/** Finds all places at which one of these words stands directly after a title. */
function namesBehindTitles(text: string, words: Set<string>): FoundName[] {
  const found = new Map<number, FoundName>();
  for (const name of [...words].sort((a, b) => b.length - a.length))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      // Where two names begin at the same place, the longer one is meant.
      if (found.has(at) || !TITLE_AT_END.test(text.slice(Math.max(0, at - LONGEST_TITLE_END), at))) continue;
      const start = titleBefore(text, at);
      const title = text.slice(start, at);
      if (isOfMany(title)) continue;
      const whole = { start, end: at + name.length };
      found.set(at, { name, title, at, titleAt: { start, end: at }, whole });
    }
  return [...found.values()];
}
