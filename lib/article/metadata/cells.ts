import { isTail } from '../../chinese/phrases.ts';
import { EDGE, tidy } from '../page/lines.ts';
import { labelAlone } from './labels.ts';
import type { Line } from './line.ts';

/** Elements that do not begin a line of their own. */
const INLINE = /^(A|B|EM|FONT|I|LABEL|S|SMALL|SPAN|STRONG|U)$/;
/** Elements that can be the cell of a label or of its value. */
const CELL = 'td, th, dt, dd, li, p, div, section';

/**
 * Whether two neighbouring blocks are a label and its value. The blocks before and after them must be such a pair too.
 * Without this check, the next part of the page would count as the value of an empty 责任编辑： (editor).
 */
const isPair = (label: Element, value: Element): boolean => {
  const above = label.previousElementSibling;
  if (above && !isLabel(above.previousElementSibling)) return false;
  return !value.nextElementSibling || isLabel(value.nextElementSibling);
};
const isLabel = (element: Element | null): boolean => {
  const text = tidy((element?.textContent ?? '').slice(0, 60));
  return labelAlone(text) !== null || /^\S{2,12}\s?[:：]$/.test(text);
};

/** The cell below a label, in a table whose first row has only labels and whose second row has their values. */
function cellBelow(cell: Element): Element | null {
  const row = cell.parentElement;
  if (row?.tagName !== 'TR' || row.children.length < 3 || ![...row.children].every(isLabel)) return null;
  const rows = [...(row.closest('table')?.querySelectorAll('tr') ?? [])];
  const values = rows.length === 2 && rows[0] === row ? rows[1] : null;
  const at = [...row.children].indexOf(cell);
  return values?.children.length === row.children.length ? (values.children[at] ?? null) : null;
}

/**
 * The value of a label that fills its own cell; null where there is none. Looks at the page's structure and not at the
 * next line. After an empty cell, that line is another label or the headline: 主 题 词： (keywords) is empty on most
 * documents. `long`: the label is that of a summary, whose value may be a paragraph.
 */
export function valueBeside(lines: Line[], i: number, long = false): string | null {
  const { element } = lines[i]!;
  // In <span>来源：</span><span></span> (source), the element for the value is empty, so the label has no value.
  let next = element.nextElementSibling;
  for (; next && INLINE.test(next.tagName); next = next.nextElementSibling)
    if (!tidy(next.textContent ?? '')) return null;
  // <label><font>索引号：</font></label><div>……</div>: the innermost element has no neighbour, so this function tries the
  // elements around it.
  let own = element;
  while (!own.nextElementSibling && own.parentElement && INLINE.test(own.parentElement.tagName))
    own = own.parentElement;
  next ??= own.nextElementSibling;
  let cell = element.closest(CELL);
  // <td><p>索引号：</p></td>: the paragraph has no neighbour, so this function tries the cell around it.
  while (
    cell &&
    !cell.nextElementSibling &&
    !cell.previousElementSibling &&
    cell.parentElement?.matches(CELL)
  )
    cell = cell.parentElement;
  // <li><em>索引号</em><p>……</p></li>: label and value are in the same cell, the value as a block.
  const within = next && INLINE.test(element.tagName) && /^(P|DIV)$/.test(next.tagName) ? next : null;
  const column = cell && cellBelow(cell);
  const value = within ?? (column || cell?.nextElementSibling);
  if (!cell || !value || /^(H[1-6]|TABLE|UL|OL)$/.test(value.tagName)) return null;
  if (
    !within &&
    /^(TD|P)$/.test(cell.tagName) &&
    !(cell.tagName === 'P' ? /^P$/ : /^T[DH]$/).test(value.tagName)
  )
    return null;
  if (!within && /^(DIV|SECTION|LI|P)$/.test(cell.tagName) && !long && !isPair(cell, value)) return null;
  const parts: string[] = [];
  const from = column ? lines.findIndex((line, at) => at > i && column.contains(line.element)) : i + 1;
  if (from < 0) return null;
  for (const line of lines.slice(from, from + 4)) {
    if (!value.contains(line.element)) break;
    if (line.alone || line.beginsWithLabel || line.labelled.values.length) return null;
    // The line beside an empty label can belong to the part below the article: 责任编辑： (editor) | 上一篇：…… (previous
    // article)
    if (isTail(line.text)) return null;
    // A sentence beside a label belongs to the article's text, unless the label is that of a summary.
    if (!long && /。/.test(line.text)) return null;
    parts.push(line.text);
  }
  // A value has few lines; with more lines, the element is another part of the page.
  return parts.length && parts.length < 4 ? parts.join(EDGE) : null;
}
