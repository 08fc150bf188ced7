import { taskReader } from '../index.ts';
import type { Deadline } from '../schema.ts';

/**
 * A verb (to finish) that is added to the typed words, because some forms count as a deadline only before a verb:
 * 6月30日 (30 June) in 6月30日完成 (to be finished on 30 June).
 */
const VERB = '完成';

/**
 * Reads a deadline that a person has typed. Null where the rules do not read all of the words as one deadline. Relative
 * days count from `publishedAt` (ISO 8601).
 */
export function deadlineInWords(words: string, publishedAt: string | null): Deadline | null {
  if (words === '') return null;
  const text = words + VERB;
  const [deadline] = taskReader(text, publishedAt)({ start: 0, end: text.length }).deadlines;
  return deadline?.text === words ? deadline : null;
}
