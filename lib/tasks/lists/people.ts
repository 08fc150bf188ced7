import { BODY_END } from '../../chinese/organisations.ts';
import { HAN } from '../../chinese/patterns.ts';
import { AFTER_NAME, HAN_NAME, isNoName, NAME, NAME_BEGINNINGS, TITLE_END } from '../../chinese/people.ts';
import type { Span, Speaker } from '../schema.ts';

/** A name after a title. Group 2 is the name. */
// The optional group captures, although no code reads it: otherwise the RegExp engine would compile what follows twice
// (see patterns.ts).
const BEHIND_TITLE = new RegExp(`( )?(${NAME})${AFTER_NAME}`, 'y');
/** Further names that share the title of the first: 、刘国中、王小洪. */
const FURTHER = new RegExp(
  `、(${NAME})(?=[、，。；（]|$|和(?=[\\u4e00-\\u9fff]{2})|等|出席|参加|陪同|参会|列席)`,
  'y',
);
/** A title after the name: 何汉翔院长, 刘东同志. */
const TITLE_BEHIND = new RegExp(
  `(?<=^|[，。、；：\\n“”\\s]|由|后|上|在|时|对|向|听取|[日午])(${HAN_NAME})(副?${TITLE_END})(?!${NAME}(?:[，。]|强调|主持))`,
  'my',
);
/** A name without a title, at the beginning of a clause and before a verb of speech: 安士伟作总结讲话, 王海强调. */
const BARE = new RegExp(
  `(?<=^|[，。；：\\n”\\s])(${HAN_NAME})(?=(还|并|又|也)?(在[^，。；]{0,20}[时上中]|就[^，。；]{2,40}|对[^，。；]{2,40}|最后|同时|代表[^，。；]{2,16})?(?:强调|指出|要求|表示[，：]|说[，：]|安排[：，]|叮嘱|提出[^，。；]{0,12}(?:要求|意见)|主持(?:会议|召开)|首先|充分肯定|高度评价|总结|传达|通报|介绍|回顾|分析|针对|围绕|听取|出席(?:会议|并)|作(?:了)?[^，。；]{0,8}讲话|作出[^，。；]{0,6}(?:指示|批示|部署)|讲话))`,
  'my',
);
type Found = { name: string; title: string | null; at: number; titleAt: Span | null; whole: Span };

/** A speaker, with the places of name and title. The text at these places has the original words. */
export type Person = Speaker & { nameAt: Span | null; titleAt: Span | null };

export type People = {
  /** The people by their names, in the order in which the text first names them. */
  byName: Map<string, Person>;
  /** Every mention of a person, in the order of the text: the span of the name, and the span with its title. */
  mentions: { person: Person; name: Span; whole: Span }[];
};

/** Three characters of which the last is a preposition and no part of the name: 左岸在(总结时说). */
const PREPOSITION_AT_END = /^..[在就对还也并又最是将要均从由为等向到和与再说]$/;
const LONGEST_TITLE = 60;
const TITLE_BOUNDARY = /[，。；：！？\n“”《》\s]/;
const TITLE_AT_END = new RegExp(`${TITLE_END}$`);
/** The length of the longest word of `TITLE_END`, in UTF-16 units. */
const LONGEST_TITLE_END = 6;
/** Words before a title that do not belong to the title: 会上，… 5月6日… 由…. */
const BEFORE_TITLE =
  /^.{0,30}?(?:会上|会后|期间|当天|上午|下午|今日|今天|昨日|日前|近日|\d日|召开|举行|发表|刊发|刊登|记者对|随后|最后|陪同|听取|邀请|传达|学习|会见|根据|(?<!自|理|事)由)(?=[\u4e00-\u9fff]{2})/;
/** Particles and verbs after which a title begins: 主抓防汛的副区长, 任命了新局长. */
const RELATIVE = /^.*(?:的|了|报请|任命|曾是|[一二三四五六七八九十]是)(?=[\u4e00-\u9fff]{2})/;
const PARTICLE =
  /^(?:该[市区县省校院局镇州](?=[\u4e00-\u9fff])|由|在|请|经(?![济开信贸管营发])|受|和(?![平谐田县龙顺静政])|同(?![安江仁心济德里])|与|及|向(?![阳东前明荣])|对(?![外口台])|但|获|为(?!民)|是)(?=[\u4e00-\u9fff]{2})/;

