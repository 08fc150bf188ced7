import type { Span, Speaker } from '../../schema.ts';

/**
 * A speaker, with the places in the text at which the name and the title are. The words there can be shorter: a name may
 * be completed from another mention.
 */
export type Person = Speaker & { nameAt: Span | null; titleAt: Span | null };

/** The people of a text. */
export type People = {
  /** The people by their names, in the order in which the text first names them. */
  byName: Map<string, Person>;
  /** Every mention of a person, in the order of the text: the span of the name, and the span with its title. */
  mentions: { person: Person; name: Span; whole: Span }[];
};

/** A name found in a text: its offset (`at`), the title with its span, and the span of both together (`whole`). */
export type FoundName = { name: string; title: string | null; at: number; titleAt: Span | null; whole: Span };

/** Makes a speaker who has a role or a title but no name: 会议, 分管领导, 县长. */
export const nameless = (name: string, nameAt: Span | null): Person => ({
  name,
  title: null,
  nameAt,
  titleAt: null,
});
