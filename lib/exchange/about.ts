import type { Snapshot } from '../record/snapshot.ts';
import type { TagInfos } from '../record/tagInfo.ts';
import type { ExportBeside } from './json.ts';

/** What the person means by each colour, by the colour's id. A colour without a meaning is absent. */
export type Meanings = Record<string, string>;

/** The page as it was when an article was saved, with the file of its snapshot (MHTML). */
type SnapshotFile = { snapshot: Snapshot; file: Blob };

/** Data of an export apart from the articles. Each format writes what it can hold. */
export type ExportAbout = ExportBeside & {
  meanings?: Meanings;
  /** The colours and descriptions that the person gave to tags, by tag. */
  infos?: TagInfos;
  /** Whether tasks become codes, as tags do, in the formats of text analysis programs. */
  tasksAsCodes?: boolean;
  /** The snapshots of an article, with their files, the latest first. */
  snapshotsOf?: (articleId: string) => Promise<SnapshotFile[]>;
  /** The template of Markdown files. Without one, the built-in template is used. */
  template?: string;
};