/**
 * Finds the beginning of the title that ends at an offset: the last stop before it. Goes past a 、 only where a title
 * also ends directly before that 、.
 */
function titleBefore(text: string, end: number): number {
  let start = end;
  const least = Math.max(0, end - LONGEST_TITLE);
  for (let i = end - 1; i >= least; i--) {
    const character = text[i]!;
    if (TITLE_BOUNDARY.test(character)) break;
    if (character === '、' && !TITLE_AT_END.test(text.slice(Math.max(0, i - LONGEST_TITLE_END), i))) break;
    start = i;
  }
  for (const lead of [BEFORE_TITLE, RELATIVE, PARTICLE]) {
    const length = lead.exec(text.slice(start, end))?.[0].length ?? 0;
    if (length < end - start - 1) start += length;
  }
  return start;
}

/**
 * A verb of speech, or 在 or 从, with any words between it and the name of the speaker. The words before a match may be a
 * name whose surname our tables lack.
 */
const SPEECH =
  /(?:还|并|又|也|在[^，。；：\n]{1,16}[时中上])?(?:强调|指出|要求|表示|提出|叮嘱|安排|部署|说[，：]|表态|就[^，。；]{2,40}(?:提|讲|要求)|[在从])/y;
/** The characters with which `SPEECH` can begin. */
const SPEECH_BEGINNINGS = '还并又也在强指要表提叮安部说就从';
/** The least and the greatest length of the words before a verb of speech, in UTF-16 units. */
const [SHORTEST_BEFORE, LONGEST_BEFORE] = [2, 24];
/** Words that occur in no name; the next pattern has words with which no name ends. */
const NO_UNLISTED =
  /[的了是要将把会各全与及等对为在作出示]|总书记|政府|部门|单位|小组|中央|文件|通知|意见|方案|领导|听取|汇报|一行|直接/;
const NO_UNLISTED_END = new RegExp(
  `(?:${TITLE_END}|${BODY_END}|[室委办间级会部党副时]|同时|随后|最后|同志|会上|再次|特别|着重|分别|一行|进一步|共同|现场|充分)$`,
);
/**
 * A name before a title that stands alone: 门轩主任要求. Other titles, such as 局长 and 镇长, are left out, because words before
 * them may be the name of an organisation or a place.
 */
const BEFORE_TITLE_ALONE = new RegExp(`^([${HAN}]{2})(副?(?:主任|书记|董事长|总经理|主席|会长|秘书长))$`);
/**
 * A name directly after the title of an office and before what an official does: 检察长乜淑娴主持, 镇长哈文斌就…. Group 1 is the
 * name. Group 2 is a stop or 前往, which can also follow words that are no name.
 */
const IN_OFFICE = new RegExp(
  `(?<=书记|[省市区县镇乡州旗盟局厅处科院校部司所站会检察队河湖林][长]|主任|主席|经理|董事长|专员|召集人|指挥|秘书长|总会计师|总工程师)([${HAN}]{2,3}|[${HAN}]{4,6}|[${HAN}]{2,5}·[${HAN}]{2,5})(?=主持|出席|讲话|(?:在讲话|在会上|在主持)|作(?:了|工作|总结|动员|讲话)|就[^，。；\\n]{2,30}(?:作|提|进行|讲|安排|部署)|率队|带队|连夜|深入|来到|赴|一行|先后|听取|[踩冒顶]着|走[进到]|用一|及全体|宣读|通报|传达|参加(?:会议|调研)|([，、；。]|前往))`,
  'y',
);
const ADVERB_AT_END = /(?<=..)(?:逐[条一项]|一一|详细|认真|现场|当场|随后|分别|再次)$/;
const BEGINS_NAME = new Set(NAME_BEGINNINGS);
/** What an official does, after the name at the beginning of a sentence: 作动员报告, 在总结时. */
const DOES = /^(?:作|在|就|对|还|边|一边|从|听取|查看|察看|详细|随后|首先|最后|回顾|主持|指出|强调|要求)/;
/** Whether a sentence of the text begins with these words, directly followed by what an official does. */
function opensSentence(text: string, words: string): boolean {
  if (words.includes('会议')) return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    if (
      /[。\n]/.test(text[at - 1] ?? '\n') &&
      DOES.test(text.slice(at + words.length, at + words.length + 2))
    )
      return true;
  return false;
}
/** Words before a colon at the beginning of a line, which may name the next speaker in a conversation: 李平：. */
const TURN = new RegExp(` {0,4}([${HAN}·]{2,9})：`, 'y');
/** The greatest number of names without a known surname that are sought in a text. The limit saves time. */
const MOST_UNLISTED = 12;
/** The greatest number of words for which the text is searched a second time. The limit saves time. */
const MOST_TRIES = 24;
const LAST_TITLE = new RegExp(`^.*${TITLE_END}(?=[${HAN}·]{2,9}$)`);

