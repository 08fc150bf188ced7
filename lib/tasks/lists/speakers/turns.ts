import type { Span } from '../../schema.ts';
import type { Person } from '../people/person.ts';
import type { Mentions } from './mentions.ts';

/**
 * The greatest length of a name before a colon (李平：) that begins a speaker's turn in a conversation, in UTF-16 units.
 */
const LONGEST_TURN = 16;

/** A person's turn in a conversation, and the offset at which the spoken words begin. */
export type Turn = { person: Person; from: number };

/**
 * Finds the person whose turn in a conversation begins with this sentence: 李平：请各镇… (Li Ping: towns, please …). After
 * 答： (Answer:) the `answerer` speaks.
 */
export function turnIn(
  text: string,
  { start, end }: Span,
  mentions: Mentions,
  answerer: Person | null,
): Turn | null {
  const before = text.slice(start, Math.min(end, start + LONGEST_TURN)).indexOf('：');
  if (before < 0) return null;
  const colon = start + before;
  if (!/(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 4), start))) return null;
  if (answerer && text.slice(start, colon).trim() === '答') return { person: answerer, from: colon + 1 };
  const first = mentions.firstFrom(start);
  const opens = first?.name.end === colon && text.slice(start, first.whole.start).trim() === '';
  return opens ? { person: first.person, from: colon + 1 } : null;
}
