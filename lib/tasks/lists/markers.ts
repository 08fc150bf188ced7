import { numeral } from '../../chinese/numerals.ts';
import { matchesIn } from '../rules.ts';
import type { Span, TaskForm } from '../schema.ts';

/** An item's marker in running text. */
export type Marker = {
  /** 一要, 二是, 第三, ①, as it stands there without comma. */
  words: Span;
  /** The first place of the item's own words. */
  start: number;
  rank: number;
  /** Markers of one family belong to one list; the first four mix within one, as speakers do: 一要…二是…. */
  family: 'want' | 'is' | 'nth' | 'sequence' | 'digit' | 'circle' | 'bracket';
  /** True at the beginning of a line. */
  opensLine: boolean;
};

type Kind = { family: Marker['family']; pattern: RegExp; rank: (words: string) => number | null };

const C = '[一二三四五六七八九十]';
/** Where a marker may stand: at the head of a line, behind a stop, comma or colon, or behind the verb that announces it. */
const PLACE = /(?:^|[，。；：:！？、”）\s]|强调|指出|要求|提出|部署|就是|做到|方面|必须)$/;
/** 要求各科室一是…；二是…: the first may stand behind those who are told. */
const TOLD = /(?:要求|强调|指出|提出|安排|部署)[^，。；：\n]{1,14}$/;

function mayStand(text: string, place: number, rank: number): boolean {
  if (PLACE.test(text.slice(Math.max(0, place - 2), place))) return true;
  return rank === 1 && TOLD.test(text.slice(Math.max(0, place - 18), place));
}

const SEQUENCE = ['首先', '其次', '再次'];
const LAST = ['最后'];

/** Each kind of marker in running text. Examples stand above: `✓` with the list that it opens. */
export const KINDS: readonly Kind[] = [
  {
    family: 'want',
    // ✓ 一要抓早；二要抓小。
    pattern: new RegExp(`${C}{1,2}要(?![求点素闻领害])`, 'g'),
    rank: (words) => numeral(words.slice(0, -1)),
  },
  {
    family: 'is',
    // ✓ 一是排查隐患，二是限期整改。
    pattern: new RegExp(`${C}{1,2}是(?!否)`, 'g'),
    rank: (words) => numeral(words.slice(0, -1)),
  },
  {
    family: 'nth',
    // ✓ 第一，思想要统一。第二，行动要迅速。
    // ✓ 其一，补齐短板；其二，锻造长板。
    // ✓ 一、压实责任；二、加强督导。
    // ✗ 一、二、三产融合
    pattern: new RegExp(`第${C}{1,2}(?:[，、：]|要(?!求)|是(?!否))|其${C}[，是：]|${C}{1,2}、(?!${C})`, 'g'),
    rank: (words) => numeral(words.replace(/[^一二三四五六七八九十]/g, '')),
  },
  {
    family: 'sequence',
    // ✓ 首先，要摸清底数。其次，要建好台账。最后，要逐一销号。
    pattern: /(?:首先|其次|再次|最后)(?:，|要(?!求)|是(?!否))/g,
    rank: (words) => {
      const word = words.slice(0, 2);
      return LAST.includes(word) ? Number.POSITIVE_INFINITY : SEQUENCE.indexOf(word) + 1;
    },
  },
  {
    family: 'digit',
    // ✓ 会议要求：1.严把入口关；2.严把过程关。
    // ✓ 1、摸清底数；2、分类处置。
    pattern: /(\d{1,2})(?:[.、](?!\d)|）)/g,
    rank: (words) => numeral(words.replace(/\D/g, '')),
  },
  {
    family: 'circle',
    // ✓ ①清理河面；②清理河岸。
    pattern: /[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]/g,
    rank: numeral,
  },
  {
    family: 'bracket',
    // ✓ 要求：（一）严格值守；（二）及时上报。
    pattern: new RegExp(`（(${C}{1,3}|\\d{1,2})）`, 'g'),
    rank: (words) => numeral(words.replace(/[（）]/g, '')),
  },
];

