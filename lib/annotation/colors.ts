/**
 * How marks of a colour look. Colours are given as red, green and blue.
 * - `swatch`: the colour of buttons, and of marks in the extension's own pages.
 * - `ground`: the background of marked words on a page.
 * - `alone` and `lined`: the opacity of that background in percent, without and with a line below the words.
 * - `onDark`: the same two for light words, which stay legible only on a fainter background.
 * - `line`: the colour of the line below the words.
 * - `stroke`: the style of the line that stands for the colour where the system overrides colours.
 */
export type ColorLook = {
  swatch: string;
  ground: string;
  alone: number;
  lined: number;
  onDark: { alone: number; lined: number };
  line: string;
  stroke: 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy';
};

/**
 * The colours of marks, in the order of the toolbar and of the keys 1, 2, 3 … The localised message `color_ID` names a
 * colour. The schema, the toolbar, the keys and all style sheets are made from this table. A test checks the contrast
 * of words on every colour, and on any two colours over each other: WCAG 1.4.3 (4.5:1).
 */
export const COLORS = {
  yellow: {
    swatch: '#f6d34c',
    ground: '246 211 76',
    alone: 50,
    lined: 32,
    onDark: { alone: 22, lined: 9 },
    line: '190 140 0',
    stroke: 'solid',
  },
  green: {
    swatch: '#8fd18a',
    ground: '120 200 110',
    alone: 42,
    lined: 28,
    onDark: { alone: 24, lined: 10 },
    line: '62 150 60',
    stroke: 'dashed',
  },
  blue: {
    swatch: '#86bdf0',
    ground: '90 165 240',
    alone: 38,
    lined: 26,
    onDark: { alone: 27, lined: 11 },
    line: '40 120 215',
    stroke: 'dotted',
  },
  pink: {
    swatch: '#f2a3bd',
    ground: '240 120 160',
    alone: 38,
    lined: 26,
    onDark: { alone: 28, lined: 11 },
    line: '216 70 120',
    stroke: 'double',
  },
  purple: {
    swatch: '#c3a5ea',
    ground: '170 130 225',
    alone: 40,
    lined: 27,
    onDark: { alone: 30, lined: 12 },
    line: '132 88 208',
    stroke: 'wavy',
  },
} as const satisfies Record<string, ColorLook>;

export type ColorId = keyof typeof COLORS;

/** The ids of the colours, in the order of the table. */
export const COLOR_IDS = Object.keys(COLORS) as ColorId[];

/** The end of a highlight's name for marks on light words, as on a dark page. */
export const ON_DARK = '-dark';

/** The colour of a mark for which nobody has chosen one. */
export const DEFAULT_COLOR: ColorId = 'yellow';

/**
 * CSS that gives each colour a class. An element of class `yellow` gets the colour as `--shade`. It also gets the
 * colour's style of line as `--stroke`, for systems that override colours.
 */
export const colorClassesCss: string = COLOR_IDS.map(
  (id) => `.${id} { --shade: ${COLORS[id].swatch}; --stroke: ${COLORS[id].stroke}; }`,
).join('\n');
