import { isLinkItem } from '../page/lines.ts';
import { valueBeside } from './cells.ts';
import { partsOf } from './labels.ts';
import { HEADER_FIELDS, type LabelledField } from './labelTable.ts';
import { type Line, RuledText } from './line.ts';
import { isPlaceOfEvent } from './lineKinds.ts';
import type { Zones } from './zones.ts';

/** Where on the page a labelled value stands; better places come first. */
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
  /** All values of a field, those of the best place first. */
  all: (field: LabelledField) => LabelledValue[];
  /** Whether the page has a document header: at least two of its labels. */
  hasHeader: boolean;
  /** Whether the page prints the label without a value, so that nothing else may replace it. */
  isBlank: (field: LabelledField) => boolean;
};

/** The longest value of a label that allows long values: 导读. */
const LONG = 160;

/** Whether a label without a colon counts, in a table of labels: 索引号 | 01404053X/2023-00861 | 公开日期 | 2023-03-17. */
const isHeaderCell = ({ field, label }: { field: LabelledField; label: string }, element: Element): boolean =>
  HEADER_FIELDS.has(field) ||
  // <dt>责任编辑</dt><dd>何苗</dd>: a definition list has labels and values.
  (element.closest('dt') !== null && label !== '发布') ||
  (field === 'publishedAt' && label.length > 3) ||
  (/^(title|keywords|source|views|authors|editors)$/.test(field) &&
    !/^(名称|文|文字|图文|文图|人气|访问)$/.test(label) &&
    element.closest('td, th') !== null);

/** The labelled values of a line and of the cell beside it, and the label that has no value. */
export type LineLabels = { values: Omit<LabelledValue, 'place'>[]; blank: LabelledField | null };
const NOTHING: LineLabels = { values: [], blank: null };

function labelsOf(lines: Line[], line: Line): LineLabels {
  const { text, element, index } = line;
  const alone = line.alone;
  if (alone) {
    // <div>摘要<br>……</div>
    const below = alone.field === 'lead' ? lines[index + 1] : undefined;
    // <div><b>核心提示</b><p>……</p></div>
    const around = element.parentElement;
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
  // A long paragraph can be a lead only if it begins with a label.
  const [first] = /^.{0,24}[:：\t]/.test(text) ? new RuledText(text.slice(0, 4000)).labelled.values : [];
  return first?.field === 'lead' ? { values: [first], blank: null } : NOTHING;
}

/** The lines of a page with their labels. Reads the labels of each line only once. */
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

const OF_ITEMS = /^(authors|editors|contributor|source|views)$/;
/**
 * Whether a value belongs to another article, in an item of a list of links: 03-01 <a>青山新闻 作者：何苗</a>, <a>青山新闻</a>
 * 来源：青山网.
 */
function isOfItem({ element, beginsWithLabel }: Line, value: string): boolean {
  if (element.closest('a')?.textContent?.includes(value)) return true;
  return !beginsWithLabel && isLinkItem(element);
}

/** Collects the labelled values of the zones, and of a document's header wherever it stands above the body. */
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
  // A lead can be as long as a paragraph, and stand where the body begins.
  for (const line of zones.opening.slice(0, 2)) take(line, 'head', (field) => field === 'lead');
  for (const line of zones.before) take(line, 'before');
  for (const line of zones.tail) take(line, 'tail');
  // Three or more articles with 来源：本网 阅读：1608 follow, so that none of these values is this article's.
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
  // A document header can stand anywhere on the page, and often twice.
  for (const line of lines) {
    // A line with a sentence belongs to no header.
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
    isBlank: (field) => blanks.has(field) && !byField.has(field),
  };
}
