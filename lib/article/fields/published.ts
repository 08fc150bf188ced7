import {
  compactDate,
  dateInAddress,
  datesIn,
  firstDate,
  relativeDate,
  signedDate,
} from '../../chinese/dates.ts';
import { SIGNATORY_END } from '../../chinese/organisations.ts';
import type { LabelledValue, LabelledValues, Place } from '../metadata/labelled.ts';
import { labelAlone } from '../metadata/labels.ts';
import type { LabelledField } from '../metadata/labelTable.ts';
import type { Zones } from '../metadata/zones.ts';
import type { LinkedData } from '../page/jsonLd.ts';
import { EDGE, isLinkItem, type Line, tidy } from '../page/lines.ts';
import type { Meta } from '../page/meta.ts';
import { contradicted, type Reading, reading } from './reading.ts';

/** The date of a labelled value, with a time that its page sets into a line or an element of its own. */
const dateOf = (value: string, now: Date | undefined): string | null =>
  firstDate(value) ?? relativeDate(value, now) ?? signedDate(value) ?? compactDate(value);

/** The clock of the site above every page: 今天是2024年5月6日 10:30, 2024年5月6日 星期一. */
const SITE_CLOCK = /今[天日]|[现現]在|^[^:：]{8,16}(?:星期|周).$/;
/** An item of a list of links. */
const isItem = ({ element }: Line): boolean => {
  if (element.closest('a')) return true;
  const card = element.parentElement;
  return (card?.textContent ?? '').length < 120 && !!card?.querySelector('a[href]');
};

/** 成文日期 | 2023-02-02: the date in the next cell is that of its label. */
const isLabelled = (above: Line | undefined): boolean => !!above && labelAlone(above.text) !== null;

/** 总理　何苗: the date below is that of the decree. */
const SIGNED = /^(总理|主席|委员长|[省市区县州部]长)\s*\p{Script=Han}[\p{Script=Han}\s]{1,5}$/u;
/** 2024年5月7日（星期二）, and below it 香港時間18時32分. */
const CLOCK = /^(?:香港|北京|台北)[时時][间間]\s?\d/;
/** <b>06</b><i>2018/11</i>: the day is set large above or before year and month, as on a calendar's leaf. */
function dayAbove(text: string, below: string): string | null {
  if (text.length > 12) return null;
  const leaf = /^\d{1,2}$/.test(text) ? `${text}${EDGE}${below}` : text;
  const [, day, month] = /^(\d{1,2})\t((?:19|20)\d\d[-/.年]\d{1,2})月?$/.exec(leaf) ?? [];
  return day && month ? `${month.replace('年', '-')}-${day}`.replaceAll('/', '-').replaceAll('.', '-') : null;
}
/** The bar of a newspaper's page: its date stands there, far above the headline. */
const NEWSPAPER = /版面导航|[上下]一版|^第\s?[A-Z]?\d+\s?版/;

/**
 * The date of a metadata line that has no label: of the first such line, with the time of a later one of that day. A
 * sentence is no metadata line, nor is the note that a law bears (（2007年6月29日…通过）), and a date behind another label (更新时间：, 施行日期：) is not meant.
 */
function bareDate(lines: Line[], now: Date | undefined, above = -1, ofHidden = false): string | null {
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    const { text, hidden } = line;
    if (text.length > 100 || !!hidden !== ofHidden) continue;
    const below = lines[i - above]?.text ?? '';
    const words =
      dayAbove(text, below) ?? text.replaceAll(EDGE, ' ') + (CLOCK.test(below) ? ` ${below}` : '');
    const [date] = datesIn(words);
    const ago = date ? [] : text.split(EDGE).flatMap((part) => relativeDate(part, now) ?? []);
    if (!date && ago.length === 0) continue;
    const over = lines[i + above];
    if (
      isLabelled(over) ||
      /[。，；]|(?:通过|批准|公布|修订|修正)[）)]?$/.test(text) ||
      (over && SIGNED.test(over.text)) ||
      isLinkItem(line.element)
    )
      continue;
    if (date && !/[:：]\s?$/.test(words.slice(0, date.index))) found.push(date.iso);
    found.push(...ago);
  }
  const [day] = found;
  return found.find((iso) => iso.length > 10 && iso.startsWith(day!.slice(0, 10))) ?? day ?? null;
}

const TAGS = [
  'article:published_time',
  'og:published_time',
  'og:time',
  'og:release_date',
  'publishdate',
  'publish_date',
  'pubdate',
  'publishtime',
  'firstpublishedtime',
  'weibo: article:create_at',
  'datepublished',
  'dc.date',
  'dcterms.created',
  'date',
];

/**
 * 发布时间, by precedence: a visible label at the head, `PubDate` (国办发〔2017〕47号), a bare date below the headline,
 * a label elsewhere, the hidden block for search engines, schema.org, other tags, 更新时间, a date above the headline,
 * the address. The day is that of the best rule; where a later rule has the same day with a time, the time is its own.
 */
