import { ACTOR_END } from '../../chinese/organisations.ts';
import type { Span } from '../schema.ts';
import { countsIn } from './announced.ts';
import type { FoundItem, FoundList } from './found.ts';
import { opensWithVerb } from './orders/openings.ts';
import { MEETING } from './speakers/organisations.ts';

/** What a column contains, by its heading. */
type Column = 'task' | 'lead' | 'body' | 'limit' | 'other';

/** Column headers in a table that assigns work (责任分工表, 任务分解表). The first pattern that matches counts. */
export const COLUMNS: readonly { name: string; column: Column; pattern: RegExp }[] = [
  // ✓ 牵头单位
  // ✓ 牵头科室
  // ✓ 牵头科室（单位）
  // ✗ 牵头人
  {
    name: 'who leads',
    column: 'lead',
    pattern: /^(?:牵头|主办|主责)(?:责任)?(?:单位|部门|科室|处室|股室)?(?:（[^）]{1,8}）)?$/,
  },
  // ✓ 责任单位
  // ✓ 配合部门
  // ✓ 责任科室
  // ✓ 协同科室
  // ✓ 整改责任单位
  // ✗ 责任人
  // ✗ 单位名称
  {
    name: 'who does it',
    column: 'body',
    pattern:
      /^(?:整改|工作|具体)?(?:责任|配合|协办|协助|承办|参与|协同|落实|实施|承担|主管)(?:单位|部门|科室|处室|股室|主体)(?:（[^）]{1,8}）)?$/,
  },
  // ✓ 完成时限
  // ✓ 时间节点
  // ✓ 时间安排
  // ✓ 进度要求
  // ✗ 开始时间
  {
    name: 'until when',
    column: 'limit',
    pattern:
      /^(?:完成|办结|整改|办理|推进|计划完成)?(?:时限|期限|时间(?:节点|要求|安排)?|节点|进度(?=要求))(?:要求)?$/,
  },
  // ✓ 工作任务
  // ✓ 任务内容
  // ✓ 整改措施
  // ✓ 项目名称及内容
  // ✓ 实事项目
  // ✗ 任务编号
  // ✗ 项目负责人
  {
    name: 'what is to be done',
    column: 'task',
    pattern:
      /^(?:(?:主要|重点|具体|工作|督查|整改|建设|检查|年度|目标|分解)?(?:工作)?(?:任务|内容|事项|措施|举措|要求)(?:内容|事项|措施|名称|清单)?|(?:重点|具体|主要)工作|(?:民生)?实事(?:项目)?|工作(?:任务|内容)及[^\t]{1,8}|(?:项目|事项|工程)(?:名称)?[及与和](?:主要|具体)?(?:任务|内容|措施))$/,
  },
  // ✓ 整治内容
  // ✓ 隐患整改任务
  // ✓ 防范举措
  // ✗ 问题编号
  {
    name: 'what is to be done, of any kind',
    column: 'task',
    pattern: /^[\u4e00-\u9fff]{2,6}(?:任务|内容|事项|措施|举措)$/,
  },
];
/**
 * Column headers that may name those who act: 单位 (unit), 部门 (department). They do so only in a table with a column of
 * duties, because 单位 can also be a unit of measure.
 */
const ACTORS_HEAD =
  /^(?:单位|部门|科室|处室|股室|责任|主体|(?:各)?(?:单位|部门)名称|负责(?:单位|部门|科室)|[承主]办|落实)$/;
/** Column headers for what somebody must do: 工作任务 (task), 职责 (duties). */
const DUTY_HEAD = /任务|分工|职责|措施|举措|要求/;

/**
 * Returns the kinds of the columns of a table. Where no header names who is responsible, a plain header such as 单位 does
 * so if another column has duties. The header of the duties must then have 分工 or 职责, or a third column time limits.
 */
function columnsOf(heads: string[]): Column[] {
  const columns = heads.map(columnOf);
  if (columns.some((column) => DIVIDES.includes(column))) return columns;
  const duty = heads.findIndex((head) => DUTY_HEAD.test(head));
  if (duty < 0 || !(columns.includes('limit') || /分工|职责/.test(heads[duty]!))) return columns;
  if (!columns.includes('task')) columns[duty] = 'task';
  return columns.map((column, i) => (column === 'other' && ACTORS_HEAD.test(heads[i]!) ? 'body' : column));
}

/** The kinds of column that say who must act. A table assigns work if it has one of these and a column of tasks. */
const DIVIDES: readonly Column[] = ['lead', 'body'];

/** Cuts a row at its tabs into cells, without the blanks around the words of each. */
const cellsOf = (text: string, { start, end }: Span): Span[] => {
  const cells: Span[] = [];
  let from = start;
  for (const words of text.slice(start, end).split('\t')) {
    const lead = words.length - words.trimStart().length;
    cells.push({ start: from + lead, end: from + Math.max(lead, words.trimEnd().length) });
    from += words.length + 1;
  }
  return cells;
};

const columnOf = (head: string): Column =>
  COLUMNS.find(({ pattern }) => pattern.test(head))?.column ?? 'other';

