import type { ImportPlan } from '../../exchange/import.ts';
import type { BadRecord } from '../../exchange/readBundle.ts';
import { type MessageKey, t } from '../i18n.ts';

/** How many conflicts and unreadable records of a file are listed. Further ones are only counted. */
const LISTED = 20;

/** What the options page shows of an import. */
export type ImportView = {
  busy: boolean;
  /** The name of the file that has been read. */
  file: string;
  /** What the import would do, one message per line. Empty until a file has been read. */
  lines: string[];
  /** The headlines of articles that were edited both in the file and here. */
  conflicts: string[];
  /** What is wrong with the file, one message per line. */
  warnings: string[];
  /** The records of the file that cannot be read, one message per line. */
  bad: string[];
  /** Whether the import would change anything. */
  canApply: boolean;
  notice: string;
  /** Whether the last import can be undone. */
  canUndo: boolean;
  /** Whether the last import was interrupted and can be continued without choosing the file again. */
  canContinue: boolean;
};

/** The view before a file has been chosen. */
export const NO_IMPORT: ImportView = {
  busy: false,
  file: '',
  lines: [],
  conflicts: [],
  warnings: [],
  bad: [],
  canApply: false,
  notice: '',
  canUndo: false,
  canContinue: false,
};

/**
 * Names a part of a file in words: `annotations[2]` is the third mark, `extras.tags[0]` is the description of the first
 * tag.
 */
function partName(part: string): string {
  const [, name = '', index] = /^(?:extras\.)?(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
  return t(`importPart_${name}` as MessageKey, index === undefined ? '' : String(Number(index) + 1)).trim();
}

const badLine = ({ article, part, reason }: BadRecord) =>
  article === 0
    ? t('importBadExtra', partName(part), t(`bad_${reason}`))
    : t('importBadOne', article, partName(part), t(`bad_${reason}`));

/** The first lines of a long list, and how many more there are. */
const listed = (lines: string[]): string[] =>
  lines.length > LISTED ? [...lines.slice(0, LISTED), t('importMore', lines.length - LISTED)] : lines;

/** Describes for the user what an import would do. */
export function planView({
  counts,
  conflicts,
  newMarks,
  newExtras: extras,
  bad,
  isCut,
  isIntact,
}: ImportPlan): Partial<ImportView> {
  const line = (count: number, words: string) => (count ? [words] : []);
  const lines = [
    ...line(counts.add, t('importAdd', counts.add)),
    ...line(counts.change, t('importChange', counts.change)),
    ...line(counts.left, t('importLeft', counts.left)),
    ...line(newMarks, t('importMarks', newMarks)),
    ...line(extras.tags, t('importTags', extras.tags)),
    ...line(extras.searches, t('importSearches', extras.searches)),
    ...line(extras.settings, t('importSettings', extras.settings)),
    ...line(extras.trash, t('importTrash', extras.trash)),
    // Must be the last line, because the headlines of the articles with conflicts follow it.
    ...line(counts.conflict, t('importConflict', counts.conflict)),
  ];
  return {
    lines: lines.length ? lines : [t('importNothing')],
    conflicts: listed(conflicts.map(({ title }) => title)),
    warnings: [
      ...(isCut ? [t('importCut')] : []),
      ...(isIntact === false && !isCut ? [t('importAltered')] : []),
      ...line(bad.length, t('importBad', bad.length)),
    ],
    bad: listed(bad.map(badLine)),
    canApply:
      counts.add + counts.change + counts.conflict + Object.values(extras).reduce((a, b) => a + b) > 0,
  };
}
