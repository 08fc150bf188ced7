import { COLOR_IDS, COLORS, type ColorLook, ON_DARK } from './colors.ts';

/**
 * How far below the words the underlines of marks run, in CSS pixels. Marks over each other get underlines at different
 * distances. Underlines are solid, because dotted ones are slow to draw.
 */
const LINES = [2, 5];

/**
 * Makes the style sheet of the marks on a page. Colours are translucent, so that words stay legible on light and dark
 * pages. A mark with a line is fainter, so that words under two marks stay legible too. Firefox draws these lines from
 * version 149 on. Where the system overrides colours, each colour has its own style of line.
 * `prefix`: begins the names of the highlights that `paint` registers; letters only. `prints`: whether marks are
 * printed. Browsers print no backgrounds, so a printed mark has a line instead.
 */
export function highlightCss(prefix: string, { prints }: { prints: boolean }): string {
  const rule = (name: string, style: string) => `::highlight(${prefix}-${name}) { ${style} }`;
  const within = (query: string, rules: string[]) => `@media ${query} {\n${rules.join('\n')}\n}`;
  /** Makes a rule for each colour and each kind of line, for a light and for a dark page. */
  const each = (
    style: (look: ColorLook, share: { alone: number; lined: number }, offset: number) => string,
  ) =>
    COLOR_IDS.flatMap((color) => {
      const look: ColorLook = COLORS[color];
      return [0, ...LINES].flatMap((offset, level) => {
        const name = level ? `${color}-${level}` : color;
        return [
          rule(name, style(look, look, offset)),
          rule(name + ON_DARK, style(look, look.onDark, offset)),
        ];
      });
    });
  const underline = (stroke: string, color: string, offset: number) =>
    `text-decoration: underline 2px ${stroke} ${color}; text-underline-offset: ${offset}px; text-decoration-skip-ink: none`;
  const shown = each(({ ground, line }, { alone, lined }, offset) =>
    offset
      ? `background-color: rgb(${ground} / ${lined}%); ${underline('', `rgb(${line})`, offset)}`
      : `background-color: rgb(${ground} / ${alone}%)`,
  );
  return [
    within(prints ? 'all' : 'screen', shown),
    ...(prints
      ? [
          within(
            'print',
            each(({ line }, _, offset) => underline('', `rgb(${line})`, offset || LINES[0]!)),
          ),
        ]
      : []),
    within(
      'screen and (forced-colors: active)',
      each(({ stroke }, _, offset) => underline(stroke, 'CanvasText', offset || LINES[0]!)),
    ),
    within('screen', [
      rule('moved', 'text-decoration: underline 2px dashed rgb(196 58 43)'),
      rule('light', 'background-color: rgb(214 72 52 / .12); text-decoration: underline 2px rgb(196 58 43)'),
      rule('focus', 'background-color: rgb(214 72 52 / .3); text-decoration: underline 2px rgb(196 58 43)'),
    ]),
  ].join('\n');
}
