import { simplified } from '../../chinese/simplified.ts';
import { EDGE, tidy } from '../page/lines.ts';
import { FIELD_OF, type LabelledField } from './labelTable.ts';

/**
 * What can end a label: a colon (来源：), a slash, bar or dash (编辑/何苗, 作者︱何苗, 编辑 - 何苗), its closing bracket ([来源]:青山晚报,
 * 【摘要】……), or the end of its element (<i>来源</i> <b>青山晚报</b>).
 */
const END =
  /[ \t]{0,4}([:：])|( ?[/／|]|[ \t]?[｜︱丨]| - (?=[一-鿿]{2,3}$))|[ \t]{0,4}([\]】])[ \t]{0,4}[:：]?|[,，]?(?=\t)/y;
/**
 * Words in brackets that are no labels: 【视频】 (video), the speakers of an interview (【记者】) and the parts of a broadcast
 * (【导语】).
 */
const NO_BRACKETS = /^(.|记者|发布|视频|图片|导语)$/;
/** Blanks that can be within a label: 索 引 号 (index number), 标　　题 (title). */
const BLANKS = ' \u00a0\u3000\t';
/** The most blanks that can be between two characters of a label. */
const MOST_BLANKS = 4;

/** The first characters of all labels. */
const HEADS = new Set([...FIELD_OF.keys()].map((label) => label[0]!));
/** All labels and all beginnings of labels, so that a search can stop as soon as no label fits. */
const BEGINNINGS = new Set(
  [...FIELD_OF.keys()].flatMap((label) => [...label].map((_, i) => label.slice(0, i + 1))),
);

/**
 * A place where a label can begin: after a blank, bar, bracket, date, time or full stop, or after a label without a
 * value (作者：来源：青山晚报). 记者 (reporter) or 编辑 (editor) can also follow other words directly: 青报记者｜何苗 (reporter of Qingbao),
 * 初审编辑：何苗. The beginning of a line is not in this pattern, because a label can always begin there.
 */
const PLACE = new RegExp(
  `[ \\t|｜︱丨(（[［【〖·•■◆●/:：;；，,。\\d日分秒>》」”](?=[${[...HEADS].join('')}])|(?:记者(?=\\t)|(?:记者|编辑)(?= ?[|｜︱丨:：]))(?<=(?:^|[ \\t])[一-鿿]{2,6}..)`,
  'g',
);

/**
 * Finds the longest label that begins at offset `place` and is followed by an ending (see `END`). Uses a table, because
 * one pattern of all labels would take long to compile.
 */
function labelAt(text: string, place: number): (RegExpExecArray & { label: string }) | null {
  const labels: { label: string; end: number }[] = [];
  let label = '';
  for (let at = place; at < text.length; ) {
    label += text[at] === '／' ? '/' : text[at];
    if (!BEGINNINGS.has(label)) break;
    at++;
    if (FIELD_OF.has(label)) labels.unshift({ label, end: at });
    for (const end = at + MOST_BLANKS; at < end && BLANKS.includes(text[at] ?? '-'); ) at++;
  }
  for (const { label, end } of labels) {
    END.lastIndex = end;
    const match = END.exec(text);
    if (match) return Object.assign(match, { label });
  }
  return null;
}

/** Labels with only one meaning. They need no colon if they fill an element: 来源 (source) | 青山晚报. */
const NEEDS_NO_COLON = /^(来源|作者|摘要|导读|记者|责编|文号|人气|标签|TAG|Tags|.{3,})$/;
/**
 * Fields whose labels can end with a slash or bar instead of a colon: 编辑/何苗 (editor/He Miao), 文｜何苗 (text), 作者︱何苗
 * (author).
 */
const STROKE_FIELDS = /^(source|authors|editors|contributor|ignored)$/;

/** A value with its label. `parts` are the elements that the value consists of, such as the links of 关键词 (keywords). */
export type Labelled = { field: LabelledField; label: string; value: string; parts: string[] };

