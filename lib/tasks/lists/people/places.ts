import type { Span } from '../../schema.ts';
import {
  BEFORE_NAME,
  BEFORE_OFFICE_END,
  isHan,
  NAME_BEGINS,
  OFFICE_ENDS,
  SEPARATES,
  SPEECH_BEGINS,
  TITLE_ENDS,
  UNITS,
} from './characters.ts';

/** Places of a text at which a name may begin, in UTF-16 units. */
export type Places = {
  /** Places after a title of `TITLE_END`. */
  behindTitle: number[];
  /** Places after a title of `OFFICE_END`, for names whose surname our tables lack. */
  behindOffice: number[];
  /** Beginnings of clauses. */
  atHead: number[];
  /** Beginnings of lines. */
  atLine: number[];
  /** The Han characters between the beginning of a clause and its first verb of speech. */
  beforeSpeech: Span[];
};

/**
 * A verb of speech, 在 or 从, with the adverbs before it. The words before a match may be a name whose surname our tables
 * lack. Every match begins with a character of `SPEECH_BEGINS`.
 */
const SPEECH =
  /(还|并|又|也|在[^，。；：\n]{1,16}[时中上])?(?:强调|指出|要求|表示|提出|叮嘱|嘱咐|交代|告诫|安排|部署|通报|拍板|[讲谈]道|说[，：]|表态|就[^，。；]{2,40}(?:提|讲|要求)|[在从])/y;

/** The least and the greatest length, in UTF-16 units, of the words before a verb of speech that may be a name. */
const [SHORTEST_BEFORE, LONGEST_BEFORE] = [2, 24];

/**
 * Finds the places at which a name may begin. The patterns of names are tried only at these places. Otherwise they would
 * try hundreds of surnames at every place of the text.
 */
export function placesOfNames(text: string): Places {
  const places: Places = { behindTitle: [], behindOffice: [], atHead: [], atLine: [0], beforeSpeech: [] };
  // A name with a dot (·) may begin with any character.
  const hasDot = text.includes('·');
  // The flags of the last unit, and of the unit before it.
  let [before, earlier] = [BEFORE_NAME, 0];
  // The beginning of the clause. −1 once a non-Han character, a verb of speech or the greatest length is reached.
  let head = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const unit = UNITS[code]!;
    if (before !== 0) {
      const begins = (unit & NAME_BEGINS) !== 0;
      if (before & TITLE_ENDS && (begins || hasDot || text[i] === ' ')) places.behindTitle.push(i);
      if (before & BEFORE_NAME && begins) places.atHead.push(i);
      if (before & OFFICE_ENDS && earlier & BEFORE_OFFICE_END) places.behindOffice.push(i);
      if (before & SEPARATES) {
        head = i;
        if (text[i - 1] === '\n') places.atLine.push(i);
      }
    }
    if (head >= 0) {
      if (!isHan(code) || i > head + LONGEST_BEFORE) head = -1;
      else if (unit & SPEECH_BEGINS && i >= head + SHORTEST_BEFORE) {
        SPEECH.lastIndex = i;
        if (SPEECH.test(text)) {
          places.beforeSpeech.push({ start: head, end: i });
          head = -1;
        }
      }
    }
    earlier = before;
    before = unit;
  }
  return places;
}

/**
 * Finds the matches of a sticky pattern at the given places of a text. Each match begins after the end of the previous
 * one.
 */
export function matchesAt(text: string, places: number[], pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let reached = 0;
  for (const place of places) {
    if (place < reached) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (!match) continue;
    found.push(match);
    reached = pattern.lastIndex;
  }
  return found;
}
