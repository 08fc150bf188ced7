import type { Color } from './schema.ts';

/** A colour of the marks: its ground, how strong that is without a line and with one (percent), its line. */
const SHADES: [Color, ground: string, alone: number, lined: number, line: string][] = [
  ['yellow', '246 211 76', 50, 32, '190 140 0'],
  ['green', '120 200 110', 42, 28, '62 150 60'],
  ['blue', '90 165 240', 38, 26, '40 120 215'],
  ['pink', '240 120 160', 38, 26, '216 70 120'],
  ['purple', '170 130 225', 40, 27, '132 88 208'],
];
/** The line of each level by how far below the letters it is, in CSS pixels. Solid: dots take long to draw. */
const LINES = [2, 5];

const rule = (name: string, style: string) => `::highlight(pizhu-${name}) { ${style} }`;

/**
 * How marks look on the page, by the names that `paint` gives. Translucent, so that they read on light and on
 * dark pages alike; a mark with a line is fainter, so that the words under two marks read as well as under one.
 * Firefox draws the lines from version 149 on; before that the fainter ground tells neighbours apart.
 */
export const highlightCss = [
  ...SHADES.flatMap(([color, ground, alone, lined, line]) => [
    rule(color, `background-color: rgb(${ground} / ${alone}%)`),
    ...LINES.map((offset, i) =>
      rule(
        `${color}-${i + 1}`,
        `background-color: rgb(${ground} / ${lined}%); text-decoration: underline 2px rgb(${line}); text-underline-offset: ${offset}px; text-decoration-skip-ink: none`,
      ),
    ),
  ]),
  rule('moved', 'text-decoration: underline 2px dashed rgb(196 58 43)'),
  rule('light', 'background-color: rgb(214 72 52 / .12); text-decoration: underline 2px rgb(196 58 43)'),
  rule('focus', 'background-color: rgb(214 72 52 / .3); text-decoration: underline 2px rgb(196 58 43)'),
].join('\n');
