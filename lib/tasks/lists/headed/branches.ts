import { opensWithVerb } from '../orders/openings.ts';
import { hasBareHeading, headingOf, type Section } from '../outline/section.ts';

/**
 * Under a headed item, items with markers of this level or a finer one (（1）, ①, bullets) are its measures, and no tasks
 * of their own.
 */
const MEASURES_LEVEL = 5;

const hasItems = (section: Section): boolean =>
  section.children.some(({ level }) => level < MEASURES_LEVEL || section.level < 3);

/** Whether a section has items below it that can be tasks of their own. */
export const isBranch = (one: Section): boolean => one.children.length > 0 && hasItems(one);

/** The name of a topic: a few words without a mark. */
const TOPIC = /^[\u4e00-\u9fff\d]{2,8}$/;

/**
 * Whether each of several sections is only the name of a topic (（二）校运会) above at least two items. No heading orders
 * anything there, so the items are tasks of their own, and no measures of a task.
 */
export const areTopics = (text: string, sections: Section[]): boolean =>
  sections.length >= 2 &&
  sections.every((one) => {
    const heading = headingOf(text, one);
    return (
      one.children.length >= 2 && hasBareHeading(text, one) && TOPIC.test(heading) && !opensWithVerb(heading)
    );
  });
