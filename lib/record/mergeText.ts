/** A replaced part of a text: its UTF-16 offsets in the text before the edit, and the words that replace it. */
type Edit = { start: number; end: number; words: string };

const isLow = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text[at] ?? '');

/** The smallest part by which two texts differ. No character is cut in two. */
function editOf(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isLow(before, start) || isLow(after, start)) start -= 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  if (isLow(before, before.length - same)) same -= 1;
  return { start, end: before.length - same, words: after.slice(start, after.length - same) };
}

/**
 * Merges two edits of one note: applies to `theirs` what was changed from `base` to `mine`. Where both edits changed
 * the same words, keeps both versions one after the other, so that nothing typed is lost.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const own = editOf(base, mine);
  const other = editOf(base, theirs);
  if (own.end <= other.start && !(own.start === other.start && own.end === other.start))
    return theirs.slice(0, own.start) + own.words + theirs.slice(own.end);
  if (other.end > own.start) return `${theirs}\n\n${mine}`;
  const moved = theirs.length - base.length;
  return theirs.slice(0, own.start + moved) + own.words + theirs.slice(own.end + moved);
}
