import { inUnits } from '../../chinese/patterns.ts';
import { isPerson, isSurname } from '../../chinese/surnames.ts';
import type { LabelledValue, LabelledValues, Place } from '../metadata/labelled.ts';
import type { LabelledField } from '../metadata/labelTable.ts';
import type { Line } from '../metadata/line.ts';
import { EDGE, tidy } from '../page/lines.ts';
import { isLikelyPerson, isWriter, namesOf, personsOf, reportersAlone } from './byline.ts';

/**
 * The name under which commentators of a medium sign together: 《青山》杂志评论员 (commentator of the magazine Qingshan). It
 * counts as an author.
 */
const COMMENTATOR = inUnits(/^(?!本)[《\p{Script=Han}][》\p{Script=Han}]{3,14}评论员$/u);

/**
 * Returns the names in a labelled value. After a person's name, the words of further elements count only if they name
 * persons too, because such an element may be a button: 记者：何苗 | 语音播报 (reporter: He Miao | listen).
 */
function names(one: LabelledValue): string[] {
  if (COMMENTATOR.test(one.value)) return [one.value];
  const all = namesAfter(one);
  const [first = '', ...others] = one.parts;
  return others.length && namesOf(first).some(isPerson)
    ? all.filter((name) => isLikelyPerson(name) || first.includes(name))
    : all;
}

const namesAfter = (one: LabelledValue): string[] =>
  // A correspondent (通讯员) may be an organisation, which is no author: 通讯员：青山区水务局 (the Water Bureau of Qingshan)
  one.label === '通讯员'
    ? namesOf(one.value).filter((name) => name.length <= 3 && !/[局委办部]$/.test(name))
    : // 文｜财新 何苗: the medium stands before the name.
      /^(文|文字|撰文|文图|图文|文\/图|图\/文|采写)$/.test(one.label) && !/[记記]者/.test(one.value)
      ? personsOf(one.value)
      : // 作者：通讯员 何苗 (author: correspondent He Miao). A correspondent with the label of an author is the author.
        namesOf(one.value.replace(/^通讯员[\s:：]/, ''));

/** The names after labels (记者：何苗). Takes all names of one place of the page: the first of `places` that has any. */
export function namesIn(labelled: LabelledValues, field: LabelledField, ...places: Place[]): string[] {
  for (const place of places) {
    const all = labelled.all(field).filter((one) => one.place === place);
    const found = [...new Set(all.flatMap(names))];
    if (found.length) return found;
  }
  return [];
}

const ROLE = '(?:[记記]者|通讯员|评论员|撰稿人?|特派员|实习生)';
/** The role of a writer, with the medium or place before it: 青山晚报全媒体记者 (reporter of Qingshan Evening News). */
const REPORTER = `[\\p{Script=Han}\\d·—-]{0,16}${ROLE}`;
/** One to six persons' names of two to eight characters, as a group: 何苗 方宁, 何苗、卓玛央金. */
const NAMES = '((?:\\p{Script=Han}[\\p{Script=Han}·•]{1,7}[\\s、，,]{0,3}){1,6})';
/** A writer and the medium, separated by a slash: 何苗/青山晚报 (He Miao/Qingshan Evening News). */
export const WRITER_AND_MEDIUM = inUnits(
  /^(\p{Script=Han}{2,4})\s?[/／]\s?(\p{Script=Han}{1,10}(?:[报報网網社台刊]|周刊|新闻|客户端))$/u,
);
/** The text of a line, with a blank wherever an element ends within it. */
export const withBlanks = (text: string) => tidy(text.replaceAll(EDGE, ' '));

/**
 * The place between name and verb: 記者何苗／台北報導 (reporter He Miao reports from Taipei), 记者何苗 青山报道. Group 1 is the place,
 * which is removed unless it looks like a person's name.
 */
const PLACE_BEFORE_VERB = inUnits(/[\s／/]+(\p{Script=Han}{2,6}?)[报報][道導导]/u);
/**
 * The place and the day of an agency report: 記者何苗台北14日電 (reporter He Miao, Taipei, the 14th). Group 1 is the reporter.
 */
const PLACE_OF_TELEGRAM = inUnits(/([记記]者\s?\p{Script=Han}{2,3})\p{Script=Han}{2,4}\d+日[电電]/u);
/** The place directly after the name: 記者方晉明廣州報道 (reporter Fang Jinming reports from Guangzhou). Group 1 is the name. */
const PLACE_BEHIND_NAME = inUnits(/(?<=者|、)(\p{Script=Han}{2,3})\p{Script=Han}{2}(?=[报報][道導导][:：])/u);
const SHORT_NAME = inUnits(/^\p{Script=Han}{2,5}$/u);

