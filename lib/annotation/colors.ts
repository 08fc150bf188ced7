/**
 * How marks of a colour look. `ground` is the red, green and blue behind the words on a page. `alone` and `lined` are
 * its opacity in percent, without a line below the words and with one. `line` is the red, green and blue of that line.
 * `swatch` is the colour of buttons and of marks in the extension's own pages.
 */
type ColorLook = { swatch: string; ground: string; alone: number; lined: number; line: string };

/**
 * The colours of the marks, in the order of the toolbar and of the keys 1, 2, 3 … A colour's name is the sentence
 * `color_ID`. The schema, the toolbar, the keys and all style sheets are made from this table.
 */
export const COLORS = {
  yellow: { swatch: '#f6d34c', ground: '246 211 76', alone: 50, lined: 32, line: '190 140 0' },
  green: { swatch: '#8fd18a', ground: '120 200 110', alone: 42, lined: 28, line: '62 150 60' },
  blue: { swatch: '#86bdf0', ground: '90 165 240', alone: 38, lined: 26, line: '40 120 215' },
  pink: { swatch: '#f2a3bd', ground: '240 120 160', alone: 38, lined: 26, line: '216 70 120' },
  purple: { swatch: '#c3a5ea', ground: '170 130 225', alone: 40, lined: 27, line: '132 88 208' },
} as const satisfies Record<string, ColorLook>;

export type ColorId = keyof typeof COLORS;

/** The ids of the colours, in the order of the table. */
export const COLOR_IDS = Object.keys(COLORS) as ColorId[];

/** The colour of a mark for which nobody has chosen one. */
export const DEFAULT_COLOR: ColorId = 'yellow';

/** The CSS that makes each colour a class: an element of class `yellow` gets that colour as `--shade`. */
export const colorClassesCss: string = COLOR_IDS.map(
  (id) => `.${id} { --shade: ${COLORS[id].swatch}; }`,
).join('\n');
