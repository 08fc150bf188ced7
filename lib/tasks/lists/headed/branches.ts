import type { Section } from '../outline/section.ts';

/** The level of markers (（1）, ①, bullets) from which items under a headed item are its measures, and not tasks. */
const MEASURES_LEVEL = 5;

const hasItems = (section: Section): boolean =>
  section.children.some(({ level }) => level < MEASURES_LEVEL || section.level < 3);

/** Whether a section has items below it that can be tasks of their own. */
export const isBranch = (one: Section): boolean => one.children.length > 0 && hasItems(one);
