import { describe, expect, it } from 'vitest';
import { read } from '../../test/support/inShort.ts';
import { type Example, examplesOf } from '../../test/support/ruleExamples.ts';
import { fold } from '../chinese/fold.ts';
import { DATES } from './details/deadlineForms/dates.ts';
import { OCCASIONS } from './details/deadlineForms/occasions.ts';
import { PERIODS } from './details/deadlineForms/periods.ts';
import { ACTS } from './details/documents.ts';
import { FIRMNESS } from './details/firmness.ts';
import { FIRST_LEADS } from './details/responsible/brackets.ts';
import { CARRIED } from './details/responsible/carried.ts';
import { SUBJECTS } from './details/responsible/subjectRules.ts';
import * as headings from './lexicon/headings.ts';
import * as closings from './lexicon/notOrders/closings.ts';
import * as leads from './lexicon/notOrders/leads.ts';
import * as parties from './lexicon/notOrders/parties.ts';
import * as reports from './lexicon/notOrders/reports.ts';
import * as statements from './lexicon/notOrders/statements.ts';
import { MEETINGS, NOUN_CLAUSES } from './lexicon/speech.ts';
import { ANNOUNCED } from './lists/announced.ts';
import { EXPLICIT, POLITE } from './lists/orders/explicit.ts';
import { WEIGHING } from './lists/orders/weighing.ts';
import { KINDS } from './lists/ordinals/markers.ts';
import { LEVELS } from './lists/outline/levels.ts';
import { COLUMNS } from './lists/tables.ts';
import { anyOf } from './rules.ts';
import type { TextReading } from './schema.ts';

/** How a test checks the examples of a table of rules through `readText`. */
type Trial = {
  /** Makes a text that has the example at a place where its rule applies. */
  carrier: (example: string) => string;
  /** Whether the result of `readText` shows that the rule found the example. */
  shows: (reading: TextReading, example: string) => boolean;
  issuer?: string;
};

const listed = ({ taskLists }: TextReading) => taskLists.flatMap(({ tasks }) => tasks);
const hasNoTasks = (reading: TextReading) => listed(reading).length === 0;
const hasTwo = (reading: TextReading) => listed(reading).length === 2;
/** Whether no task begins with the example. */
const isNoTask = (reading: TextReading, example: string) =>
  !listed(reading).some(({ text }) => text.startsWith(example.slice(0, 4)));

const BETWEEN_ORDERS: Trial = {
  carrier: (x) => `会议强调，要抓好落实。${x}要加强督导。要压实责任。`,
  shows: isNoTask,
};
const HAS_DEADLINE: Trial = {
  carrier: (x) => `会议要求，一要抓紧推进，${x}；二要加强督导。`,
  shows: (reading) => listed(reading)[0]!.deadlines.length > 0,
};
const SAYS_TWO = '强调，要抓好落实。要压实责任。';
const UNDER_HEADINGS = (x: string) =>
  `一、加强值守\n各单位要加强值守。\n二、强化巡查\n要强化巡查。\n三、${x}\n要压实责任。`;

/** The firmness of each example that states it after an arrow (→). */
const FIRM_WORDS = new Map(
  examplesOf(new URL('details/firmness.ts', import.meta.url), 'FIRMNESS')
    .flat()
    .map(({ text, gives }) => [text, gives]),
);

