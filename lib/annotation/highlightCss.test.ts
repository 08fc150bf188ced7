import { expect, test } from 'vitest';
import { COLOR_IDS, COLORS, type ColorLook } from './colors.ts';
import { highlightCss } from './highlightCss.ts';

type Rgb = [number, number, number];

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
/** The relative luminance of a colour, as WCAG 2.2 defines it. */
const luminance = ([r, g, b]: Rgb): number => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
const hex = (value: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16)) as Rgb;
const over = (top: Rgb, percent: number, below: Rgb): Rgb =>
  top.map((value, i) => (value * percent + below[i]! * (100 - percent)) / 100) as Rgb;

/** Pairs of a text colour and a background colour, as on light pages and on dark pages. */
const LIGHT = ['#000000 #ffffff', '#333333 #ffffff', '#333333 #f5f5f5', '#404040 #ffffff', '#1a0dab #ffffff'];
const DARK = [
  '#ffffff #000000',
  '#dddddd #222222',
  '#e8e6e3 #181a1b',
  '#c9d1d9 #0d1117',
  '#eeeeee #333333',
  '#bbbbbb #111111',
];

const looks = COLOR_IDS.map((id): [string, ColorLook] => [id, COLORS[id]]);
const rgb = (look: ColorLook) => look.ground.split(' ').map(Number) as Rgb;

test.each(looks)('words on %s, and on it under any other colour, have a contrast of 4.5:1', (_, look) => {
  for (const [pairs, share] of [
    [LIGHT, (one: ColorLook) => one],
    [DARK, (one: ColorLook) => one.onDark],
  ] as const)
    for (const pair of pairs) {
      const [words, page] = pair.split(' ').map(hex) as [Rgb, Rgb];
      const alone = over(rgb(look), share(look).alone, page);
      expect(contrast(words, alone), pair).toBeGreaterThanOrEqual(4.5);
      for (const [name, other] of looks)
        expect(
          contrast(words, over(rgb(other), share(other).lined, alone)),
          `${pair} under ${name}`,
        ).toBeGreaterThanOrEqual(4.5);
    }
});

test('colours are told apart by the kind of their line where colours are forced', () => {
  expect(new Set(looks.map(([, { stroke }]) => stroke)).size).toBe(looks.length);
});

test('marks print, as lines, or do not, as the person has chosen', () => {
  const printed = highlightCss('abc', { prints: true });
  const unprinted = highlightCss('abc', { prints: false });
  expect(printed).toMatch(/@media all {\n::highlight\(abc-yellow\) { background-color/);
  expect(printed).toMatch(/@media print {\n::highlight\(abc-yellow\) { text-decoration: underline/);
  expect(unprinted).toMatch(/@media screen {\n::highlight\(abc-yellow\) { background-color/);
  expect(unprinted).not.toContain('@media print');
});

/** The rules of a style sheet: the media query around each, its highlight name and its style. */
const rulesOf = (css: string) =>
  css.split('@media ').flatMap((part) => {
    const query = part.slice(0, part.indexOf(' {'));
    return [...part.matchAll(/::highlight\(abc-(\S+)\) { (.*) }/g)].map(([, name, style]) => ({
      query,
      name: name!,
      style: style!,
    }));
  });

test('each colour has a rule at each level on light and on dark pages, in every query', () => {
  const rules = rulesOf(highlightCss('abc', { prints: true }));
  const names = COLOR_IDS.flatMap((color) => [color, `${color}-1`, `${color}-2`]);
  for (const query of ['all', 'print', 'screen and (forced-colors: active)']) {
    const own = rules.filter((one) => one.query === query).map(({ name }) => name);
    expect(own).toHaveLength(2 * names.length);
    expect(new Set(own).size).toBe(own.length);
    expect(own).toEqual(expect.arrayContaining(names));
  }
});

test('lines are in the colour of the mark, printed ones too, and each level has its own distance', () => {
  const rules = rulesOf(highlightCss('abc', { prints: true }));
  const { ground, line, alone, lined } = COLORS.blue;
  const styleOf = (query: string, name: string) =>
    rules.find((one) => one.query === query && one.name === name)!.style;
  const underline = (offset: number) =>
    `text-decoration: underline 2px  rgb(${line}); text-underline-offset: ${offset}px; text-decoration-skip-ink: none`;
  expect(styleOf('all', 'blue')).toBe(`background-color: rgb(${ground} / ${alone}%)`);
  expect(styleOf('all', 'blue-1')).toBe(`background-color: rgb(${ground} / ${lined}%); ${underline(2)}`);
  expect(styleOf('all', 'blue-2')).toBe(`background-color: rgb(${ground} / ${lined}%); ${underline(5)}`);
  expect(['blue', 'blue-1', 'blue-2'].map((name) => styleOf('print', name))).toEqual([
    underline(2),
    underline(2),
    underline(5),
  ]);
});

test('marks that moved, are pointed at or have the focus are seen on the screen alone', () => {
  const rules = rulesOf(highlightCss('abc', { prints: false })).slice(-3);
  expect(rules.map(({ query, name }) => [query, name])).toEqual([
    ['screen', 'moved'],
    ['screen', 'light'],
    ['screen', 'focus'],
  ]);
  for (const { style } of rules) expect(style).toContain('text-decoration: underline 2px');
  expect(new Set(rules.map(({ style }) => style)).size).toBe(3);
});

test('where colours are forced, lines have the colour of the system and the style of the mark', () => {
  const forced = rulesOf(highlightCss('abc', { prints: false })).filter(({ query }) =>
    query.includes('forced'),
  );
  for (const [id, { stroke }] of looks)
    expect(forced.find(({ name }) => name === `${id}-2`)!.style).toContain(
      `underline 2px ${stroke} CanvasText; text-underline-offset: 5px`,
    );
});