export function readPublished(page: {
  meta: Meta;
  linked: LinkedData;
  labelled: LabelledValues;
  zones: Zones;
  url: string;
  canonical: string | null;
  now: Date | undefined;
}): Reading<string> | null {
  const { meta, linked, labelled, zones, now } = page;
  const label = (field: LabelledField, ...places: Place[]) => {
    const rule = (one: LabelledValue) =>
      labelled.hasHeader && one.place !== 'head' ? 'document-header' : 'labelled-line';
    for (const one of labelled.all(field).filter(({ place }) => places.includes(place))) {
      const iso = dateOf(one.value, now);
      if (iso) return reading(iso, rule(one), relativeDate(one.value, now) ? 0.7 : 0.97);
    }
    return null;
  };
  const dayOf = (one: Reading<string> | null) => one?.value.slice(0, 10);
  const isNewspaper = zones.before.some(({ text }) => NEWSPAPER.test(text));
  const tag = (value: string | null) => (value ? (firstDate(value) ?? compactDate(value)) : null);
  const above = isNewspaper
    ? zones.before
    : zones.before.slice(0, 6).filter(({ text }) => !SITE_CLOCK.test(tidy(text.replaceAll(EDGE, ' '))));
  const stated = label('publishedAt', 'head');
  // What is called 发布时间 in a document's header, rather than a date without a label.
  const inHeader = labelled
    .all('publishedAt')
    .find(({ place, label }) => /before|header/.test(place) && /发布|公开|发表/.test(label));
  const called = inHeader ? dateOf(inHeader.value, now) : null;
  const official = reading(tag(meta.standard('PubDate')), 'standard-meta', 0.95);
  const bare = () => reading(bareDate(zones.head, now), 'bare-line', 0.85);
  const linkedDate = reading(tag(linked.publishedAt), 'json-ld', 0.85);
  const tagDate = reading(tag(meta.any(...TAGS)), 'meta', 0.8);
  const isOutvoted =
    stated && official && dayOf(stated) !== dayOf(official) && dayOf(official) === dayOf(bare());
  const readings: (() => Reading<string> | null)[] = [
    // 发布时间 of a press conference's own table is when it was held: the page's date is where two others agree.
    () => (isOutvoted ? null : stated),
    () => official,
    () => reading(called, labelled.hasHeader ? 'document-header' : 'labelled-line', 0.97),
    bare,
    () => reading(timed(zones.head), 'bare-line', 0.85),
    () => label('publishedAt', 'before', 'header', 'tail'),
    () => label('publishedAt', 'hidden'),
    // <span id="pubtime_baidu">2023-02-02 10:30</span>, most often to be seen.
    () => reading(bareDate(zones.head, now, -1, true), 'bare-line', 0.85),
    () => linkedDate,
    () => tagDate,
    () => label('updatedAt', 'head'),
    () => reading(bareDate(above, now, 1), 'bare-line', 0.6),
    // 香港政府新聞公報 are dated at their end.
    () => {
      const tail = zones.tail.slice(0, 4).filter((line) => !isItem(line));
      return reading(bareDate(tail, now), 'bare-line', 0.6);
    },
    () => label('updatedAt', 'before', 'tail', 'hidden'),
    () => reading(dateInAddress(page.url) ?? dateInAddress(page.canonical ?? ''), 'address', 0.5),
  ];
  const best = bestOf(readings);
  return best && contradicted(best, [stated, official, linkedDate, tagDate], isSameDay);
}

/** <time datetime="2024-01-03T18:07:52+08:00">01-03 18:07</time>: the page shows the day without its year. */
function timed(head: Line[]): string | null {
  for (const { element, text } of head.slice(0, 8)) {
    if (!/\d{1,2}:\d{2}|\d{1,2}[-月/]\d{1,2}/.test(text)) continue;
    const time = element.closest('time') ?? element.parentElement?.querySelector('time[datetime]');
    const iso = firstDate(time?.getAttribute('datetime') ?? '');
    if (iso) return iso;
  }
  return null;
}

const isSameDay = (one: string, other: string): boolean => one.slice(0, 10) === other.slice(0, 10);

/** The first reading, with the time of a later one of that day where it has none. */
function bestOf(readings: (() => Reading<string> | null)[]): Reading<string> | null {
  let best: Reading<string> | null = null;
  for (const read of readings) {
    const found = read();
    const isExact = found !== null && found.value.length > 10;
    if (!best) best = found;
    else if (isExact && found.value.startsWith(best.value)) return { ...best, value: found.value };
    // Where the best rule has a time, there is nothing to be learnt from the others.
    if (isExact && best === found) return best;
  }
  return best;
}

const SIGNATORY = new RegExp(`${SIGNATORY_END}$`);

/**
 * 成文日期: as its label gives it, else, on a document with a number, the date under the name of the issuing body at
 * the end (GB/T 9704: 发文机关署名 above, 成文日期 below).
 */
export function readWrittenOn(
  labelled: LabelledValues,
  lines: Line[],
  isDocument: boolean,
): Reading<string> | null {
  // 生成日期 of an older header can be the day of its entry: 成文日期 beside it is meant.
  const all = labelled.all('writtenOn');
  const value = (all.find(({ label }) => label.startsWith('成文')) ?? all[0])?.value ?? '';
  const iso = firstDate(value)?.slice(0, 10) ?? signedDate(value);
  if (iso) return reading(iso, 'document-header', 0.95);
  if (!isDocument) return null;
  for (let i = 1; i < lines.length; i++) {
    const [above, { text }] = [lines[i - 1]!.text, lines[i]!];
    // In numerals it is a document's own, whatever stands above: 二〇〇八年五月十二日.
    const own = text.length <= 14 ? signedDate(text) : null;
    if (own) return reading(own, 'body-text', 0.7);
    if (
      text.length > 24 ||
      above.length > 40 ||
      !SIGNATORY.test(above.replace(/\s|[（(][公印盖]?章[）)]/g, ''))
    )
      continue;
    const [date] = datesIn(text);
    const day = date && date.length >= text.length - 2 ? date.iso.slice(0, 10) : signedDate(text);
    if (day) return reading(day, 'body-text', 0.7);
  }
  return null;
}
