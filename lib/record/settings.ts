import { COLOR_IDS, type ColorId } from '../annotation/colors.ts';
import { z } from '../zod.ts';

// A new setting needs one line in the schema and one in DEFAULTS. The code that stores, exports and imports settings
// takes the keys from there.

/** The settings that the person has changed. A setting that was never changed is absent. */
export const ChosenSettings = z.object({
  /** Whether marks are printed when their page is printed. */
  printsMarks: z.optional(z.boolean()),
  /** The meanings that the person gave to colours, by the colour's id. A colour without a meaning is absent. */
  colorMeanings: z.optional(z.record(z.string(), z.string())),
  /** The sites on which Pizhu is switched off, each as the `hostname` of its address. */
  offHosts: z.optional(z.array(z.string())),
  /** The person's own template for Markdown files, in Mustache. Empty for the template that comes with Pizhu. */
  markdownTemplate: z.optional(z.string()),
  /** Whether links to saved articles are marked on pages of sites that the person has allowed. */
  marksSavedLinks: z.optional(z.boolean()),
});
export type ChosenSettings = z.infer<typeof ChosenSettings>;
export type Settings = Required<ChosenSettings>;

/** The settings before the person has changed any. */
export const DEFAULTS: Settings = {
  printsMarks: true,
  colorMeanings: {},
  offHosts: [],
  markdownTemplate: '',
  marksSavedLinks: false,
};

/** The greatest length of a colour's meaning. It must be short, because tooltips and lists show the meaning. */
export const LONGEST_MEANING = 20;

const KEYS = Object.keys(DEFAULTS) as (keyof Settings)[];
const objectOf = (stored: unknown): Record<string, unknown> =>
  typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Makes settings by calling `valueFor` for each key. Leaves out keys for which it returns undefined. */
const each = (valueFor: (key: keyof Settings) => unknown): ChosenSettings =>
  Object.fromEntries(KEYS.map((key) => [key, valueFor(key)]).filter(([, value]) => value !== undefined));

/** Reads stored settings. A setting that cannot be read gets its default. */
export const readSettings = (stored: unknown): Settings => ({
  ...DEFAULTS,
  ...each((key) => ChosenSettings.shape[key].safeParse(objectOf(stored)[key]).data),
});

/** Cleans the meanings of colours: drops empty ones and those of unknown colours, and cuts long ones short. */
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

/** The settings that differ from their defaults. */
export function chosenSettings(settings: Settings): ChosenSettings {
  const clean = cleaned(settings);
  return each((key) => (isEqual(clean[key], DEFAULTS[key]) ? undefined : clean[key]));
}

/**
 * Splits a list or table into its items, because a person adds and removes each item separately. Null for other values.
 */
function itemsOf(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) return new Map(value.map((item) => [String(item), item]));
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}
const fromItems = (items: Map<string, unknown>, like: unknown) =>
  Array.isArray(like) ? [...items.values()] : Object.fromEntries(items);

/** The number of settings; each item of a list or table counts as one. */
export const countSettings = (settings: ChosenSettings): number =>
  Object.values(settings).reduce((sum: number, value) => sum + (itemsOf(value)?.size ?? 1), 0);

/** The settings and the items of lists and tables in `offered` that `settings` does not have yet. */
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

/**
 * Adds `added` to the changed settings. Lists and tables get the new items; any other value replaces the present one.
 */
export const withSettings = (settings: ChosenSettings, added: ChosenSettings): ChosenSettings =>
  each((key) => {
    const [value, more] = [settings[key], added[key]];
    const [items, moreItems] = [itemsOf(value), itemsOf(more)];
    if (more === undefined) return value;
    return items && moreItems ? fromItems(new Map([...items, ...moreItems]), more) : more;
  });

/** Removes `added` from the settings, except what was changed since it was added. */
export const withoutSettings = (settings: Settings, added: ChosenSettings): Settings =>
  readSettings(
    each((key) => {
      const [value, items, gone] = [settings[key], itemsOf(settings[key]), itemsOf(added[key])];
      if (!items) return isEqual(value, added[key]) ? DEFAULTS[key] : value;
      return fromItems(new Map([...items].filter(([name, item]) => gone?.get(name) !== item)), value);
    }),
  );
