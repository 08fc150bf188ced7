import type { LinkedData } from './jsonLd.ts';
import type { LabelledValue, LabelledValues, Place } from './labelled.ts';
import type { LabelledField } from './labelTable.ts';
import { EDGE, type Line, tidy } from './lines.ts';
import type { Meta } from './meta.ts';
import { isPerson, namesOf, personsOf, SPACED } from './names.ts';
import { first, type Reading, reading } from './reading.ts';
import type { Zones } from './zones.ts';

const names = (one: LabelledValue): string[] =>
  // 文｜财新 何苗: the medium stands before the name.
  /^(文|文字|撰文|文图|图文|文\/图|图\/文|采写)$/.test(one.label) ? personsOf(one.value) : namesOf(one.value);

/** The names of the first place that has any, joined where one line has several such labels. */
function namesIn(labelled: LabelledValues, field: LabelledField, ...places: Place[]): string[] {
  for (const place of places) {
    const all = labelled.all(field).filter((one) => one.place === place);
    // Labels of different words are different people (文字编辑, 责任编辑); the same word again is the line printed twice.
    const firsts = all.filter((one, i) => all.findIndex(({ label }) => label === one.label) === i);
    const found = [...new Set(firsts.flatMap(names))];
    if (found.length) return found;
  }
  return [];
}

const REPORTER = '[\\p{Script=Han}\\d]{0,10}(?:[记記]者|通讯员|评论员|撰稿人?|特派员)';
const NAMES = '((?:\\p{Script=Han}[\\p{Script=Han}·•]{1,7}[\\s、，,]{0,3}){1,6})';
const plain = (text: string) => tidy(text.replaceAll(EDGE, ' ')).replace(SPACED, '$1$2');

/** From where somebody reports: 記者何苗／台北報導, 记者何苗 青山报道, 記者何苗台北14日電. */
const withoutPlace = (text: string): string =>
  text
    .replace(/[\s／/]+(\p{Script=Han}{2,6}?)[报報][道導导]/u, (all, place: string) =>
      isPerson(place) ? all : '',
    )
    .replace(/([记記]者\s?\p{Script=Han}{2,3})\p{Script=Han}{2,4}\d+日[电電]/u, '$1');

/** 本报记者 何苗 · ■青山社记者何苗、方宁 · 总台记者 何苗 */
const ALONE = new RegExp(`^[■●□▲◎◆]?\\s?${REPORTER}[ ：:]*${NAMES}$`, 'u');

/** Where the first lines of a body name the writer. Each row: what it looks like. */
const OPENINGS: RegExp[] = [
  // 【文/青山网专栏作者 何苗】 · 文｜青山周刊 何苗
  /^[【（([]?\s*(?:文|撰文|采写)\s*[/／｜|丨︱:：]\s*([^】）)\]]{2,40}?)[】）)\]]?$/u,
  // 《青山周刊》作者 何苗
  new RegExp(`^(?:《[^》]{1,12}》|\\p{Script=Han}{2,8})?\\s?(?:作者|撰文)[ ︱｜|/／]+${NAMES}$`, 'u'),
  // 青山晚报讯（记者 何苗 方宁） · 〔記者何苗／台北報導〕
  new RegExp(`^.{0,28}[（(〔]${REPORTER}\\s*[:：]?\\s*${NAMES}[）)〕]`, 'u'),
  ALONE,
  // 【青山報訊】記者何苗報道：…… · 何苗 报道
  new RegExp(`^(?:【[^】]{2,10}】)?(?:${REPORTER}\\s?)?${NAMES}[报報][道導导](?:[:：]|$)`, 'u'),
];

/** How a body's last lines are signed. */
const CLOSINGS: RegExp[] = [
  // （作者：何苗，青山大学教授）
  /[（(【[]\s*(?:本文)?(?:作者|撰文|执笔|撰稿)\s*[:：]?\s*([^）)】\]]{2,60})[）)】\]][。]?$/u,
  // （记者 何苗 方宁） · （评论员 何苗）
  new RegExp(`[（(]${REPORTER}\\s*[:：]?\\s*${NAMES}[）)][。]?$`, 'u'),
  ALONE,
  // 作者︱何苗
  /^(?:作者|撰文|文)\s*[︱｜|/／:：]\s*([^。]{2,40})$/u,
];

/** Something of which all of these hold. */
const SIGNER = /作者|文|撰|采写|执笔|[记記]者|通讯员|评论员|特派员|[报報][道導导]/;

