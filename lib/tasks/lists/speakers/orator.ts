import { HAN } from '../../../chinese/patterns.ts';
import { NAME, TITLE_END } from '../../../chinese/people.ts';
import { nameless, type People, type Person } from '../people/person.ts';

/**
 * The words to the listeners with which a printed speech begins, below the speaker's title and name: 同志们：
 * (comrades:).
 */
const ADDRESS = /^[^。]{0,60}\n\s*(?:同志们|各位)/;

/** The day of a speech, in brackets. */
const DAY = '（[^（）\\n]{0,20}\\d{1,2}月\\d{1,2}日[^（）\\n]{0,12}）';
/** The day of a speech, on the line below title and name. */
const DATED = new RegExp(`^\\s*\\n\\s*${DAY}\\s*\\n`);
/**
 * What may stand above title and name in a text whose page's title says that it is a speech: nothing, or the day of
 * the speech.
 */
const DAY_ABOVE = new RegExp(`^\\s*(?:${DAY}\\s*)?$`);

/** The title of a page that prints a speech: 在全县防汛工作会议上的讲话（摘要）. */
const PRINTS_SPEECH = /上的(?:讲话|发言|报告)(?:（[^（）]{1,12}）)?\s*$/;

/**
 * The first lines of a printed speech: title and name (县长 李平), or the name alone; the day, before or after the name;
 * and the words to the listeners (同志们：, comrades:). After a title and a blank, a name may have a surname that our
 * tables lack. Groups 2 to 4 are the title, the blanks and the name.
 */
const BYLINE = new RegExp(
  `^(\\s*（[^（）\\n]{4,24}）\\s*\\n)?\\s*([${HAN}、]{0,24}?${TITLE_END})?( *)(${NAME}|(?<=[${HAN}] {1,3})[${HAN}]{2,3})(?=\\s*\\n(?:\\s*（[^（）\\n]{4,24}）\\s*\\n)?\\s*(?:同志们|各位|[${HAN}]{2,6}们[、，：]))`,
);

/**
 * Every match of `BYLINE` contains words to the listeners, such as 同志们： (comrades:). Texts without such words are not
 * tried on that pattern, to save time.
 */
const MAY_BE_SPEECH = /\n\s*(?:同志们|各位|[\u4e00-\u9fff]{2,6}们[、，：])/;

/** The sentence that introduces a printed speech: 现将李平的讲话摘要刊发如下：. */
const PRINTED = /^[^。，；\n]{0,40}(?:讲话|部署|要求|内容|报告)[^。，；\n]{0,16}如下/;

/**
 * The words after a person's name that report a speech, and the next sentence, which introduces the printed speech:
 * 作了讲话。以下是讲话的主要内容。 after 李平.
 */
const TOLD =
  /^(?=[^\n]*(?:讲|发言))[^。\n]{0,40}[。，](?:现将|现刊[发登载]|以下)[^。\n]{0,30}(?:如下|内容|要点|摘要|全文|节选)(?:，供[^。\n]{2,16})?[。：]?\s*\n/;

/** The words before and after a name in a line that announces the printed speech: 以下是李平讲话要点：. */
const ANNOUNCED = {
  before: /(?:^|\n)\s*(?:以下|下面)[是为][^，。；：\n]{0,16}$/,
  after:
    /^(?:同志)?[^，。；：\n]{0,16}(?:讲话|部署|要求)的?(?:主要)?(?:内容|要点|摘要|摘录|全文|节选|实录)[：。]?\s*\n/,
};

/** The title of a printed speech: 李平同志在全县防汛工作会议上的讲话. Group 1 is the speaker's name. */
const SPEECH_OF = new RegExp(
  `(?:^|[—：\\s]|${TITLE_END})(${NAME})(?:同志)?在[^，。]{2,40}上的(?:讲话|发言|报告)`,
);

/** How many UTF-16 units at the beginning of a text are searched for the person who gives the printed speech. */
const HEAD = 600;

/** How many UTF-16 units after a name are read, to see whether a speech follows. */
const BEHIND_NAME = 100;

/**
 * Every sentence that announces a printed speech has one of these words. Other texts are not tried on the longer
 * patterns, to save time.
 */
const MAY_ANNOUNCE = /现[将刊]|以下|下面/;

/** The person who gives the speech that a text prints, and the offset at which the speech begins. */
export type Orator = { person: Person; from: number };

/**
 * Finds the person who gives the speech that the whole text prints, and where the speech begins. Returns null where the
 * text is no speech. A name in the text takes precedence over a name in the page's title.
 */
export const oratorOf = (text: string, people: People, title: string): Orator | null =>
  oratorInText(text, people, PRINTS_SPEECH.test(title)) ?? oratorInTitle(title, people);

function oratorInTitle(title: string, { byName }: People): Orator | null {
  const name = title.includes('上的') ? SPEECH_OF.exec(title)?.[1] : null;
  return name ? { person: byName.get(name) ?? nameless(name, null), from: 0 } : null;
}

function oratorInText(text: string, { mentions }: People, isSpeech: boolean): Orator | null {
  const head = text.slice(0, HEAD);
  const [all, , title, gap, name] = (MAY_BE_SPEECH.test(head) ? BYLINE.exec(head) : null) ?? [];
  if (all && name) {
    const end = all.trimEnd().length;
    const nameAt = { start: end - name.length, end };
    const titleEnd = nameAt.start - gap!.length;
    const titleAt = title ? { start: titleEnd - title.length, end: titleEnd } : null;
    return { person: { name, title: title ?? null, nameAt, titleAt }, from: end };
  }
  const isAnnounced = MAY_ANNOUNCE.test(text.slice(0, HEAD + BEHIND_NAME));
  for (const { person, whole, name } of mentions) {
    if (name.end > HEAD) return null;
    const before = text.slice(Math.max(0, whole.start - 24), whole.start);
    const after = text.slice(name.end, name.end + BEHIND_NAME);
    const isHeld = person.title !== null && /(?:^|\n)\s*$/.test(before) && /^\s*\n/.test(after);
    if (
      (isHeld &&
        (ADDRESS.test(after) ||
          DATED.test(after) ||
          (isSpeech && DAY_ABOVE.test(text.slice(0, whole.start))))) ||
      (isAnnounced &&
        (TOLD.test(after) ||
          (/现将[^，。；\n]{0,20}$/.test(before) && PRINTED.test(after)) ||
          (ANNOUNCED.before.test(before) && ANNOUNCED.after.test(after))))
    )
      return { person, from: name.end };
  }
  return null;
}
