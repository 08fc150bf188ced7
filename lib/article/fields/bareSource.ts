import { datesIn } from '../../chinese/dates.ts';
import { inUnits } from '../../chinese/patterns.ts';
import { isPerson } from '../../chinese/surnames.ts';
import { isEmptyValue, labelAlone } from '../metadata/labels.ts';
import type { Line } from '../metadata/line.ts';
import { tidy } from '../page/lines.ts';
import { WRITER_AND_MEDIUM } from './bylineForms.ts';
import { cleanSource, JUNK, PLACE } from './sourceName.ts';

/** Every name of a source contains one of these: a Han character or a Latin capital. */
const WORDS = inUnits(/\p{Script=Han}|[A-Z]/u);

/**
 * Whether a part contains letters or digits. Tests common ones first, because the class of all letters takes long to
 * compile.
 */
const hasWords = (part: string): boolean => /[a-z\d\u4e00-\u9fff]/i.test(part) || /\p{L}/u.test(part);

/**
 * A month, day and time without the year, in an element of their own: 06-24 19:37. Beside it, as beside a full date, is
 * the source.
 */
const SHORT_DATE = /(?:^|\t)\d{1,2}-\d{1,2} \d{1,2}:\d{2}(?:$|\t)/;

/** A reporter's role and name, such as 记者 何苗 (reporter He Miao). These are no source. */
const IS_REPORTER = /^(?:本[报報刊]|实习|见习)?(?:[记記]者|通讯员|作者|实习生)\s/;

/**
 * Whether a button to follow an account is in the block of an element, as on the pages of news apps: 云上青山, 2023-02-02
 * 10:30, + 关注 (follow). The line above the date is then the account's name.
 */
function canFollow(element: Element): boolean {
  let block = element;
  while ((block.parentElement?.textContent?.length ?? 120) < 120) block = block.parentElement!;
  return /关注(?![度我])/.test(block.textContent!);
}

/**
 * A name without a label beside the date: `2018年12月28日 19:55 新京报` (The Beijing News). Of several names, takes the one
 * nearest to the date, but never that of a person or of one of the `writers`.
 */
export function bareSource(lines: Line[], writers: string[]): string | null {
  for (const [i, line] of lines.slice(0, 6).entries()) {
    const { text, hidden } = line;
    const medium = hidden || !/[/／]/.test(text) ? null : WRITER_AND_MEDIUM.exec(text)?.[2];
    if (medium) return medium;
    if (hidden || text.length > 100 || /。|^.{20,}，/.test(text)) continue;
    if (line.dates.length !== 1 && !SHORT_DATE.test(text)) continue;
    if (line.labelled.values.some(({ field }) => field === 'writtenOn')) continue;
    const parts = text
      .split(/[\t|｜]/)
      .flatMap((part) => {
        const [date] = datesIn(part);
        if (!date) return [SHORT_DATE.test(part) ? '\n' : part];
        // Within one element, only blanks separate the values: 2023-02-02 10:30 水务局 阅读 123 (Water Bureau, read 123
        // times).
        const [left, right] = [part.slice(0, date.index), part.slice(date.index + date.length)];
        return [...left.split(' '), '\n', ...right.split(' ')];
      })
      .map((part) => (part === '\n' ? part : tidy(part)))
      .filter((part) => part === '\n' || (hasWords(part) && !PLACE.test(part) && !/^\[.*\]$/.test(part)));
    const at = parts.indexOf('\n');
    // In 编辑：管理员 2023-02-02 (editor: administrator), the words beside the date are the value of another label, so they
    // are no source.
    const isOfLabel = (part: string) => line.labelled.values.some(({ parts }) => parts[0] === part);
    const isName = (part: string | undefined) =>
      !!part &&
      part.length >= 2 &&
      part.length <= 20 &&
      !/[:：/>。，]/.test(part) &&
      !JUNK.test(part) &&
      WORDS.test(part) &&
      !isEmptyValue(part) &&
      !/[于在自至从]$/.test(part) &&
      !IS_REPORTER.test(part) &&
      !isOfLabel(part) &&
      !labelAlone(part);
    // The writer may be between the source and the date: 青山晚报 何苗 2023-02-02 10:30 (Qingshan Evening News, He Miao).
    const isOfWriter = (part: string) => isPerson(part) || writers.includes(part);
    const left = isOfWriter(parts[at - 1] ?? '') ? parts[at - 2] : parts[at - 1];
    // The writer may have a role: 青山客户端 | 记者 何苗 | 2023-02-02 (Qingshan app, reporter He Miao). The source may follow
    // the word 来源 (source) in one element: 2023-02-02 | 文/图 何苗 | 来源 青山晚报.
    const name = [
      /(?:^|\t)来源 (\S+)(?:\t|$)/.exec(text)?.[1],
      parts[at + 1],
      IS_REPORTER.test(left ?? '') ? parts[at - 2] : left,
    ].find(isName);
    const account = lines[i - 1]?.text;
    if (isName(account) && !isOfWriter(account!) && canFollow(line.element)) return cleanSource(account);
    if (name && (!isOfWriter(name) || /[报网社刊台界]$/.test(name))) return cleanSource(name);
    // The medium may be alone, or before the writer, in the line above: 青山融媒 | 记者 何苗 (Qingshan Media, reporter He
    // Miao), then 2023-02-02 10:30.
    const above = /^[^\t]{2,14}(?:[日晚]报|[台网]|融媒(?:体中心)?)(?=\t|$)/.exec(lines[i - 1]?.text ?? '');
    if (above && !lines[i - 1]!.hidden) return cleanSource(above[0]);
  }
  return null;
}
