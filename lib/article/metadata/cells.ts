import { isTail } from '../../chinese/phrases.ts';
import { EDGE, tidy } from '../page/lines.ts';
import { labelAlone } from './labels.ts';
import type { Line } from './line.ts';

const INLINE = /^(A|B|EM|FONT|I|LABEL|S|SMALL|SPAN|STRONG|U)$/;
const CELL = 'td, th, dt, dd, li, p, div, section';

/**
 * Whether two blocks side by side are label and value: all their siblings are such pairs too. Otherwise the block after
 * an empty 责任编辑： is the next part of the page.
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

/** The cell below a label in a table whose first row has nothing but labels, and whose second has their values. */
function cellBelow(cell: Element): Element | null {
  const row = cell.parentElement;
  if (row?.tagName !== 'TR' || row.children.length < 3 || ![...row.children].every(isLabel)) return null;
  const rows = [...(row.closest('table')?.querySelectorAll('tr') ?? [])];
  const values = rows.length === 2 && rows[0] === row ? rows[1] : null;
  const at = [...row.children].indexOf(cell);
  return values?.children.length === row.children.length ? (values.children[at] ?? null) : null;
}

/**
 * The value beside a label that fills its own cell; null where there is none. Uses the page's structure, because the
 * line after an empty cell is another label or the headline (主 题 词： is empty on most documents).
 */
export function valueBeside(lines: Line[], i: number, long = false): string | null {
  const { element } = lines[i]!;
  // <span>来源：</span><span></span> on one line: the value exists, but is empty.
  let next = element.nextElementSibling;
  for (; next && INLINE.test(next.tagName); next = next.nextElementSibling)
    if (!tidy(next.textContent ?? '')) return null;
  // <label><font>索引号：</font></label><div>……</div>: the innermost element has no neighbour, so goes up.
  let own = element;
  while (!own.nextElementSibling && own.parentElement && INLINE.test(own.parentElement.tagName))
    own = own.parentElement;
  next ??= own.nextElementSibling;
  let cell = element.closest(CELL);
  // <td><p>索引号：</p></td>: only the cell has a neighbour.
  while (
    cell &&
    !cell.nextElementSibling &&
    !cell.previousElementSibling &&
    cell.parentElement?.matches(CELL)
  )
    cell = cell.parentElement;
  // <li><em>索引号</em><p>……</p></li>: the value is an inner block of the same cell.
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
    // 责任编辑： | 上一篇：……
    if (isTail(line.text)) return null;
    // A sentence beside a label belongs to the body, except for a lead.
    if (!long && /。/.test(line.text)) return null;
    parts.push(line.text);
  }
  // A cell has few lines; more lines are a part of the page.
  return parts.length && parts.length < 4 ? parts.join(EDGE) : null;
}