/** Removes the parts of a byline that name no author: the place, and the words 文 and 图 for text and picture. */
function withoutPlace(text: string): string {
  let rest = reportersAlone(text);
  if (/[\s／/].+[报報][道導导]/.test(rest))
    rest = rest.replace(PLACE_BEFORE_VERB, (all, place: string) => (isPerson(place) ? all : ''));
  if (/[记記]者.+日[电電]/.test(rest)) rest = rest.replace(PLACE_OF_TELEGRAM, '$1');
  if (/[记記]者[^，。：:]{4,}[报報][道導导][:：]/.test(rest))
    rest = rest.replace(PLACE_BEHIND_NAME, (all, name: string) => (isPerson(name) ? name : all));
  // The words for "text" and "picture" after the name: 记者 何苗 文/图 · 记者 何苗 文/摄 · 大公報記者 何苗（文、圖）
  if (!/[文图圖摄）)道導]$/.test(rest)) return rest;
  return rest.replace(
    /(?:\s+([（(])?|([（(]))[文图圖](?:[\s/／、和]*[文图圖摄])?([）)])?$|\s*[摄攝]影[报報][道導]$/u,
    // Keeps the last bracket if it closes a bracket around the whole line: （青山晚报记者 何苗 文/图） (text and photos by reporter
    // He Miao).
    (_, one?: string, other?: string, end?: string) => ((one ?? other) ? '' : (end ?? '')),
  );
}

/**
 * The form of a byline or signature, with a shorter pattern that every such line matches. The shorter one is tried
 * first, because the long patterns take time to compile and most pages have no such line.
 */
type Form = [sign: RegExp, form: RegExp];

/** The quick test for a role in brackets: （记者 何苗） (reporter He Miao). */
const BRACKETED = new RegExp(`[（(〔【][^）)〕】]{0,24}${ROLE}`);

/**
 * A line that has only a role and names: 本报记者 何苗 (our reporter He Miao) · ■青山社记者何苗、方宁 (reporters of an agency) · 总台记者
 * 何苗 · \青山报记者 何苗
 */
const ALONE: Form = [
  new RegExp(`^.{0,26}${ROLE}[^。；！？“”（）()\\d]+$`),
  inUnits(new RegExp(`^[■●□▲◎◆\\\\]?\\s?${REPORTER}[ ：:]*${NAMES}$`, 'u')),
];

/** Forms in which the first lines of an article's text name the writer, each with an example. */
export const OPENINGS: Form[] = [
  // a label in brackets, before the first sentence: 【供稿/何苗】四月以来，…… (sent in by He Miao) · 【记者：何苗】
  [
    /^[【[（(](?:供稿|撰稿|撰文|作者|记者|通讯员|文)\s?[/／|｜:：]/,
    /^.(?:供稿|撰稿|撰文|作者|记者|通讯员|文)\s?[/／|｜:：]\s?([^】\])）。，]{2,24})[】\])）]/,
  ],
  // a word for "text" before the name: 【文/青山网专栏作者 何苗】 · 文｜青山周刊 何苗
  [
    /(?:文|采写)\s*[/／｜|丨︱:：]/,
    /^[【（([]?\s*(?:文|撰文|采写)\s*[/／｜|丨︱:：]\s*([^】）)\]]{2,40}?)[】）)\]]?$/u,
  ],
  // the role 作者 (author) before the name: 《青山周刊》作者 何苗
  [
    /(?:作者|撰文)[ ︱｜|/／]/,
    inUnits(
      new RegExp(`^(?:《[^》]{1,12}》|\\p{Script=Han}{2,8})?\\s?(?:作者|撰文)[ ︱｜|/／]+${NAMES}$`, 'u'),
    ),
  ],
  // reporters in brackets: 青山晚报讯（记者 何苗 方宁） · 〔記者何苗／台北報導〕 · 【記者何苗報導】
  [
    BRACKETED,
    inUnits(
      new RegExp(
        `^.{0,28}[（(〔【]\\s*${REPORTER}\\s*[:：/]?\\s*${NAMES}(?:[报報][道導]|文[/／][图圖])?[）)〕】]`,
        'u',
      ),
    ),
  ],
  // names alone in brackets, after the dateline of a news agency: 青山社2月2日电 （何苗 方宁）
  [/日[电電讯]\s?[（(]/, inUnits(new RegExp(`^[^。（()]{2,20}\\d日[电電讯]\\s?[（(]${NAMES}[）)]`, 'u'))],
  ALONE,
  // the word 报道 (reports) after the name: 【青山報訊】記者何苗報道：…… · 何苗 报道
  [
    /[报報][道導导](?:[:：\s]|$)/,
    inUnits(new RegExp(`^(?:【[^】]{2,10}】)?(?:${REPORTER}\\s?)?${NAMES}[报報][道導导](?:[:：\\s]|$)`, 'u')),
  ],
];

