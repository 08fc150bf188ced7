import { COLOR_IDS, COLORS } from './colors.ts';

/**
 * How far below the letters the line of each level runs, in CSS pixels. Lines are solid because dotted ones are slow
 * to draw.
 */
const LINES = [2, 5];

/**
 * How marks look on the page, under the names that `paint` registers. Colours are translucent, so that words are
 * legible on light and dark pages. A mark with a line is fainter, so that words under two marks stay legible too.
 * Firefox draws these lines from version 149 on; earlier ones distinguish neighbours by the fainter colour alone.
 * `prefix`: that of the names, as `paint` chose it; letters only.
 */
export function highlightCss(prefix: string): string {
  const rule = (name: string, style: string) => `::highlight(${prefix}-${name}) { ${style} }`;
  return [
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
}
