import type { Strength } from '../../lexicon/speech.ts';
import type { Person } from '../people/person.ts';

/** The words of a sentence with which somebody begins to speak. */
export type Introduction = {
  /** The speaker; null where the sentence names nobody, so that the last speaker continues. */
  speaker: Person | null;
  /** Whether a document speaks (《意见》提出), instead of a person or meeting. */
  document: boolean;
  strength: Strength;
  /** Whether a meeting decides something: 会议议定. */
  resolves: boolean;
  /** The offset at which the spoken words begin. */
  from: number;
};
