import { opensWithVerb } from '../orders/openings.ts';
import { hasBareHeading, headingOf, type Section } from '../outline/section.ts';

/**
 * Items of this level or a higher number, such as （1）, ① and bullets, are measures of the item above them, and no
 * tasks.
 */
const MEASURES_LEVEL = 5;

/** Whether the items below a section can be tasks of their own. Below 第一章 or 一、 those of any level can. */
const hasItems = (section: Section): boolean =>
  section.children.some(({ level }) => level < MEASURES_LEVEL || section.level < 3);

/** Whether a section has items below it that can be tasks of their own. */
export const isBranch = (one: Section): boolean => one.children.length > 0 && hasItems(one);

/** The name of a topic: 校运会. A few characters or digits without punctuation. */
const TOPIC = /^[\u4e00-\u9fff\d]{2,8}$/;

/**
 * Whether each of several sections is only the name of a topic (（二）校运会) above at least two items. Such names order
 * nothing, so the items below them are tasks, and not measures of one task.
 */
export const areTopics = (text: string, sections: Section[]): boolean =>
  sections.length >= 2 &&
  sections.every((one) => {
    const heading = headingOf(text, one);
    return (
      one.children.length >= 2 && hasBareHeading(text, one) && TOPIC.test(heading) && !opensWithVerb(heading)
    );
  });
