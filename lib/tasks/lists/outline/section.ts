import type { Span } from '../../schema.ts';

/** A headed or numbered part of a document, with its subsections. */
export type Section = {
  /** The level of the marker: 1 for 第一章 and the like, 2 for 一、, 3 for （一）, 4 for 1., 5 for （1） and ①, 6 for bullets. */
  level: number;
  marker: Span;
  /**
   * The lines that belong to the section itself: the first one without its marker, and the others up to the first
   * subsection.
   */
  lines: Span[];
  children: Section[];
};

/** Returns the heading of a section: its first line, up to the first stop. */
export function headingOf(text: string, section: Section): string {
  const line = section.lines[0]!;
  const words = text.slice(line.start, Math.min(line.end, line.start + 120));
  const stop = words.search(/[。：！？]/);
  return (stop < 0 ? words : words.slice(0, stop)).trim();
}

/** Whether a line is only a short title, without a mark: 渠首值守. */
export const isTitle = (text: string, { start, end }: Span): boolean =>
  end - start <= 24 && /^\s*[\u4e00-\u9fff]{4,16}\s*$/.test(text.slice(start, end));

/** Whether the first line of a section is only a heading, without a sentence. */
export const hasBareHeading = (text: string, { lines: [first] }: Section): boolean =>
  !/[。；]/.test(text.slice(first!.start, first!.end));

/** Whether the first line of a section asks something, as in an interview: 二、哪些单位应当自查？ (who must check itself?). */
export const isQuestion = (text: string, { lines: [first] }: Section): boolean =>
  /[？?]\s*$/.test(text.slice(first!.start, first!.end));

/** Returns the marker and the heading of a section, as written. */
export const titleOf = (text: string, section: Section): string =>
  text.slice(section.marker.start, section.marker.end) + headingOf(text, section);

/** Returns the offset after a section with all its subsections. */
export function endOf(section: Section): number {
  let last = section;
  while (last.children.length) last = last.children.at(-1)!;
  return last.lines.at(-1)!.end;
}

/**
 * Collects the last sections below each heading that another heading of the same level follows: （二） in
 * 一、 （一） （二） 二、. Each section is looked at twice at most.
 */
export function sectionsInside(sections: Section[]): Set<Section> {
  const inside = new Set<Section>();
  const open = [sections];
  for (let siblings = open.pop(); siblings; siblings = open.pop())
    for (const [i, { children }] of siblings.entries()) {
      if (children.length) open.push(children);
      const follows = i < siblings.length - 1;
      for (let last = children.at(-1); follows && last && !inside.has(last); last = last.children.at(-1))
        inside.add(last);
    }
  return inside;
}

/** Collects the offsets of the markers of these sections and all their subsections. */
export function markersIn(sections: Section[]): Set<number> {
  const places = new Set<number>();
  const open = [...sections];
  for (let one = open.pop(); one; one = open.pop()) {
    places.add(one.marker.start);
    open.push(...one.children);
  }
  return places;
}