/**
 * Finds names that begin with no surname of our tables: 苌永欣, 旦增罗布, 哈斯巴根. Words count as a name if they stand before a
 * verb of speech and also, there or elsewhere, directly after a title.
 */
function unlisted(text: string, { atLine, behindOffice }: Places): Found[] {
  const words = new Set<string>();
  const before: Found[] = [];
  let tries = 0;
  for (const match of wordsBeforeSpeech(text)) {
    const own = text.slice(match.start, match.end);
    const behind = BEFORE_TITLE_ALONE.exec(own);
    if (
      behind &&
      !NO_UNLISTED.test(behind[1]!) &&
      !NO_UNLISTED_END.test(behind[1]!) &&
      !isNoName(behind[1]!)
    ) {
      const titleAt = { start: match.start + behind[1]!.length, end: match.end };
      before.push({ name: behind[1]!, title: behind[2]!, at: match.start, titleAt, whole: match });
      continue;
    }
    if (words.size >= MOST_UNLISTED) break;
    const name = own.replace(LAST_TITLE, '');
    if (name.length < 2 || name.length > 9 || (name.length > 6 && !name.includes('·'))) continue;
    if (NO_UNLISTED.test(name) || NO_UNLISTED_END.test(name) || isNoName(name)) continue;
    words.add(name);
  }
  for (const match of [...matchesAt(text, behindOffice, IN_OFFICE), ...matchesAt(text, atLine, TURN)]) {
    if (words.size >= MOST_UNLISTED) break;
    // In 郜宏伟逐条宣读 an adverb stands between name and verb.
    const name = match[1]!.replace(ADVERB_AT_END, '');
    // Before a comma, words after a title are a name only where they also begin a sentence about that person.
    if (match[2] && (BEGINS_NAME.has(name[0]!) || tries++ >= MOST_TRIES || !opensSentence(text, name)))
      continue;
    if (!NO_UNLISTED.test(name) && !NO_UNLISTED_END.test(name) && !isNoName(name)) words.add(name);
  }
  if (words.size === 0) return before;
  const found = new Map<number, Found>();
  for (const name of [...words].sort((a, b) => b.length - a.length))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      // Where two names begin at the same place, the longer one is meant.
      if (found.has(at) || !TITLE_AT_END.test(text.slice(Math.max(0, at - LONGEST_TITLE_END), at))) continue;
      const start = titleBefore(text, at);
      const title = text.slice(start, at);
      const whole = { start, end: at + name.length };
      found.set(at, { name, title, at, titleAt: { start, end: at }, whole });
    }
  return [...before, ...found.values()];
}

/**
 * Flags for a code unit: a name can begin with it, a title can end with it, it can stand before a name, it separates
 * clauses, a verb of speech can begin with it, or a title of `IN_OFFICE` can end with it.
 */
const [NAME_BEGINS, TITLE_ENDS, BEFORE_NAME, SEPARATES, SPEECH_BEGINS, OFFICE_ENDS] = [1, 2, 4, 8, 16, 32];
const UNITS = new Uint8Array(0x10000);
const mark = (units: Iterable<string>, sign: number) => {
  for (const unit of units) UNITS[unit.charCodeAt(0)]! |= sign;
};
mark(NAME_BEGINNINGS, NAME_BEGINS);
mark(
  TITLE_END.slice(0, -1)
    .split('|')
    .map((title) => title.at(-1)!),
  TITLE_ENDS,
);
// The code units that the lookbehinds of TITLE_BEHIND and BARE allow before a name.
mark('由后上在时对向取日午', BEFORE_NAME);
mark('，。、；：“”\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', BEFORE_NAME | SEPARATES);
mark('\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a', BEFORE_NAME | SEPARATES);
mark(SPEECH_BEGINNINGS, SPEECH_BEGINS);
mark('记长任席理员人挥师', OFFICE_ENDS);