/** True where only blanks, a few at most, stand between the place and its line's beginning. */
function opensLine(text: string, place: number): boolean {
  let i = place;
  while (i > 0 && place - i < 8 && text[i - 1] === ' ') i--;
  return i === 0 || text[i - 1] === '\n';
}

/** What every marker has, so that a text without is searched once and not for each kind. */
const MAY_MARK = new RegExp(
  `${C}[要是、，：]|首先|其[次${C.slice(1)}|再次|最后|\\d[.、）]|[①-⑳]|（[\\d${C.slice(1)}`,
);

/** All markers of a folded text in its order. Linear: each pattern is tried once at each place. */
export function markersOf(text: string): Marker[] {
  const found: Marker[] = [];
  if (!MAY_MARK.test(text)) return found;
  for (const { family, pattern, rank } of KINDS)
    for (const match of matchesIn(text, pattern)) {
      // 第二、 is 第二; 一、 and 1、 are written with it.
      const words = match[0].replace(/^([第其].+)、$|[，：]$/, '$1');
      const place = rank(words);
      if (place === null || place < 1) continue;
      if (family !== 'circle' && !mayStand(text, match.index, place)) continue;
      found.push({
        words: { start: match.index, end: match.index + words.length },
        start: match.index + match[0].length,
        rank: place,
        family,
        opensLine: opensLine(text, match.index),
      });
    }
  return found.sort((a, b) => a.words.start - b.words.start);
}

/** Markers that count upward from one; two or more. `within` is the run in whose last item this one opened. */
export type Run = { markers: Marker[]; form: TaskForm; within: Run | null };

/** How far two siblings may be apart: a list whose next item comes later has ended. In UTF-16 units. */
const FARTHEST = 4000;
/** Deeper than this no officialese goes. */
const DEEPEST = 4;

const FORM: Record<Marker['family'], TaskForm> = {
  want: 'ordinal',
  is: 'ordinal',
  nth: 'ordinal',
  sequence: 'ordinal',
  digit: 'numbered',
  circle: 'numbered',
  bracket: 'numbered',
};

/**
 * Sorts markers into runs, in one pass with a stack of at most four: a 一是 inside an item of another family opens an
 * inner run, which the outer run's next marker closes. A 一 of the same family opens a new list. Runs between two
 * markers of an outer one are left out: they are measures of the item that they stand in.
 */
export function runsOf(markers: Marker[]): Run[] {
  const all: Run[] = [];
  const stack: Run[] = [];
  for (const marker of markers) {
    const next = (fits: (last: Marker) => boolean) =>
      stack.findLastIndex(({ markers: run }) => fits(run.at(-1)!) && continues(run.at(-1)!, marker));
    let at = next((last) => last.family === marker.family);
    if (at < 0 && MIXED.includes(marker.family)) at = next((last) => MIXED.includes(last.family));
    if (at >= 0) {
      stack.length = at + 1;
      stack[at]!.markers.push(marker);
    } else if (marker.rank === 1) {
      const same = stack.findIndex(({ markers: [first] }) => first!.family === marker.family);
      if (same >= 0) stack.length = same;
      if (stack.length === DEEPEST) stack.length = 0;
      const run: Run = { markers: [marker], form: FORM[marker.family], within: stack.at(-1) ?? null };
      all.push(run);
      stack.push(run);
    }
  }
  const runs: Run[] = [];
  let reached = -1;
  // In the order of their first markers, so that an outer run comes before those inside it.
  for (const run of all) {
    if (run.markers.length < 2 || run.markers[0]!.words.start < reached) continue;
    runs.push(run);
    reached = run.markers.at(-1)!.words.start;
  }
  return runs;
}

/** Families that mix within one list. */
const MIXED: readonly Marker['family'][] = ['want', 'is', 'nth', 'sequence'];

function continues(last: Marker, marker: Marker): boolean {
  if (marker.words.start - last.words.start > FARTHEST) return false;
  // 最后， at the head of a line mostly goes on with the report; only a list of 首先, 其次 it closes.
  const closes =
    marker.rank === Number.POSITIVE_INFINITY && (last.family === 'sequence' || !marker.opensLine);
  return closes || marker.rank === last.rank + 1;
}