/** Column headers that can say what is done about the topic in an earlier column: 具体内容, 主要措施, 要求. */
const DETAIL_HEAD = /(?:内容|任务|措施|举措|要求)$/;
/** The greatest length of a topic in a cell (架空线整理), in UTF-16 units. */
const LONGEST_TOPIC = 14;

/**
 * Returns the index of the column with the tasks. Where a table has a column of topics (事项: 架空线整理, matter: tidying of
 * cables), a later one may say what is done (具体内容, details). The tasks are then in the later one. The rows show which
 * is which: topics are short nouns, and each has a longer cell beside it.
 */
function taskColumn(text: string, heads: Span[], columns: Column[], rows: Span[][]): number {
  const first = columns.indexOf('task');
  const later = columns.indexOf('task', first + 1);
  if (later < 0) return first;
  const { start, end } = heads[later]!;
  if (!DETAIL_HEAD.test(text.slice(start, end).replace(/\s/g, ''))) return first;
  const whole = rows.filter((cells) => cells.length === columns.length);
  let verbs = 0;
  for (const cells of whole) {
    const topic = text.slice(cells[first]!.start, cells[first]!.end);
    const length = cells[later]!.end - cells[later]!.start;
    if (topic.length > LONGEST_TOPIC || /[，；。]/.test(topic) || length <= topic.length) return first;
    if (opensWithVerb(topic)) verbs++;
  }
  return whole.length >= 2 && verbs * 2 < whole.length ? later : first;
}

/** A line of minutes by which the meeting divides the work in a table: 会议议定分两批实施。任务分工如下： */
const DIVIDED_BY_MEETING = /^会议(?:议定|决定|确定|明确|研究|原则同意|同意|要求).*(?:如下|见下表)[：，。]?$/;
/** The greatest length of a table's title, in UTF-16 units. A longer line is a sentence. */
const LONGEST_TITLE = 60;
/** The number of lines above a table that may announce how many tasks it has. */
const LINES_ABOVE = 3;

/**
 * Finds the tables of a text that assign work, and the lines outside these tables, in one pass. Tabs separate cells in
 * the original text. Rules search the folded text (see `fold`).
 */
export function tablesIn(
  written: string,
  text: string,
  lines: Span[],
): { tables: FoundList[]; rest: Span[] } {
  if (!written.includes('\t')) return { tables: [], rest: lines };
  const tables: FoundList[] = [];
  const rest: Span[] = [];
  const hasCells = (line: Span | undefined) =>
    line !== undefined && written.slice(line.start, line.end).includes('\t');
  for (let i = 0; i < lines.length; i++) {
    const heads = cellsOf(written, lines[i]!);
    const columns = columnsOf(heads.map(({ start, end }) => text.slice(start, end).replace(/\s/g, '')));
    if (!columns.includes('task') || !columns.some((column) => DIVIDES.includes(column))) {
      rest.push(lines[i]!);
      continue;
    }
    const rows: Span[][] = [];
    while (hasCells(lines[i + 1])) rows.push(cellsOf(written, lines[++i]!));
    const task = taskColumn(text, heads, columns, rows);
    const items = rows.flatMap((cells) => itemOf(text, cells, columns, task) ?? []);
    const above = rest.slice(-LINES_ABOVE).map(({ start, end }) => text.slice(start, end).trim());
    const isByMeeting = DIVIDED_BY_MEETING.test(above.at(-1) ?? '');
    // In minutes, the title is the topic above the line by which the meeting divides the work.
    const title = above.at(isByMeeting ? -2 : -1) ?? '';
    const counts = above.flatMap((line) => countsIn(line.slice(0, 300)));
    tables.push({
      form: 'table',
      speaker: isByMeeting ? MEETING : null,
      announcedCount: counts.includes(items.length) ? items.length : null,
      section: title && title.length <= LONGEST_TITLE && !/[。；，]/.test(title) ? title : null,
      items,
    });
  }
  return { tables: tables.filter(({ items }) => items.length > 0), rest };
}

/** A cell that cannot be a task: only the name of a public body, or the number of a row. */
const NO_TASK_CELL = new RegExp(`^(?:[^，。；]{2,16}${ACTOR_END}|\\d{1,3}\\.?)$`);

/**
 * Makes a task of a row. A row with fewer cells than columns lacks its first cells, because a cell of an earlier row
 * reaches down into it.
 */
function itemOf(text: string, cells: Span[], columns: Column[], task: number): FoundItem | null {
  const fewer = Math.max(0, columns.length - cells.length);
  const shifted = cells[task - fewer];
  // A public body or a number cannot be the task. Where one of them stands in the place of the task, the row lacks its
  // last cells instead, which are empty.
  const isTask = shifted && !NO_TASK_CELL.test(text.slice(shifted.start, shifted.end));
  const shift = shifted && !isTask ? 0 : fewer;
  const of = (...wanted: Column[]) =>
    cells.filter((cell, i) => wanted.includes(columns[i + shift]!) && cell.end > cell.start);
  const span = cells[task - shift];
  if (!span || span.end - span.start < 2) return null;
  return {
    marker: null,
    span,
    cells: { leads: of('lead'), bodies: of('lead', 'body'), limits: of('limit') },
  };
}
