import { BEFORE_NAME, NAME_BEGINS, OFFICE_ENDS, SEPARATES, TITLE_ENDS, UNITS } from './characters.ts';

/** Places of a text at which a name may begin, in UTF-16 units. */
export type Places = {
  /** Places after a title of `TITLE_END`. */
  behindTitle: number[];
  /** Places after a title of `IN_OFFICE`, for names whose surname our tables lack. */
  behindOffice: number[];
  /** Beginnings of clauses. */
  atHead: number[];
  /** Beginnings of lines. */
  atLine: number[];
};

/**
 * Finds the places at which a name may begin. The patterns of names are tried only at these places. Otherwise they would
 * try hundreds of surnames at every place of the text.
 */
export function placesOfNames(text: string): Places {
  const places: Places = { behindTitle: [], behindOffice: [], atHead: [], atLine: [0] };
  // A name with a dot (·) may begin with any character.
  const hasDot = text.includes('·');
  let before = BEFORE_NAME;
  for (let i = 0; i < text.length; i++) {
    const unit = UNITS[text.charCodeAt(i)]!;
    if (before !== 0) {
      const begins = (unit & NAME_BEGINS) !== 0;
      if (before & TITLE_ENDS && (begins || hasDot || text[i] === ' ')) places.behindTitle.push(i);
      if (before & BEFORE_NAME && begins) places.atHead.push(i);
      if (before & OFFICE_ENDS) places.behindOffice.push(i);
      if (before & SEPARATES && text[i - 1] === '\n') places.atLine.push(i);
    }
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