/** Every table of patterns: its file, and how its examples are tried. */
const TABLES: Record<string, { file: string; patterns: readonly RegExp[]; trial: Trial }> = {
  ANNOUNCED: {
    file: 'lists/announced.ts',
    patterns: ANNOUNCED.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `会议强调，${x.replace(/：$/, '')}：一要抓早；二要抓小。`,
      shows: ({ taskLists }) => taskLists.some(({ announcedCount }) => announcedCount !== null),
    },
  },
  DATES: {
    file: 'details/deadlineForms/dates.ts',
    patterns: DATES.map(({ pattern }) => pattern),
    trial: HAS_DEADLINE,
  },
  PERIODS: {
    file: 'details/deadlineForms/periods.ts',
    patterns: PERIODS.map(({ pattern }) => pattern),
    trial: HAS_DEADLINE,
  },
  OCCASIONS: {
    file: 'details/deadlineForms/occasions.ts',
    patterns: OCCASIONS.map(({ pattern }) => pattern),
    trial: HAS_DEADLINE,
  },
  FIRMNESS: {
    file: 'details/firmness.ts',
    patterns: FIRMNESS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `会议要求，一是${x}；二是加强督导。`,
      // Another row may give a ✗ example its firmness. So only the firmness that the example states after an arrow
      // counts as found.
      shows: (reading, example) => {
        const firmness = listed(reading)[0]!.firmness;
        return firmness !== null && FIRM_WORDS.get(example) === firmness;
      },
    },
  },
  KINDS: {
    file: 'lists/ordinals/markers.ts',
    patterns: KINDS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `会议要求，${x}`,
      shows: (reading) => listed(reading).some(({ marker }) => marker !== null),
    },
  },
  EXPLICIT: {
    file: 'lists/orders/explicit.ts',
    patterns: EXPLICIT.map(({ pattern }) => pattern),
    trial: { carrier: (x) => `会议强调，${x}。要加强督导。`, shows: hasTwo },
  },
  POLITE: {
    file: 'lists/orders/explicit.ts',
    patterns: POLITE.map(({ pattern }) => pattern),
    trial: { carrier: (x) => `会议强调，要加强督导。${x}。`, shows: hasTwo },
  },
  WEIGHING: {
    file: 'lists/orders/weighing.ts',
    patterns: WEIGHING.map(({ pattern }) => pattern),
    trial: { carrier: (x) => `会议强调，${x}。要加强督导。`, shows: (reading) => !hasTwo(reading) },
  },
  LEVELS: {
    file: 'lists/outline/levels.ts',
    patterns: LEVELS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `${x}\n要逐级落实。\n${x}\n要加强督导。`,
      shows: (reading) => listed(reading).filter(({ marker }) => marker !== null).length === 2,
      issuer: '青山市人民政府',
    },
  },
  SUBJECTS: {
    file: 'details/responsible/subjectRules.ts',
    patterns: SUBJECTS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `会议强调，一要抓好整改，${x}；二要加强督导。`,
      shows: (reading) => listed(reading)[0]!.responsible.length > 0,
    },
  },
  CARRIED: {
    file: 'details/responsible/carried.ts',
    patterns: CARRIED.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `会议强调，一要抓好整改。${x}；二要加强督导。`,
      shows: (reading) => listed(reading)[0]!.responsible.length > 0,
    },
  },
  FIRST_LEADS: {
    file: 'details/responsible/brackets.ts',
    patterns: FIRST_LEADS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `${x}。\n会议要求，一要编制方案（市教育局、市财政局按职责分工负责）；二要加强督导。`,
      shows: (reading) => listed(reading)[0]!.leads.includes('市教育局'),
    },
  },
  NOUN_CLAUSES: {
    file: 'lexicon/speech.ts',
    patterns: NOUN_CLAUSES.map(({ pattern }) => pattern),
    trial: { carrier: (x) => `局长李平出席。${x}要求，要抓好落实。要压实责任。`, shows: hasNoTasks },
  },
  MEETINGS: {
    file: 'lexicon/speech.ts',
    patterns: MEETINGS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `${x}${SAYS_TWO}`,
      shows: ({ taskLists }) => taskLists[0]?.speaker?.name === '会议',
    },
  },
  LEADS_OF_NO_ORDERS: {
    file: 'lexicon/notOrders/leads.ts',
    patterns: leads.LEADS_OF_NO_ORDERS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `局长李平强调，汛期将至。${x}一是加强巡查；二是要清理河道。`,
      shows: hasNoTasks,
    },
  },
  SITUATION: {
    file: 'lexicon/notOrders/statements.ts',
    patterns: statements.SITUATION.map(({ pattern }) => pattern),
    trial: BETWEEN_ORDERS,
  },
  EXPLANATION: {
    file: 'lexicon/notOrders/statements.ts',
    patterns: statements.EXPLANATION.map(({ pattern }) => pattern),
    trial: BETWEEN_ORDERS,
  },
  ATTITUDES: {
    file: 'lexicon/notOrders/statements.ts',
    patterns: statements.ATTITUDES.map(({ pattern }) => pattern),
    trial: { carrier: (x) => `会议强调，${x}。\n要全面清淤。要全面排查。`, shows: hasTwo },
  },
  REPORTS: {
    file: 'lexicon/notOrders/reports.ts',
    patterns: reports.REPORTS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `会议强调，要抓好落实。要压实责任。${x}要加强督导。`,
      shows: hasTwo,
    },
  },
  WISHES: {
    file: 'lexicon/notOrders/statements.ts',
    patterns: statements.WISHES.map(({ pattern }) => pattern),
    trial: BETWEEN_ORDERS,
  },
  CLOSING_PARAGRAPHS: {
    file: 'lexicon/notOrders/closings.ts',
    patterns: closings.CLOSING_PARAGRAPHS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `一、加强值守\n各镇要加强值守。\n要按时报告。\n二、强化巡查\n要逐段巡查。\n${x}`,
      shows: (reading, example) => !listed(reading).some(({ text }) => text.includes(example.slice(0, 4))),
      issuer: '青山市人民政府',
    },
  },
  COLUMNS: {
    file: 'lists/tables.ts',
    patterns: COLUMNS.map(({ pattern }) => pattern),
    trial: {
      // The column with the tested heading contains a task in the first table, a public body in the second, and a
      // deadline in the third.
      carrier: (x) =>
        `序号\t${x}\t责任单位\n1\t清理河道\t甲局\n以下为续表。\n工作任务\t${x}\t承办单位\n疏浚沟渠\t丙局\t丁局\n以下为续表。\n工作任务\t${x}\t承办单位\n修补堤岸\t三季度\t丁局`,
      shows: (reading) =>
        listed(reading).some(
          ({ text, responsible, deadlines }) =>
            text === '清理河道' || responsible.includes('丙局') || deadlines.length > 0,
        ),
    },
  },
  FOREIGN_PARTIES: {
    file: 'lexicon/notOrders/parties.ts',
    patterns: parties.FOREIGN_PARTIES.map(({ pattern }) => pattern),
    trial: BETWEEN_ORDERS,
  },
  NO_COMMANDERS: {
    file: 'lexicon/notOrders/parties.ts',
    patterns: parties.NO_COMMANDERS.map(({ pattern }) => pattern),
    trial: { carrier: (x) => `${x}林海${SAYS_TWO}`, shows: hasNoTasks },
  },
  DIPLOMACY: {
    file: 'lexicon/notOrders/parties.ts',
    patterns: parties.DIPLOMACY.map(({ pattern }) => pattern),
    trial: { carrier: (x) => `${x}部长李平${SAYS_TWO}`, shows: hasNoTasks },
  },
  NO_TASK_HEADINGS: {
    file: 'lexicon/headings.ts',
    patterns: headings.NO_TASK_HEADINGS.map(({ pattern }) => pattern),
    trial: { carrier: UNDER_HEADINGS, shows: isNoTask, issuer: '青山市人民政府' },
  },
  NOUN_HEADINGS: {
    file: 'lexicon/headings.ts',
    patterns: headings.NOUN_HEADINGS.map(({ pattern }) => pattern),
    trial: { carrier: UNDER_HEADINGS, shows: isNoTask, issuer: '青山市人民政府' },
  },
  GOAL_HEADINGS: {
    file: 'lexicon/headings.ts',
    patterns: headings.GOAL_HEADINGS.map(({ pattern }) => pattern),
    trial: { carrier: UNDER_HEADINGS, shows: ({ goals }) => goals.length > 0, issuer: '青山市人民政府' },
  },
  TASK_HEADINGS: {
    file: 'lexicon/headings.ts',
    patterns: headings.TASK_HEADINGS.map(({ pattern }) => pattern),
    trial: {
      carrier: (x) => `${x}\n1.河道清淤，全线作业。\n2.管网普查，逐条登记。`,
      shows: (reading) => listed(reading).length === 2,
      issuer: '青山市人民政府',
    },
  },
};

