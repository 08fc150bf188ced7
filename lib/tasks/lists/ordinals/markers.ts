import { numeral } from '../../../chinese/numerals.ts';
import { BODY_END, UNIT_END } from '../../../chinese/organisations.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import type { Span } from '../../schema.ts';

/** The marker of an item in running text. */
export type Marker = {
  /** The marker as written, without its comma: 一要, 二是, 第三, ①. */
  words: Span;
  /** The offset at which the item's own words begin. */
  start: number;
  /** The number of the marker: 2 for 二是. Infinite for 最后, which can follow any other. */
  rank: number;
  /** The kind of marker. All markers of a list are of one family, but the first four families can mix: 一要…二是…. */
  family: 'want' | 'is' | 'nth' | 'sequence' | 'deed' | 'side' | 'digit' | 'circle' | 'bracket';
  /** The verb in a marker of the family `deed`: 抓 (see to) in 一抓. All markers of the list repeat it. */
  deed: string | null;
  /** Whether the marker is the first thing on its line. */
  opensLine: boolean;
};

type Kind = {
  family: Marker['family'];
  pattern: RegExp;
  rank: (words: string) => number | null;
  /** Matches the first marker of a list of this kind. A text without such a marker is not searched further. */
  first: RegExp;
};

/** A Chinese numeral of one character. */
const C = '[一二三四五六七八九十]';

/**
 * What may stand before a marker: the beginning of a line, a stop, a comma, a colon, or the verb that announces the
 * list.
 */
const PLACE = /(?:^|[，。；：:！？、“”）\s]|强调|指出|要求|提出|部署|就是|做到|方面|必须)$/;

/** A verb and those whom the order addresses, after which the first marker may stand: 要求各科室一是…；二是…. */
const BEHIND_VERB = /(?:要求|强调|指出|提出|安排|部署)[^，。；：\n]{1,14}$/;

/** Those who must act, after whom the first marker may stand: 下一步，各级财政部门一要…；二要…. */
const BEHIND_ADDRESSEES = new RegExp(
  `(?:^|[，。；：\\n])(?:各|全[市县区省州校])[^，。；：\\n]{1,16}(?:${BODY_END}|${UNIT_END})$`,
);

/**
 * Whether a marker with the number `rank` may stand at an offset, by the words before it. A first marker may also
 * follow an addressee: 要求各科室一是….
 */
function mayStand(text: string, place: number, rank: number): boolean {
  if (PLACE.test(text.slice(Math.max(0, place - 2), place))) return true;
  if (rank !== 1) return false;
  const before = text.slice(Math.max(0, place - 24), place);
  return BEHIND_VERB.test(before.slice(-18)) || BEHIND_ADDRESSEES.test(before);
}

/** Verbs that a list may repeat after each numeral: 一抓设备，…；二抓人员，…. */
const DEEDS = '抓问查看盯防守治促建补强保控管比讲听严破立谋联督清稳扩优提增减改创学';

/** The markers of the family `sequence`, in their order. Others, such as 再有, count as the third. */
const SEQUENCE = ['首先', '其次', '再次'];

/** The markers of the family `sequence` that close a list. */
const LAST = ['最后'];

/** The first marker of a list whose markers can mix: 一要, 一是, 第一, 首先. */
const FIRST_OF_MIXED = /一[要是、，]|一[条件]是|[第头其]一|首先|：一[\u4e00-\u9fff]{1,3}[上中]/;

/**
 * The kinds of marker in running text. The comment above each kind gives examples: after `✓` stands a text that begins
 * a list of that kind.
 */
