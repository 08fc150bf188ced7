import type { TagInfos } from '../record/tagInfo.ts';
import type { Extras } from './extras.ts';
import type { LeftOut } from './json.ts';

/** What the person means by a colour, by its id; one without a meaning is not there. */
export type Meanings = Record<string, string>;

/** What an export knows beside the articles. A format takes what it can carry. */
export type ExportAbout = {
  leftOut?: LeftOut[];
  meanings?: Meanings;
  /** What the person says of tags, by tag. */
  infos?: TagInfos;
  /** What goes into the file beside the articles. */
  extras?: Extras;
  /** Whether tasks are codes too, in formats of text analysis. */
  tasksAsCodes?: boolean;
  /** The template of Markdown; the one of the beginning where there is none. */
  template?: string;
};
