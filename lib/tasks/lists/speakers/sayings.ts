import {
  COLON_ONLY,
  COUNT_ONLY,
  DONE,
  isNoun,
  matchesOfSaying,
  NOUNS,
  withoutAdverbs,
} from '../../lexicon/speech.ts';
import { quotedIn } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';

/** A verb of speech in a sentence, with the words around it. */
export type Saying = {
  verb: string;
  /** Whether the verb announces demands, mostly with their number: 提出三点要求. */
  counted: boolean;
  /** Where the words of the sentence that precede the verb are in the text. */
  span: Span;
  /** These words. */
  before: string;
  /** The last clause of the words before the verb. */
  clause: string;
  /** The clause without adverbs and without those who are addressed, so that it ends with the speaker. */
  near: string;
  /** The first words after the verb. */
  behind: string;
  /** The offset at which the spoken words begin. */
  from: number;
};

/** How many UTF-16 units after a verb of speech are read. */
const BEHIND = 20;

/** The words of a clause before `lastIndex`. A lookbehind, because it reads backwards from there to the last stop. */
const LAST_CLAUSE = /(?<=([^，。；：]*))/y;

/** Words between the speaker and the verb that name those who are addressed: 对随行的负责人. */
const ADDRESSEES = /对(?<=.对)[^，。；：]{2,24}$/;

/** Words between the speaker and the verb that name the matter: 就近期工作. */
const ABOUT = /就(?<=.就)[^，。；：]{2,20}$/;

/** Words between the speaker and the verb that name the occasion: 在反馈会上. */
const OCCASION = /在(?<=.在)[^，。；：在]{1,14}[时中上后]$/;

/**
 * What stands between a report of a speech (作出部署) and the spoken words: a stop, a colon, or a comma before 要. The
 * sentence may also end there.
 */
const DIRECTLY_SAID = /^(?:[：。]|\s*$|，(?:$|要(?!求)))/;

/** What kind of speech somebody gives, before the word for it: 作动员 (to rally) in 作动员讲话. */
const KIND_OF_SPEECH = /[作做]了?(?:动员|总结|重要|工作|辅导|专题|主题)$/;

/** Quoted words before 的, which are the topic of the sentence and not spoken in it: “不行”的. */
const SPOKEN_OF = /^\s?“[^”]{1,12}”的/;

/** The words of a clause about what somebody will say: 将对清淤作出. */
const TO_COME = /(?<!即)将(?:对|就)[^，。；：]{2,40}(?:[作做]出?|进行)[^，。；：]{0,4}$/;

/** A second verb of speech that follows the first: 提出要求，强调要…. */
const AGAIN = /^，(?:并)?(?:强调|指出|要求)(?=[，：]?要(?!求))/;

/**
 * Finds the verbs of a sentence that introduce spoken words. Leaves out verbs inside quotations, and words such as 要求
 * and 部署 where they are nouns. `endsName` says whether a person's name ends at an offset.
 */
export function sayingsIn(text: string, sentence: Span, endsName: (place: number) => boolean): Saying[] {
  const found: Saying[] = [];
  const matches = matchesOfSaying(text, sentence);
  if (matches.length === 0) return found;
  const { start } = sentence;
  const words = text.slice(start, sentence.end);
  let quoted: ((place: number) => boolean) | null = null;
  for (const {
    0: { length },
    1: verb,
    2: demands,
    index,
  } of matches) {
    const at = start + index;
    quoted ??= quotedIn(text, { start, end: start + words.length });
    if (quoted(at)) continue;
    const counted = demands !== undefined;
    const before = words.slice(0, index);
    const behind = words.slice(index + length, index + length + BEHIND);
    LAST_CLAUSE.lastIndex = index;
    const clause = LAST_CLAUSE.exec(words)![1]!;
    // In 说“不行”的，要追责 (those who say “no” must answer for it) the quoted words are the topic, and nobody speaks them.
    if (SPOKEN_OF.test(behind)) continue;
    if (!counted && !introducesWords(verb!, clause, behind, () => endsName(at))) continue;
    // In 下月的全会将对清淤作出部署 (next month's meeting will arrange the dredging) nobody has spoken yet.
    if (TO_COME.test(clause)) continue;
    // In 落实会议精神和部署要求， (carry out the meeting's arrangements and demands,) the last two words together are a noun.
    const isOneNoun = demands === '要求' && /^(?:部署|安排)$/.test(verb!) && behind.startsWith('，');
    if (isOneNoun && isNoun(clause)) continue;
    // In 县长何苗作动员讲话 (county head He Miao gave a rallying speech) the words 作动员 belong to the verb.
    const speaks = NOUNS.has(verb!) ? clause.replace(KIND_OF_SPEECH, '') : clause;
    // In 副省长对随行的负责人提出要求 (the vice governor made demands on the heads who came along) the persons after 对 are
    // addressed and do not speak.
    const near = withoutAdverbs(
      withoutAdverbs(speaks.replace(OCCASION, '')).replace(ADDRESSEES, '').replace(ABOUT, ''),
    ).trim();
    // In 提出要求，强调要… (made demands, stressed that …) two verbs introduce one speech.
    const again = AGAIN.exec(behind)?.[0].length ?? 0;
    const span = { start, end: at };
    found.push({ verb: verb!, counted, span, before, clause, near, behind, from: at + length + again });
  }
  return found;
}

/**
 * Whether a word such as 要求 (demand) or 部署 (arrange) is a verb and introduces the words after it. Not used for verbs
 * that announce demands (提出三点要求, makes three demands).
 */
function introducesWords(verb: string, clause: string, behind: string, endsName: () => boolean): boolean {
  const done = DONE.test(clause) && DIRECTLY_SAID.test(behind);
  // In 王立新要求 (Wang Lixin demands) the word 新 ends a name, and 要求 is a verb.
  if (!done && NOUNS.has(verb) && isNoun(clause) && !endsName()) return false;
  const isNounOnly = COLON_ONLY.has(verb) && !behind.startsWith('：');
  // In 会议部署，抓紧清淤 (the meeting arranges, dredge soon) the word 部署 is a verb, because only 会议 stands before it.
  const byMeeting = behind.startsWith('，') && /^\s*会议还?$/.test(clause);
  if (!done && isNounOnly && !byMeeting) return false;
  // In 把问题及时交办。 (Hand on problems in time.) the verb has its object before it, and introduces no words.
  return (
    (!COUNT_ONLY.has(verb) || behind.startsWith('：')) &&
    !(behind.startsWith('。') && /^(?:把|将)/.test(clause))
  );
}