/** Places of a text at which a name may begin, in UTF-16 units. */
type Places = {
  /** Places after a title of `TITLE_END`. */
  behindTitle: number[];
  /** Places after a title of `IN_OFFICE`, for names whose surname our tables lack. */
  behindOffice: number[];
  /** Beginnings of clauses. */
  atHead: number[];
  /** Beginnings of lines. */
  atLine: number[];
};

/**
 * Finds the places at which a name may begin. The patterns of names are tried only at these places. Otherwise they would
 * try hundreds of surnames at every place of the text.
 */
function placesOfNames(text: string): Places {
  const places: Places = { behindTitle: [], behindOffice: [], atHead: [], atLine: [0] };
  // A name with a dot (·) may begin with any character.
  const hasDot = text.includes('·');
  let before = BEFORE_NAME;
  for (let i = 0; i < text.length; i++) {
    const unit = UNITS[text.charCodeAt(i)]!;
    if (before !== 0) {
      const begins = (unit & NAME_BEGINS) !== 0;
      if (before & TITLE_ENDS && (begins || hasDot || text[i] === ' ')) places.behindTitle.push(i);
      if (before & BEFORE_NAME && begins) places.atHead.push(i);
      if (before & OFFICE_ENDS) places.behindOffice.push(i);
      if (before & SEPARATES && text[i - 1] === '\n') places.atLine.push(i);
    }
    before = unit;
  }
  return places;
}

/** Whether a code unit is one of the characters of `HAN`, or a dot (·). */
const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || code === 0xb7;

/**
 * Finds Han characters at the beginning of a clause, up to the first verb of speech. Tries the verbs only at characters
 * with which a verb can begin, because trying the verbs everywhere would take a tenth of the time of all reading.
 */
function wordsBeforeSpeech(text: string): Span[] {
  const found: Span[] = [];
  let before = SEPARATES;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (before & SEPARATES && isHan(code)) {
      const start = i;
      while (i < text.length && isHan(text.charCodeAt(i))) i++;
      const last = Math.min(i, start + LONGEST_BEFORE);
      for (let end = start + SHORTEST_BEFORE; end <= last; end++) {
        if ((UNITS[text.charCodeAt(end)]! & SPEECH_BEGINS) === 0) continue;
        SPEECH.lastIndex = end;
        if (!SPEECH.test(text)) continue;
        found.push({ start, end });
        break;
      }
    }
    before = UNITS[text.charCodeAt(i)]!;
  }
  return found;
}

/** The first two characters of the titles of `TITLE_END`. */
const TITLE_HEADS: ReadonlySet<string> = new Set(
  TITLE_END.slice('(?:'.length, -1)
    .split('|')
    .map((title) => title.slice(0, 2)),
);

/**
 * Whether a title may begin after a name at this place. Names have two to four characters. Tells most places without
 * `TITLE_BEHIND`, which takes long to compile.
 */
function isTitleBehind(text: string, place: number): boolean {
  for (let end = place + 2; end <= place + 4; end++) {
    const at = text[end] === '副' ? end + 1 : end;
    if (TITLE_HEADS.has(text.slice(at, at + 2))) return true;
  }
  return false;
}

/**
 * Finds the matches of a sticky pattern at the given places of a text. Each match begins after the end of the previous
 * one.
 */
function matchesAt(text: string, places: number[], pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let reached = 0;
  for (const place of places) {
    if (place < reached) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    found.push(match);
    reached = pattern.lastIndex;
  }
  return found;
}