const CLOSING: Record<string, string> = {
  '（': '）',
  '(': ')',
  '[': ']',
  '【': '】',
  '〖': '〗',
  '［': '］',
};

/** Whether a value only says that the page has no value (无, -), or is a template that was not filled: {{source}}. */
export const isEmptyValue = (value: string): boolean =>
  /^[\s\-—－–_/|、.。:：]*$|^[（(]?(无|無|暂无|空|未知|不详|null|undefined|none|nan|n\/a)[）)]?。?$|^(\$?\{.*\}|<%.*%>)$/i.test(
    value,
  );

const clean = (text: string): string =>
  tidy(text.replace(/^[\s|｜︱丨·•:：,，]+|[\s|｜︱丨·•(（[【]+$/g, ''));

/** Splits a value into the elements of the page that it consists of. Leaves out empty elements. */
export const partsOf = (raw: string): string[] =>
  raw
    .split(EDGE)
    .map(clean)
    .filter((part) => !isEmptyValue(part));

/**
 * The field and the name of a label that fills a whole text, as in a cell of its own; null for other texts. A colon
 * after the label is allowed.
 */
export function labelAlone(text: string): { field: LabelledField; label: string; colon: boolean } | null {
  if (text.length > 24) return null;
  // Looks at the first character first, because most short lines do not begin like a label.
  const head = text.search(/[^\s【[]/);
  if (head < 0 || !HEADS.has(simplified(text)[head]!)) return null;
  const bare = text.replace(/\s+/g, '').replace(/^[【[]|[】\]]$/g, '');
  const label = simplified(bare.replace(/[:：]$/, ''));
  const field = FIELD_OF.get(label);
  return field ? { field, label, colon: /[:：]$/.test(bare) } : null;
}

/** A quick test: every line with a label contains one of these, which can end a label. */
const CAN_HOLD = /[:：/／|｜︱丨\t\]】]| - /;

/**
 * The end of the name of a medium or an organisation. After such a name, 时间： (time) is a label. After other words, 时间：
 * is the end of a longer label that is not in our table: 会议时间： (time of the meeting).
 */
const NAMED = /[报報网網社台站局府]$/;

/**
 * The end of a label that directly follows the value before it, without a blank: 者： in 青山晚报作者：何苗 (Qingshan Evening
 * News, author: He Miao).
 */
const ENDS_WORD = /[一-鿿][ \t]{0,4}[:：]/;

/** Finds labels that directly follow a value in a part of a text, without a blank: 来源：青山晚报作者：何苗. */
function gluedIn(text: string, from: number, to: number): FoundLabel[] {
  const found: FoundLabel[] = [];
  if (!ENDS_WORD.test(text.slice(from + 2, to + 1))) return found;
  for (let place = from + 2; place < to; place++) {
    const match = labelAt(text, place);
    // Skips a label after a blank (青山新闻 作者：何苗), because `placesIn` lists the place after each blank.
    if (!match?.[1] || match.label.length < 2 || match.index - place !== match.label.length) continue;
    const field = FIELD_OF.get(match.label)!;
    if (FREE.test(field) || (/^(时间|日期)$/.test(match.label) && !NAMED.test(text.slice(0, place))))
      continue;
    const end = match.index + match[0].length;
    found.push({ label: match.label, field, index: place, end, before: '' });
    place = end - 1;
  }
  return found;
}

/** Fields whose values may contain colons, because they are ordinary text. So no label is looked for within them. */
const FREE = /^(lead|title|originalTitle)$/;
/** The end of a value before a label that is not in our table, such as 主题 (topic): 索引号：0112 主题：交通. */
const UNKNOWN = /[ \t][一-鿿]{2,8}[ \t]{0,2}[:：]|[ \t][一-鿿]{2,4}[|｜︱丨]/;

/** A label found in a text: its range, and the character before it. */
export type FoundLabel = {
  label: string;
  field: LabelledField;
  index: number;
  end: number;
  before: string;
};

/**
 * The offsets of a text at which a label may begin, in order. Only a character that is the first of some label counts.
 */
function placesIn(text: string): number[] {
  const places = HEADS.has(text[0]!) ? [0] : [];
  PLACE.lastIndex = 0;
  while (PLACE.test(text)) {
    const end = PLACE.lastIndex;
    places.push('者辑'.includes(text[end - 1]!) ? end - 2 : end);
  }
  return places;
}

/** Finds the labels of a text, in order, including those that name no field. */
export function findLabels(line: string): FoundLabel[] {
  if (!CAN_HOLD.test(line)) return [];
  const found: FoundLabel[] = [];
  const text = simplified(line);
  let reached = 0;
  for (const place of placesIn(text)) {
    const match = place >= reached ? labelAt(text, place) : null;
    if (!match) continue;
    const { label } = match;
    const [ending, colon, stroke, bracket] = match;
    const opening = line.slice(0, place).trimEnd().at(-1) ?? '';
    if (bracket && (CLOSING[opening] !== bracket || NO_BRACKETS.test(label))) continue;
    const field = FIELD_OF.get(label)!;
    const end = match.index + ending.length;
    reached = end;
    if (!colon && !stroke && !bracket && !NEEDS_NO_COLON.test(label)) continue;
    let index = place;
    // In 青报记者｜何苗 (reporter of Qingbao), the name of the medium belongs to the label.
    if (/[一-鿿]/.test(line[index - 1] ?? '')) index -= /[一-鿿]*$/.exec(line.slice(0, index))![0].length;
    // If a bracket opens before a label, its closing bracket ends the value, as in （来源：青报） (source: Qingbao). Not so if
    // the brackets enclose only the label: 【来源】青报.
    const before = bracket ? '' : (line.slice(0, index).trimEnd().at(-1) ?? '');
    if (bracket) index = line.lastIndexOf(opening, index);
    // 正文 | 作者 | 来源 (text, author, source) is a menu, so these words are no labels. But 编辑 / 何苗 (editor) alone in its
    // line is a label with a value.
    const alone = place === 0 && line.length < 24 && !/[|｜︱丨/／]/.test(line.slice(end));
    const inMenu = !alone && line[end] === ' ' && (/[/／]/.test(stroke!) || /[|｜︱丨]/.test(before));
    if (stroke && (!STROKE_FIELDS.test(field) || inMenu)) continue;
    // The name of the medium is part of the label, so that 每报记者 (reporter of Meibao) and 每报见习记者 (trainee reporter of
    // Meibao) are two different labels.
    found.push({ label: bracket ? label : text.slice(index, place) + label, field, index, end, before });
  }
  return found.flatMap((one, i) =>
    FREE.test(one.field) ? [one] : [one, ...gluedIn(text, one.end, found[i + 1]?.index ?? text.length)],
  );
}

/**
 * Returns the values of a line. Each ends at the next label or at the end of the line. Leaves out empty values. `blank`
 * is the field of a label that has no value because the line ends there (`发布时间：2023-02-02 来源：`).
 */
export function valuesOf(
  line: string,
  found: readonly FoundLabel[],
): { values: Labelled[]; blank: LabelledField | null } {
  const values: Labelled[] = [];
  let blank: LabelledField | null = null;
  let closing: string | undefined;
  found.forEach(({ label, field, end, before }, i) => {
    let raw = line.slice(end, found[i + 1]?.index ?? line.length);
    const unknown = FREE.test(field) ? -1 : raw.search(UNKNOWN);
    if (unknown >= 0) raw = raw.slice(0, unknown);
    blank = partsOf(raw).length ? null : field;
    // A bracket may be around several labels: [作者：何苗 来源：青山晚报] (author, source).
    closing = CLOSING[before] ?? closing;
    if (closing && raw.includes(closing)) {
      raw = raw.slice(0, raw.lastIndexOf(closing));
      closing = '';
    }
    const parts = partsOf(raw);
    if (parts.length && field !== 'ignored') values.push({ field, label, value: parts.join(' '), parts });
  });
  return { values, blank };
}
