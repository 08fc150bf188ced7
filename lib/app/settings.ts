import { COLOR_IDS, type ColorId } from '../annotation/colors.ts';
import { z } from '../zod.ts';

/** The name under which the settings are stored. */
export const SETTINGS = 'settings';

/** The greatest length of a colour's meaning, because tooltips and lists show it. */
export const LONGEST_MEANING = 20;

const Settings = z.object({
  /** Whether marks are printed with their page. */
  printsMarks: z._default(z.boolean(), true),
  /** The meanings that the person gave colours, by the colour's id. A colour without a meaning is absent. */
  colorMeanings: z._default(z.record(z.string(), z.string()), {}),
  /** The hosts on which Pizhu is switched off, as `hostname` of an address gives them. */
  offHosts: z._default(z.array(z.string()), []),
  /** The person's template of Markdown files; empty for the one that comes with Pizhu. */
  markdownTemplate: z._default(z.string(), ''),
});
export type Settings = z.infer<typeof Settings>;

/** The part of `browser.storage.local` that is needed. */
export type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** The settings of a person who has chosen nothing. */
export const DEFAULTS: Settings = Settings.parse({});

/** Reads the settings that the person chose in the options. Uses the default for a setting that cannot be read. */
export async function settingsNow(local: Local): Promise<Settings> {
  const stored = await local.get(SETTINGS).catch(() => ({}) as Record<string, unknown>);
  return readSettings(stored[SETTINGS]);
}

/** The settings as they are stored. What cannot be read counts as not chosen. */
export const readSettings = (stored: unknown): Settings => Settings.safeParse(stored ?? {}).data ?? DEFAULTS;

/** What the person has chosen otherwise than it is from the beginning. */
export async function chosenSettings(local: Local): Promise<Partial<Settings>> {
  const { printsMarks, colorMeanings, offHosts, markdownTemplate } = await settingsNow(local);
  const meanings = cleanMeanings(colorMeanings) as Record<string, string>;
  return {
    ...(printsMarks === DEFAULTS.printsMarks ? {} : { printsMarks }),
    ...(Object.keys(meanings).length ? { colorMeanings: meanings } : {}),
    ...(offHosts.length ? { offHosts } : {}),
    ...(markdownTemplate ? { markdownTemplate } : {}),
  };
}

/** Changes some of the settings. */
export async function changeSettings(local: Local, changes: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await settingsNow(local)), ...changes };
  await local.set({ [SETTINGS]: settings });
  return settings;
}

/** Removes meanings that are empty or too long, or that belong to no colour. */
export const cleanMeanings = (meanings: Record<string, string>): Partial<Record<ColorId, string>> =>
  Object.fromEntries(
    COLOR_IDS.flatMap((id) => {
      const meaning = [...(meanings[id] ?? '').normalize('NFC').trim()].slice(0, LONGEST_MEANING).join('');
      return meaning ? [[id, meaning]] : [];
    }),
  );