/** Finds the people of a folded text (see `fold`), and every place that names them. Takes linear time. */
export function peopleOf(text: string): People {
  const byName = new Map<string, Person>();
  const found: Found[] = [];
  const places = placesOfNames(text);
  let reached = 0;
  for (const titleEnd of places.behindTitle) {
    const word = text.slice(Math.max(reached, titleEnd - LONGEST_TITLE_END), titleEnd);
    // In 委员长孙某 the title is 委员长, not 委员.
    if (!TITLE_AT_END.test(word) || (text[titleEnd] === '长' && /(?:委员|指挥)$/.test(word))) continue;
    BEHIND_TITLE.lastIndex = titleEnd;
    const match = BEHIND_TITLE.exec(text);
    if (!match) continue;
    const name = match[2]!;
    reached = BEHIND_TITLE.lastIndex;
    if (word.endsWith('同志') || isNoName(name)) continue;
    // A blank may separate title and name: 局长 李平.
    const at = reached - name.length;
    const start = titleBefore(text, titleEnd);
    const title = text.slice(start, titleEnd);
    // 组织领导 and 人大代表 are no titles of a speaker, but 区领导 and 分管领导 are.
    if (/(?:^|[^市县区省州镇乡校院局厅部委管要])领导$|^代表$/.test(title)) continue;
    const titleAt = { start, end: titleEnd };
    found.push({ name, title, at, titleAt, whole: { start, end: at + name.length } });
    FURTHER.lastIndex = at + name.length;
    while (text[FURTHER.lastIndex] === '、') {
      const further = FURTHER.exec(text);
      if (!further) break;
      const own = further[1]!;
      if (isNoName(own)) break;
      found.push({
        name: own,
        title,
        at: further.index + 1,
        titleAt,
        whole: { start: further.index + 1, end: further.index + 1 + own.length },
      });
    }
  }
  const beforeTitle = places.atHead.filter((place) => isTitleBehind(text, place));
  for (const match of matchesAt(text, beforeTitle, TITLE_BEHIND)) {
    const [, name, title] = match;
    // 农技站站长 is a title without a name. In 钟毓代表市政府, 代表 is a verb.
    if (
      isNoName(name!) ||
      /[副总站局所院校司厂村镇县市区部处科室馆社会园台团队]$/.test(name!) ||
      title === '代表'
    )
      continue;
    const whole = { start: match.index, end: match.index + match[0].length };
    found.push({
      name: name!,
      title: title === '同志' ? null : title!,
      at: match.index,
      titleAt: title === '同志' ? null : { start: match.index + name!.length, end: whole.end },
      whole,
    });
  }
  for (const match of matchesAt(text, places.atHead, BARE)) {
    const name = match[1]!;
    // 崔镇长 has a title but no given name.
    if (isNoName(name) || TITLE_AT_END.test(name) || PREPOSITION_AT_END.test(name)) continue;
    found.push({
      name,
      title: null,
      at: match.index,
      titleAt: null,
      whole: { start: match.index, end: match.index + name.length },
    });
  }
  found.push(...unlisted(text, places));
  found.sort((a, b) => a.at - b.at);
  for (const { name, title, at, titleAt } of found) {
    const known = byName.get(name);
    if (!known) byName.set(name, { name, title, nameAt: { start: at, end: at + name.length }, titleAt });
    else if (title && (!known.title || title.length > known.title.length))
      Object.assign(known, { title, titleAt });
  }
  return { byName, mentions: mentionsOf(text, byName, found) };
}

/**
 * Finds every place with one of the known names. Looks names up by their first two characters, so that each place is
 * tried only once.
 */
function mentionsOf(
  text: string,
  byName: Map<string, Person>,
  found: { at: number; whole: Span }[],
): People['mentions'] {
  const wholes = new Map(found.map(({ at, whole }) => [at, whole]));
  const byHead = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const head = name.slice(0, 2);
    byHead.set(
      head,
      [...(byHead.get(head) ?? []), name].sort((a, b) => b.length - a.length),
    );
  }
  const mentions: People['mentions'] = [];
  const surnames = new Set([...byHead.keys()].map((head) => head.charCodeAt(0)));
  if (surnames.size === 0) return mentions;
  for (let i = 0; i < text.length - 1; i++) {
    if (!surnames.has(text.charCodeAt(i))) continue;
    // Tries at most eight names, to limit the time. Few people of a text share surname and next character.
    const name = byHead
      .get(text.slice(i, i + 2))
      ?.slice(0, 8)
      .find((one) => text.startsWith(one, i));
    if (!name) continue;
    const span = { start: i, end: i + name.length };
    mentions.push({ person: byName.get(name)!, name: span, whole: wholes.get(i) ?? span });
    i += name.length - 1;
  }
  return mentions;
}