/** Forms in which the last lines of an article's text name the writer, each with an example. */
export const CLOSINGS: Form[] = [
  // a writer in brackets, with a place of work: （作者：何苗，青山大学教授） (the author is a professor at Qingshan University)
  [
    /作者|撰文|执笔|撰稿/,
    /[（(【[]\s*(?:本文)?(?:作者|撰文|执笔|撰稿)\s*[:：]?\s*([^）)】\]]{2,60})[）)】\]][。]?$/u,
  ],
  // reporters in brackets: （记者 何苗 方宁） · （评论员 何苗）
  [BRACKETED, inUnits(new RegExp(`[（(]${REPORTER}\\s*[:：]?\\s*${NAMES}[）)][。]?$`, 'u'))],
  ALONE,
  // names in brackets, alone or with the office before them, after the last sentence or in a line of their own:
  // ……再核查。（何苗 方宁） · 青山新闻讯（何苗） · （区水务局 何苗）
  [
    /[）)]$/,
    inUnits(
      /(?:^|[。！？”’」讯訊])\s*[（(](?!\S{0,2}[编編审審校联承咨])(?:\p{Script=Han}{2,14}[局办部院委社队中心处科室]\s*[:：\s]\s*)?((?:\p{Script=Han}{2,3}(?:[\s、]+|(?=[）)]))){1,4})(?:\|\|[^）)]*)?[）)]$/u,
    ),
  ],
  // names before the word for "text": （何苗 文/摄） · （何苗／文 方宁／图）
  [/文/, inUnits(/^[（(]?((?:\p{Script=Han}{2,3}[\s、]*){1,4})[\s/／]文(?:[\s/／、）)].*)?$/u)],
  // a word for "writer", then a bar or slash: 作者︱何苗
  [/^(?:作者|撰文|文)/, /^(?:作者|撰文|文)\s*[︱｜|/／:：]\s*([^。]{2,40})$/u],
];

/**
 * A quick test: every text in one of the forms contains one of these words, ends with a bracket, or has one after a
 * dateline (2日电（何苗）).
 */
const SIGNER =
  /作者|文|撰|供稿|采写|执笔|[记記]者|通讯员|评论员|特派员|实习生|[报報][道導导]|[）)]$|日[电電讯]\s?[（(]/;
/** Words that say outright that a writer follows. After them, a name with a rare surname is accepted. */
const OUTRIGHT = /[记記]者|作者|撰稿|评论员|实习生|^[讯訊]/;
/** Words after 记者 (reporter) that show that no name follows: 记者从有关部门获悉 (the reporter learned from the authorities) */
const NO_NAMES = /^(从|在|今|昨|日前|近日|获悉|了解|采访|综合|整理|摄|来自)/;

/** The border between the values of a line: a separator, or a blank before a label or a reporter. */
const BEFORE_ROLE = inUnits(
  /\s[·|｜]\s|\s+(?=\S{2,4}[:：]|(?:本[报報]|\p{Script=Han}{2,8}[报報网網])?[记記]者\s)/u,
);

/**
 * Finds the persons that these lines name in one of these forms. Drops words that are no names, such as 本报 (our paper).
 */
export function signatoriesOf(lines: Line[], forms: Form[]): string[] {
  for (const line of lines) {
    const own = forms === CLOSINGS ? line.text.slice(-90) : line.text.slice(0, 120);
    if (!SIGNER.test(own)) continue;
    // A name within a link belongs to another article. Only the medium before the names may be a link.
    const link = line.element.closest('a')?.textContent ?? '';
    const found = link ? [] : namesByForm(withoutPlace(withBlanks(own)), forms);
    if (found.length) return found;
    // Elements or blanks may separate the values of a line, so each value is also tried alone: 2023-02-02 10:30 | 青山日报
    // | 记者 何苗 (Qingshan Daily, reporter He Miao).
    if (line.text.length > 100 || /。/.test(line.text)) continue;
    // Sometimes only a blank separates the values: 本报记者 何苗 来源：青山晚报 (reporter He Miao, source: Qingshan Evening News).
    const parts = line.text.split(EDGE);
    const opens = forms === OPENINGS;
    for (const part of opens ? parts.flatMap((one) => one.split(BEFORE_ROLE)) : parts) {
      const own = opens ? [ALONE] : forms;
      const names = SIGNER.test(part) && !link.includes(part) ? namesByForm(withoutPlace(part), own) : [];
      if (names.length) return names;
    }
  }
  return [];
}

function namesByForm(text: string, forms: Form[]): string[] {
  for (const [sign, form] of forms) {
    const match = sign.test(text) ? form.exec(text) : null;
    // （作者系青山大学教授） (the author is a professor at Qingshan University) names nobody. （记者何苗摄） (photo by reporter He Miao)
    // names a photographer.
    if (!match || /^系|[摄攝]\s*$/.test(match[1]!)) continue;
    const found = namesOf(match[1]!);
    // One person's name shows that the list has names. Then every word of at most three characters is a name, even with
    // a rare surname. Names of four characters begin with two surnames, or are between commas: 记者何苗、卓玛央金.
    if (found.some(isWriter))
      return found.filter(
        (name) =>
          name.length <= 3 ||
          isPerson(name) ||
          (name.length === 4 && (match[1]!.includes('、') || [name[0]!, name[1]!].every(isSurname))),
      );
    if (OUTRIGHT.test(match[0]) && found.every((name) => SHORT_NAME.test(name) && !NO_NAMES.test(name)))
      return found;
  }
  return [];
}