/** A row's names that are persons': what else stands in such brackets (本报, 据新华社) is dropped. */
function signed(lines: Line[], forms: RegExp[]): string[] {
  for (const line of lines) {
    const text = withoutPlace(plain(forms === CLOSINGS ? line.text.slice(-90) : line.text.slice(0, 120)));
    for (const form of SIGNER.test(text) ? forms : []) {
      const value = form.exec(text)?.[1];
      // （作者系青山大学教授） names nobody, （记者何苗摄） a photographer.
      if (!value || /^系|[摄攝]\s*$/.test(value)) continue;
      const found = namesOf(value.split(/通讯员/)[0]!);
      // One known surname vouches for the short words beside it.
      if (found.some(isPerson)) return found.filter((name) => name.length <= 3 || isPerson(name));
    }
  }
  return [];
}

/** Persons below the headline in an element that its class calls so: <span class="author">何苗</span>. */
function classed(head: Line[]): string[] {
  for (const { element, text, hidden } of head.slice(0, 12)) {
    // [微博]何苗 · 由 何苗
    const name = text
      .split(EDGE)
      .map((part) => part.replace(/^由\s|^\[.*\]/, ''))
      .find(isPerson);
    const holder = !hidden && name && element.closest('p, div, section, header, li, td');
    for (const { textContent } of holder
      ? holder.querySelectorAll('[class*=author i], [class*=byline i]')
      : [])
      if (textContent!.includes(name!) && textContent!.length < 24) return [name!];
  }
  return [];
}

/**
 * 作者 and 记者, by precedence: a visible label, the byline where the body opens, the signature where it ends, `Author`
 * (国办发〔2017〕47号), an element below the headline whose class says so, schema.org, the hidden block for search engines. That block's author is none where it repeats
 * the editor: content systems fill it so. `<meta name="author">` names the web editor or the portal, and is not read.
 */
export function readAuthors(page: {
  meta: Meta;
  linked: LinkedData;
  labelled: LabelledValues;
  zones: Zones;
  editors: string[];
  siteName: string | null;
  /** The writer of a page of 微信公众平台. */
  writer: string | null;
}): Reading<string[]> | null {
  const { meta, linked, labelled, zones, editors, siteName, writer } = page;
  const hidden = namesIn(labelled, 'authors', 'hidden');
  const official = namesOf(meta.standard('Author') ?? '').filter((name) => name !== siteName);
  const listed = linked.authors.filter((name) => name !== linked.publisher && name !== siteName);
  return first(
    reading(namesIn(labelled, 'authors', 'head'), 'labelled-line', 0.95),
    reading(signed(zones.head.concat(zones.opening), OPENINGS), 'body-text', 0.85),
    reading(namesIn(labelled, 'authors', 'tail', 'before'), 'labelled-line', 0.9),
    reading(signed(zones.closing.concat(zones.tail.slice(0, 6)).reverse(), CLOSINGS), 'body-text', 0.85),
    reading(writer ? namesOf(writer) : [], 'labelled-line', 0.9),
    reading(official, 'standard-meta', 0.8),
    reading(classed(zones.head), 'bare-line', 0.75),
    reading(namesOf(listed.join('、')), 'json-ld', 0.7),
    reading(hidden.join() === editors.join() ? [] : hidden, 'labelled-line', 0.75),
  );
}

/** 责任编辑, 责编, 编辑: at the tail as a rule, in brackets or not (责编：何苗、方宁), else at the head. */
export const readEditors = (labelled: LabelledValues): Reading<string[]> | null =>
  reading(namesIn(labelled, 'editors', 'tail', 'head', 'before', 'hidden'), 'labelled-line', 0.95);

/** 供稿: labelled, or as a tail line ends (药剂科供稿). */
export function readContributor(labelled: LabelledValues, zones: Zones): Reading<string> | null {
  const value = labelled.all('contributor')[0]?.parts[0];
  if (value && value.length <= 40) return reading(value, 'labelled-line', 0.9);
  for (const line of [...zones.closing, ...zones.tail]) {
    const match = /^[（(]?\s*([\p{Script=Han}、\s]{2,30}?)\s?供稿(?=[）)\s]|$)/u.exec(
      plain(line.text.slice(0, 200)),
    );
    if (match && !/^(由|本|来)/.test(match[1]!)) return reading(tidy(match[1]!), 'labelled-line', 0.85);
  }
  return null;
}
