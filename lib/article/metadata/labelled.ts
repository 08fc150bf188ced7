import { isLinkItem } from '../page/lines.ts';
import { valueBeside } from './cells.ts';
import { partsOf } from './labels.ts';
import { HEADER_FIELDS, type LabelledField } from './labelTable.ts';
import { type Line, RuledText } from './line.ts';
import { isPlaceOfEvent } from './lineKinds.ts';
import type { Zones } from './zones.ts';

/**
 * The places on a page where a labelled value can be. A value from an earlier place in this list is preferred. `head`,
 * `before` and `tail` are zones (zones.ts), `header` is the header of a document, and `hidden` are lines that the page
 * hides.
 */
const PLACES = ['head', 'header', 'before', 'tail', 'hidden'] as const;
export type Place = (typeof PLACES)[number];

export type LabelledValue = {
  field: LabelledField;
  label: string;
  value: string;
  parts: string[];
  place: Place;
};

/** The labelled values of a page. */
export type LabelledValues = {
  /** All values of a field, those from the most preferred place first. */
  all: (field: LabelledField) => LabelledValue[];
  /** Whether the page has a document's header, which is assumed if it has labels of at least two header fields. */
  hasHeader: boolean;
};

/** The greatest length of a line of metadata, in UTF-16 units. A longer line is read only for a summary (导读). */
const LONG = 160;

/**
 * Whether a label without a colon counts, because it is in a table of labels and values: 索引号 (index number) |
 * 01404053X/2023-00861 | 公开日期 (published) | 2023-03-17.
 */
const isHeaderCell = ({ field, label }: { field: LabelledField; label: string }, element: Element): boolean =>
  HEADER_FIELDS.has(field) ||
  // In a definition list, terms are labels: <dt>责任编辑</dt><dd>何苗</dd> (editor, He Miao).
  (element.closest('dt') !== null && label !== '发布') ||
  (/^(?:publishedAt|keywords)$/.test(field) && label.length > (field === 'keywords' ? 2 : 3)) ||
  (/^(title|keywords|lead|source|views|authors|editors)$/.test(field) &&
    // 名称 (name) is the title of a document only in the table with its index number.
    (label !== '名称' || /索\s*引\s*号/.test(element.closest('table')?.textContent ?? '')) &&
    !/^(文|文字|图文|文图|人气|访问|导读)$/.test(label) &&
    element.closest('td, th, label') !== null);

/** The labelled values in a line and in the cell beside it, and the field of a label that has no value (`blank`). */
export type LineLabels = { values: Omit<LabelledValue, 'place'>[]; blank: LabelledField | null };
const NOTHING: LineLabels = { values: [], blank: null };

function labelsOf(lines: Line[], line: Line): LineLabels {
  const { text, element, index } = line;
  const alone = line.alone;
  if (alone) {
    // The summary may be the next line of the same element: <div>摘要<br>……</div> (summary)
    const below = alone.field === 'lead' ? lines[index + 1] : undefined;
    // The summary may be in the same element, where the label may fill a paragraph:
    // <div><p><b>核心提示</b></p><p>……</p></div>
    const around = (element.closest('p') ?? element).parentElement;
    const holds = below && around?.contains(below.element) && (around.textContent ?? '').length <= 400;
    if (below && (below.element === element || holds) && below.text.length >= 16)
      return { values: [{ ...alone, value: below.text, parts: partsOf(below.text) }], blank: null };
    if (!alone.colon && !isHeaderCell(alone, element)) return NOTHING;
    const value = valueBeside(lines, index, alone.field === 'lead');
    const parts = value === null ? [] : partsOf(value);
    if (!parts.length) return { values: [], blank: alone.field };
    return { values: [{ ...alone, value: parts.join(' '), parts }], blank: null };
  }
  if (text.length <= LONG) return line.labelled;
  // Reads a long paragraph only if it begins with a label, because then it can be a summary.
  const [first] = /^.{0,24}[:：\t]/.test(text) ? new RuledText(text.slice(0, 4000)).labelled.values : [];
  return first?.field === 'lead' ? { values: [first], blank: null } : NOTHING;
}

