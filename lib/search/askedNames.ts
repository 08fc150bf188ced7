import { deadlineDays, looksLikeDays, periodOf } from './days.ts';
import { LACKING, SEARCH_FIELDS, type SearchField, STATES, type State } from './fields.ts';
import { foldSearched } from './foldSearched.ts';
import { is, not, type Query, tagged, wordsIn } from './query.ts';

// What a person can type before a colon in a query: names of fields, and of other questions such as due: and is:.

/** The names before the colon of a state, as in is:unread. */
export const STATE_NAMES: readonly string[] = ['is', '状态', '是'];
/** The names before the colon of a day on which a task is due. */
export const DUE_NAMES: readonly string[] = ['due', '期限', '截止', '时限'];
const BEFORE_NAMES: readonly string[] = ['before', '早于', '发布早于', '发布前'];
const AFTER_NAMES: readonly string[] = ['after', '晚于', '发布晚于', '发布后'];
/** The names before the colon of a day of publication. */
export const PUBLISHED_NAMES: readonly string[] = [...BEFORE_NAMES, ...AFTER_NAMES];

/** Makes a query of the value after a field's colon, or returns null for an invalid value. `now`: today's moment. */
export type Ask = (value: string, now: Date) => Query | null;

/** The names that a person can type before a colon, each group with its function. */
const ASKED: [names: readonly string[], ask: Ask][] = [
  [SEARCH_FIELDS.tag.names, tagged],
  [
    BEFORE_NAMES,
    (value, now) => {
      const days = periodOf(value, now);
      return days && { type: 'published', days: { from: 1, to: days.from - 1 } };
    },
  ],
  [
    AFTER_NAMES,
    (value, now) => {
      const days = periodOf(value, now);
      return days && { type: 'published', days: { from: days.from, to: 99_999_999 } };
    },
  ],
  [
    DUE_NAMES,
    (value, now) => {
      const days = deadlineDays(value, now);
      if (days) return { type: 'due', days };
      return looksLikeDays(value) ? null : wordsIn(value, 'deadline');
    },
  ],
  [
    STATE_NAMES,
    (value) => {
      const word = foldSearched(value);
      const stateOf = (all: [state: string, names: readonly string[]][]) =>
        all.find(([, names]) => names.includes(word))?.[0] as State | undefined;
      const lacking = stateOf(Object.entries(LACKING));
      if (lacking) return not(is(lacking));
      const state = stateOf(Object.entries(STATES).map(([one, { names }]) => [one, names]));
      return state ? is(state) : null;
    },
  ],
  ...Object.entries(SEARCH_FIELDS)
    .filter(([field]) => field !== 'tag')
    .map(([field, { names }]): (typeof ASKED)[number] => [
      names,
      (value) => wordsIn(value, field as SearchField),
    ]),
];

/** Returns the function of a name before a colon; undefined where there is no such name. */
export const askOf = (name: string): Ask | undefined => ASKED.find(([names]) => names.includes(name))?.[1];

/** All names that a person can type before a colon. */
export const ASKED_NAMES: readonly string[] = ASKED.flatMap(([names]) => names);
