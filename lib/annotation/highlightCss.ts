import { COLOR_IDS, COLORS } from './colors.ts';

/** The line of each level by how far below the letters it is, in CSS pixels. Solid: dots take long to draw. */
const LINES = [2, 5];

const rule = (name: string, style: string) => `::highlight(pizhu-${name}) { ${style} }`;

/**
 * How marks look on the page, by the names that `paint` gives. Translucent, so that they read on light and on
 * dark pages alike; a mark with a line is fainter, so that the words under two marks read as well as under one.
 * Firefox draws the lines from version 149 on; before that the fainter ground tells neighbours apart.
 */
export const highlightCss = [
  ...COLOR_IDS.flatMap((color) => {
    const { ground, alone, lined, line } = COLORS[color];
    return [
      rule(color, `background-color: rgb(${ground} / ${alone}%)`),
      ...LINES.map((offset, i) =>
        rule(
          `${color}-${i + 1}`,
          `background-color: rgb(${ground} / ${lined}%); text-decoration: underline 2px rgb(${line}); text-underline-offset: ${offset}px; text-decoration-skip-ink: none`,
        ),
      ),
    ];
  }),
  rule('moved', 'text-decoration: underline 2px dashed rgb(196 58 43)'),
  rule('light', 'background-color: rgb(214 72 52 / .12); text-decoration: underline 2px rgb(196 58 43)'),
  rule('focus', 'background-color: rgb(214 72 52 / .3); text-decoration: underline 2px rgb(196 58 43)'),
].join('\n');