/** The lines of a page, with a function that reads the labels of a line. Each line's labels are read only once. */
export function labelledLines(lines: Line[]): { lines: Line[]; labelsOf: (line: Line) => LineLabels } {
  const known: LineLabels[] = [];
  return {
    lines,
    labelsOf: (line) => {
      known[line.index] ??= labelsOf(lines, line);
      return known[line.index]!;
    },
  };
}

/** Fields that can also be given for each item of a list of articles. */
const OF_ITEMS = /^(authors|editors|contributor|source|views)$/;
/**
 * Whether a value is in an item of a list of links, so that it belongs to another article: 03-01 <a>青山新闻 作者：何苗</a>
 * (title, author), <a>青山新闻</a> 来源：青山网 (title, source).
 */
function isOfItem({ element, beginsWithLabel }: Line, value: string): boolean {
  if (element.closest('a')?.textContent?.includes(value)) return true;
  return !beginsWithLabel && isLinkItem(element);
}

/** Collects the labelled values of the zones (see zones.ts), and of a document's header anywhere on the page. */
export function readLabelled(
  { lines, labelsOf }: ReturnType<typeof labelledLines>,
  zones: Zones,
): LabelledValues {
  const byField = new Map<LabelledField, LabelledValue[]>();
  const blanks = new Set<LabelledField>();
  const take = (line: Line, place: Place, only?: (field: LabelledField) => boolean) => {
    const { values, blank } = labelsOf(line);
    if (blank && place !== 'tail') blanks.add(blank);
    for (const value of values) {
      if (value.field === 'ignored' || (only && !only(value.field))) continue;
      if (/^(?:时间|日期)$/.test(value.label) && isPlaceOfEvent(lines[line.index + 1]?.text ?? '')) continue;
      if (place !== 'head' && OF_ITEMS.test(value.field) && isOfItem(line, value.parts[0]!)) continue;
      const list = byField.get(value.field) ?? [];
      list.push({ ...value, place: line.hidden ? 'hidden' : place });
      byField.set(value.field, list);
    }
  };
  for (const line of zones.head) take(line, 'head');
  // A summary can be as long as a paragraph, and can be the first paragraph of the article's text.
  for (const line of zones.opening.slice(0, 2))
    take(line, 'head', (field) => /^(?:lead|keywords)$/.test(field));
  for (const line of zones.before) take(line, 'before');
  for (const line of zones.tail) take(line, 'tail');
  // If a field has three or more values above or below the article's text, these belong to a list of other articles:
  // 来源：本网 阅读：1608 (source: this site, read: 1608).
  for (const field of ['source', 'views'] as const) {
    const all = byField.get(field) ?? [];
    for (const place of ['tail', 'head'] as const)
      if (all.filter((one) => one.place === place).length >= 3)
        byField.set(
          field,
          byField.get(field)!.filter((one) => one.place !== place),
        );
  }
  const zoned = new Set([...zones.head, ...zones.before, ...zones.tail]);
  // A document's header can be anywhere on the page, and is often printed twice.
  for (const line of lines) {
    // Skips lines with a sentence, because such lines belong to no header.
    if (
      line.text.length <= LONG &&
      !line.text.includes('。') &&
      /[号號关關构構期性类類字]/.test(line.text) &&
      !zoned.has(line)
    )
      take(line, 'header', (field) => HEADER_FIELDS.has(field));
  }
  for (const list of byField.values()) list.sort((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place));
  const count = [...HEADER_FIELDS].filter((field) => byField.has(field) || blanks.has(field)).length;
  return {
    all: (field) => byField.get(field) ?? [],
    hasHeader: count >= 2,
  };
}
