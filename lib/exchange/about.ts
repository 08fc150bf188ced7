import type { TagInfos } from '../record/tagInfo.ts';
import type { ExportBeside } from './json.ts';

/** What the person means by each colour, by the colour's id. A colour without a meaning is absent. */
export type Meanings = Record<string, string>;

/** Data of an export apart from the articles. Each format writes what it can hold. */
export type ExportAbout = ExportBeside & {
  meanings?: Meanings;
  /** The colours and descriptions that the person gave to tags, by tag. */
  infos?: TagInfos;
  /** Whether tasks become codes, as tags do, in the formats of text analysis programs. */
  tasksAsCodes?: boolean;
  /** The template of Markdown files. Without one, the built-in template is used. */
  template?: string;
};
