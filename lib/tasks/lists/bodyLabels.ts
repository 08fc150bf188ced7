import { SOCIETY_END } from '../../chinese/organisations.ts';
import { lineAbove } from '../paragraphs.ts';
import type { Span } from '../schema.ts';
import { NO_BODY } from './actors.ts';
import { startsWithVerb } from './orders/openings.ts';
import { levelOf } from './outline/levels.ts';

/**
 * Endings of the names of public bodies and units that have duties of their own: 教务处, 宣传组. Places (景区, 会议室) and kinds
 * of organisation (企业) are left out, because before a colon they name a topic.
 */
const END = `(?:部门|单位|(?<!组织|领导|工作|办事|指挥)机构|科室|[局委厅署院]|司(?<!公司)|科(?<![本学文工内外专]科)|处(?<![好坏到之用长短]处)|部(?<![全内外东西南北中局头]部)|办|中心|(?<=[\\u4e00-\\u9fff]{2})公司|街道|办公室|政府|指挥部|领导小组|组|[大支中]?队|所(?<![厕住之无场]所)|站(?<![车驿网基泵电油]站)|党?支部|党总支|工会|妇联|各(?![项类种个环阶方级层位])[\\u4e00-\\u9fff]{1,3}|${SOCIETY_END})`;

/**
 * The names of public bodies at the beginning of words, before a colon: 后勤保障部： (logistics department). 职责 (duties) or
 * 任务 (tasks) may stand between names and colon: 宣传组、学工处工作职责：. Group 1 is the names.
 */
const LABEL = new RegExp(
  `^\\s*((?:[\\u4e00-\\u9fff]{2,14}[、和]){0,5}[\\u4e00-\\u9fff]{0,14}?${END})(?:（[^（）]{1,16}）)?(?:的?(?:主要|工作|岗位)?职责|任务)?：`,
);

/**
 * Words before a colon that are no label. They name a role, so that names and not duties follow (责任单位：), or no
 * particular public body (其他部门：).
 */
const NO_LABEL =
  /(?:责任|牵头|配合|[参主承协]办|参[加与会]|组织|指导|支持|监督|落实|实施|报送|发文|印发|联系|咨询|举报|受理|受检|考核|用人|招聘|获奖|先进|推荐|建设|重点|列席|出席)(?:单位|部门|机构|科室)$|^(?:单位|部门|机构|科室|中心|办|街道|全部|第.*部|其他.*|存在.*|问题.*)$/;

/** The short name of a unit: 宣传组, 组织部. A verb at its beginning, such as 宣传 (publicise), gives no order. */
const SHORT_UNIT = /^[\u4e00-\u9fff]{2,5}[组部科处室股局办队心]$/;

/** How many UTF-16 units are searched for a label. */
const LONGEST_LABEL = 90;

/**
 * Finds the names of public bodies between the beginning of words and a colon: 教务处 in 教务处：做好排课 (academic affairs: see
 * to the timetable). Returns their span in `words`; null where there are none.
 */
export function bodiesBeforeColon(words: string): Span | null {
  const match = LABEL.exec(words.slice(0, LONGEST_LABEL));
  const names = match?.[1];
  if (!match || !names || names.length < 2 || NO_LABEL.test(names) || NO_BODY.test(names)) return null;
  if (startsWithVerb(names) && !SHORT_UNIT.test(names.split(/[、和]/)[0]!)) return null;
  const start = match[0].indexOf(names);
  return { start, end: start + names.length };
}

/** Whether the words after a label say what its public bodies have to do: 负责值守, 做好排课. */
const isDuty = (words: string): boolean => /^(?:要|应|须|负责|牵头)/.test(words) || startsWithVerb(words);

/** Whether a line begins with the names of public bodies, a colon and what they have to do: 教务处：做好排课. */
export function assignsByLabel(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, Math.min(end, start + LONGEST_LABEL));
  const label = words.includes('：') ? bodiesBeforeColon(words) : null;
  return label !== null && isDuty(words.slice(words.indexOf('：', label.end) + 1).trimStart());
}

/** Finds the names of public bodies that fill the line above an offset, possibly after a marker: 后勤保障部：. */
export function bodiesAbove(text: string, place: number): Span | null {
  const line = lineAbove(text, place);
  if (!line || line.end - line.start > LONGEST_LABEL) return null;
  const words = text.slice(line.start, line.end).trimEnd();
  const from = levelOf(words, null)?.length ?? 0;
  const colon = words.endsWith('：') ? '' : '：';
  const label = bodiesBeforeColon(words.slice(from) + colon);
  // Nothing but the colon may follow the names.
  if (!label || words.indexOf('：') !== (colon ? -1 : words.length - 1)) return null;
  return { start: line.start + from + label.start, end: line.start + from + label.end };
}
