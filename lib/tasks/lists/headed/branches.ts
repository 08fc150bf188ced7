import type { Section } from '../outline/section.ts';

/**
 * Under a headed item, items with markers of this level or a finer one (（1）, ①, bullets) are its measures, and no tasks
 * of their own.
 */
const MEASURES_LEVEL = 5;

const hasItems = (section: Section): boolean =>
  section.children.some(({ level }) => level < MEASURES_LEVEL || section.level < 3);

/** Whether a section has items below it that can be tasks of their own. */
export const isBranch = (one: Section): boolean => one.children.length > 0 && hasItems(one);
