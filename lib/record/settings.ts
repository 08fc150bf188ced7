import { COLOR_IDS, type ColorId } from '../annotation/colors.ts';
import { z } from '../zod.ts';

// A new setting is one line of the schema and one of DEFAULTS. Storing, export, import and its undo go over these keys.

/** What the person has chosen in the options. What was never chosen is absent. */
export const ChosenSettings = z.object({
  /** Whether marks are printed with their page. */
  printsMarks: z.optional(z.boolean()),
  /** The meanings that the person gave colours, by the colour's id. A colour without a meaning is absent. */
  colorMeanings: z.optional(z.record(z.string(), z.string())),
  /** The hosts on which Pizhu is switched off, as `hostname` of an address gives them. */
  offHosts: z.optional(z.array(z.string())),
  /** The person's template of Markdown files, in Mustache; empty for the one that comes with Pizhu. */
  markdownTemplate: z.optional(z.string()),
});
export type ChosenSettings = z.infer<typeof ChosenSettings>;
export type Settings = Required<ChosenSettings>;

/** The settings of a person who has chosen nothing. */
export const DEFAULTS: Settings = {
  printsMarks: true,
  colorMeanings: {},
  offHosts: [],
  markdownTemplate: '',
};

/** The greatest length of a colour's meaning, because tooltips and lists show it. */
export const LONGEST_MEANING = 20;

const KEYS = Object.keys(DEFAULTS) as (keyof Settings)[];
const objectOf = (stored: unknown): Record<string, unknown> =>
  typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Makes settings out of one value for each key; what is undefined is left out. */
const each = (valueFor: (key: keyof Settings) => unknown): ChosenSettings =>
  Object.fromEntries(KEYS.map((key) => [key, valueFor(key)]).filter(([, value]) => value !== undefined));

/** The settings as they are stored. Each one that cannot be read counts as not chosen. */
export const readSettings = (stored: unknown): Settings => ({
  ...DEFAULTS,
  ...each((key) => ChosenSettings.shape[key].safeParse(objectOf(stored)[key]).data),
});

/** Removes meanings that are empty or too long, or that belong to no colour. */
export const cleanMeanings = (meanings: Record<string, string>): Partial<Record<ColorId, string>> =>
  Object.fromEntries(
    COLOR_IDS.flatMap((id) => {
      const meaning = [...(meanings[id] ?? '').normalize('NFC').trim()].slice(0, LONGEST_MEANING).join('');
      return meaning ? [[id, meaning]] : [];
    }),
  );

const cleaned = (settings: ChosenSettings): ChosenSettings =>
  settings.colorMeanings
    ? { ...settings, colorMeanings: cleanMeanings(settings.colorMeanings) as Record<string, string> }
    : settings;

/** What the person has chosen otherwise than it is from the beginning. */
export function chosenSettings(settings: Settings): ChosenSettings {
  const clean = cleaned(settings);
  return each((key) => (isEqual(clean[key], DEFAULTS[key]) ? undefined : clean[key]));
}

/** Gives lists and tables item by item, because each of their items is chosen by itself. */
function itemsOf(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) return new Map(value.map((item) => [String(item), item]));
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}
const fromItems = (items: Map<string, unknown>, like: unknown) =>
  Array.isArray(like) ? [...items.values()] : Object.fromEntries(items);

/** How many settings these are; each item of a list or table counts as one. */
export const countSettings = (settings: ChosenSettings): number =>
  Object.values(settings).reduce((sum: number, value) => sum + (itemsOf(value)?.size ?? 1), 0);

/** What of `offered` is not chosen in `settings` yet. */
export function newSettings(settings: Settings, offered: ChosenSettings): ChosenSettings {
  const [chosen, clean] = [chosenSettings(settings), cleaned(offered)];
  return each((key) => {
    const value = clean[key];
    const items = itemsOf(value);
    if (!items) return key in chosen || isEqual(value, DEFAULTS[key]) ? undefined : value;
    const present = itemsOf(chosen[key]);
    const missing = new Map([...items].filter(([name]) => !present?.has(name)));
    return missing.size ? fromItems(missing, value) : undefined;
  });
}

/** Adds `added` to what is chosen: items to lists and tables, other values in the place of the present ones. */
export const withSettings = (settings: ChosenSettings, added: ChosenSettings): ChosenSettings =>
  each((key) => {
    const [value, more] = [settings[key], added[key]];
    const [items, moreItems] = [itemsOf(value), itemsOf(more)];
    if (more === undefined) return value;
    return items && moreItems ? fromItems(new Map([...items, ...moreItems]), more) : more;
  });

/** Takes `added` away again, save for what was changed since. */
export const withoutSettings = (settings: Settings, added: ChosenSettings): Settings =>
  readSettings(
    each((key) => {
      const [value, items, gone] = [settings[key], itemsOf(settings[key]), itemsOf(added[key])];
      if (!items) return isEqual(value, added[key]) ? DEFAULTS[key] : value;
      return fromItems(new Map([...items].filter(([name, item]) => gone?.get(name) !== item)), value);
    }),
  );