export const KINDS: readonly Kind[] = [
  {
    family: 'want',
    // ✓ 一要抓早；二要抓小。
    // ✓ 一要求真务实；二要求新求变。
    pattern: new RegExp(`${C}{1,2}要(?!求(?![真实新变精快])|[点素闻领害])`, 'g'),
    first: FIRST_OF_MIXED,
    rank: (words) => numeral(words.slice(0, -1)),
  },
  {
    family: 'is',
    // ✓ 一是排查隐患，二是限期整改。
    // ✓ 一条是要排查隐患，二条是要限期整改。
    pattern: new RegExp(`${C}{1,2}[条件]?是(?!否)`, 'g'),
    first: FIRST_OF_MIXED,
    rank: (words) => numeral(words.replace(/[条件]?是$/, '')),
  },
  {
    family: 'nth',
    // ✓ 第一，思想要统一。第二，行动要迅速。
    // ✓ 其一，补齐短板；其二，锻造长板。
    // ✓ 第一件事，要稳住粮价；第二件事，要办好食堂。
    // ✓ 第一条，要备足沙袋；第二条，要轮流巡堤。
    // ✓ 第一件，是不留死角；第二件，是不走过场。
    // ✓ 头一条，水泵要试机；第二条，闸口要有人。
    // ✓ 第一张牌，打好基础牌；第二张牌，打好宣传牌。
    // ✓ 第一把火，要烧旺；第二把火，要烧稳。
    // ✓ 第一句话，守好闸口；第二句话，看好泵房。
    // ✓ 第一个作业，进村走访；第二个作业，写好台账。
    // ✓ 一、压实责任；二、加强督导。
    // ✓ ：一，压实责任；二，加强督导。
    // ✓ 要做到：一思想上要重视；二行动上要跟上。
    // ✗ 一、二、三产融合
    // ✗ 要看到：一带一路要稳步推进；二十国集团峰会要开好。
    pattern: new RegExp(
      `[第头]${C}{1,2}(?:(?:[件桩]事?情?|方面|项(?:任务|工作|要求|措施)|[步点条项招关个类]|[张把场道本笔块句个件桩](?!阶段|原因|理由|月)[\\u4e00-\\u9fff]{1,2})?[，、：]|(?:[件桩]事?情?|[条项点]|[张把场道本笔块][\\u4e00-\\u9fff])?(?:要(?!求)|是(?!否)))|其${C}[，是：]|${C}{1,2}、(?!${C})|${C}，(?<=[：；。\\n]${C}，)|${C}(?<=[：；]${C})(?=[\\u4e00-\\u9fff]{1,3}[上中])`,
      'g',
    ),
    first: FIRST_OF_MIXED,
    rank: (words) => numeral(words.replace(/[^一二三四五六七八九十]/g, '')),
  },
  {
    family: 'sequence',
    // ✓ 首先，要摸清底数。其次，要建好台账。最后，要逐一销号。
    // ✓ 首先是摸清底数。其次是建好台账。再有是要逐一销号。
    // ✓ 首先把底数摸清；其次把台账建好；最后将问题逐一销号。
    pattern: /(?:首先|其次|再次|再有|再者|最后)(?:，|要(?!求)|是(?!否)|(?=[把将](?!来|要|在|会)))/g,
    first: FIRST_OF_MIXED,
    rank: (words) => {
      const word = words.slice(0, 2);
      return LAST.includes(word) ? Number.POSITIVE_INFINITY : SEQUENCE.indexOf(word) + 1 || SEQUENCE.length;
    },
  },
  {
    family: 'deed',
    // ✓ 一查隐患，各站要逐处登记；二查台账，缺项必须补齐。
    pattern: new RegExp(`${C}[${DEEDS}]`, 'g'),
    first: new RegExp(`一[${DEEDS}]`),
    rank: (words) => numeral(words[0]!),
  },
  {
    family: 'side',
    // ✓ 一方面，要管住源头；另一方面，要疏通末端。
    pattern: /(?:一|另一)方面(?:，|(?=要(?!求)))/g,
    first: /一方面/,
    rank: (words) => (words.startsWith('另') ? 2 : 1),
  },
  {
    family: 'digit',
    // ✓ 会议要求：1.严把入口关；2.严把过程关。
    // ✓ 1、摸清底数；2、分类处置。
    // ✓ 会议要求：1、8月10日前报送名单。2、8月20日前报送方案。
    pattern: /(\d{1,2})(?:[.、](?!\d)|、(?=\d{1,2}[月日])|）)/g,
    first: /1[.、）]/,
    rank: (words) => numeral(words.replace(/\D/g, '')),
  },
  {
    family: 'circle',
    // ✓ ①清理河面；②清理河岸。
    pattern: /[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]/g,
    first: /①/,
    rank: numeral,
  },
  {
    family: 'bracket',
    // ✓ 要求：（一）严格值守；（二）及时上报。
    // ✓ 要求：一）严格值守；二）及时上报。
    pattern: new RegExp(`（?(?<![\\u4e00-\\u9fff\\d])(${C}{1,3})）|（(\\d{1,2})）`, 'g'),
    first: /（?(?:一|（0?1)）/,
    rank: (words) => numeral(words.replace(/[（）]/g, '')),
  },
];

/** Whether at most a few blanks and a quotation mark stand between an offset and the beginning of its line. */
function opensLine(text: string, place: number): boolean {
  let i = place;
  if (text[i - 1] === '“') i--;
  while (i > 0 && place - i < 8 && text[i - 1] === ' ') i--;
  return i === 0 || text[i - 1] === '\n';
}

/**
 * Every first marker of a list matches this pattern. So a text without markers is searched only once, and not once for
 * each kind.
 */
const MAY_BEGIN = new RegExp(
  `一[要是、，）${DEEDS}]|一[条件]是|一方面|[第头]一|首先|其一|：一|1[.、）]|①|（[\\d一]`,
);

/**
 * Finds the markers of a folded text (see `fold`), in order. Skips a kind whose first marker the text lacks. Takes
 * linear time, because each pattern is tried once at each place.
 */
export function markersOf(text: string): Marker[] {
  const found: Marker[] = [];
  if (!MAY_BEGIN.test(text)) return found;
  const isMixed = FIRST_OF_MIXED.test(text);
  for (const { family, pattern, rank, first } of KINDS)
    for (const match of (first === FIRST_OF_MIXED ? isMixed : first.test(text))
      ? matchesIn(text, pattern)
      : []) {
      // The punctuation after a marker does not belong to it (第二、), except in 一、 and 1、.
      const words = match[0].replace(/^([第头其].+)、$|[，：]$/, '$1');
      const place = rank(words);
      if (place === null || place < 1) continue;
      if (family !== 'circle' && !mayStand(text, match.index, place)) continue;
      found.push({
        words: { start: match.index, end: match.index + words.length },
        start: match.index + match[0].length,
        rank: place,
        family,
        deed: family === 'deed' ? words.at(-1)! : null,
        opensLine: opensLine(text, match.index),
      });
    }
  return found.sort((a, b) => a.words.start - b.words.start);
}
