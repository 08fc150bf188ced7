import { nameless, type People, type Person } from '../people/person.ts';

/** The beginning of a line that answers a reporter's question: 答：. */
const ANSWER = /^[ \t\u3000]*答：/m;

/** Whom a reporter has asked, named with the office: 专访了县水务局负责人. Group 1 is that office. */
const ASKED =
  /(?:专访|采访|独家对话|对话)了?([\u4e00-\u9fff、]{2,40}?(?:负责人|负责同志|新闻发言人))(?:$|[，。；：“》\n])/m;

/** Words before the title and name of a person whom a reporter has asked: 专访 (interview) in 专访县水务局局长何苗. */
const ASKED_NAMED = /(?:专访|采访|独家对话|对话)了?[\u4e00-\u9fff、]{0,30}$/;

/** How many UTF-16 units at the beginning of a text are searched for the person who is asked. */
const HEAD = 600;

/**
 * Finds the person who answers the questions of a printed interview; null where the text is no interview, or does not say
 * who answers. `title` is the page's title.
 */
export function answererOf(text: string, { mentions }: People, title: string): Person | null {
  if (!ANSWER.test(text)) return null;
  for (const { person, whole } of mentions) {
    if (whole.start > HEAD) break;
    if (ASKED_NAMED.test(text.slice(Math.max(0, whole.start - 40), whole.start))) return person;
  }
  const office = (ASKED.exec(title) ?? ASKED.exec(text.slice(0, HEAD)))?.[1];
  return office === undefined ? null : nameless(office, null);
}