/** Copies a pattern without the flags g and y, with which it would remember its last match. */
const fresh = (pattern: RegExp) => new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
const says = ({ found, text }: Example) => `${found ? 'finds' : 'leaves alone'} ${text}`;

it('tries every table of the lexicon', () => {
  const tables = Object.entries({
    ...closings,
    ...leads,
    ...parties,
    ...reports,
    ...statements,
    ...headings,
  }).filter(([, value]) => Array.isArray(value));
  for (const [name] of tables) expect(TABLES).toHaveProperty(name);
});

describe.each(Object.entries(TABLES))('%s', (table, { file, patterns, trial }) => {
  const rows = examplesOf(new URL(file, import.meta.url), table);
  it('has an example for every rule', () => {
    expect(rows).toHaveLength(patterns.length);
    for (const examples of rows) expect(examples.some(({ found }) => found)).toBe(true);
  });
  patterns.forEach((pattern, i) => {
    for (const example of rows[i] ?? []) {
      it(`${says(example)}`, () => {
        expect(fresh(pattern).test(fold(example.text))).toBe(example.found);
      });
      it(`${says(example)}, read in a text`, () => {
        const { carrier, shows, issuer = null } = trial;
        const reading = read(carrier(example.text), { issuer, publishedAt: '2025-03-01' });
        expect(shows(reading, example.text)).toBe(example.found);
      });
    }
  });
});

describe('Time limits mean the days that stand beside them', () => {
  const examples = ['DATES', 'PERIODS', 'OCCASIONS'].flatMap((table) =>
    examplesOf(new URL(TABLES[table]!.file, import.meta.url), table).flat(),
  );
  for (const { text, gives } of examples.filter(({ found }) => found))
    it(`${text} → ${gives}`, () => {
      const reading = read(HAS_DEADLINE.carrier(text), { publishedAt: '2025-03-01' });
      const { from, date, every } = listed(reading)[0]!.deadlines[0]!;
      const days = from ? `${from} – ${date}` : (date ?? '?');
      expect(every ? `${days} ${every}` : days).toBe(gives);
    });
});

describe('What is said of a document', () => {
  const rows = examplesOf(new URL('details/documents.ts', import.meta.url), 'ACTS');
  it('has an example for every act', () => expect(rows).toHaveLength(ACTS.length));
  ACTS.forEach(({ act }, i) => {
    for (const { text } of rows[i] ?? [])
      it(`${text} → ${act}`, () => {
        expect(read(`${text.replace('…', '青山市防汛方案')}。`).documents).toMatchObject([{ act }]);
      });
  });
});

describe('A rule tries all texts that it can match', () => {
  for (const [name, rules] of Object.entries({ EXPLICIT, POLITE, WEIGHING })) {
    const rows = examplesOf(new URL(TABLES[name]!.file, import.meta.url), name);
    rules.forEach((rule, i) => {
      for (const { text } of (rows[i] ?? []).filter(({ found }) => found))
        it(`${rule.name}: ${text}`, () => expect(anyOf([rule], text)).toBe(true));
    });
  }
});
