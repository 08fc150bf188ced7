import { compareTexts } from '../../record/compare.ts';
import type { CapturedText } from '../../record/schema.ts';
import type { MessageKey } from '../i18n.ts';

export type Versions = {
  /** The captured versions of the text, the oldest first. */
  texts: CapturedText[];
  /** The SHA-256 of the article's latest captured text. */
  current: string;
  /** The text of the page as a tab shows it now; null where no tab does. */
  live: string | null;
};

/** Whether the page in the tab has another text than the latest captured one. */
export const pageDiffers = ({ texts, current, live }: Versions): boolean =>
  live !== null && live !== texts.find(({ sha256 }) => sha256 === current)?.text;

/**
 * The displayed version of a text, and what it is compared with: the next version. The latest version is compared with
 * the page where the page differs, else with the version before it. `version` is null where no text of the article can
 * be read.
 */
export function versionsView(versions: Versions, shown: string) {
  const { texts, current, live } = versions;
  const withPage = shown === current && pageDiffers(versions);
  const at = Math.max(
    0,
    texts.findIndex(({ sha256 }) => sha256 === shown),
  );
  const version = texts[at] ?? null;
  const next = withPage ? live : (texts[at + 1]?.text ?? null);
  const previous = next === null ? (texts[at - 1] ?? null) : null;
  const compareLabel: MessageKey = withPage
    ? 'compareWithPage'
    : previous
      ? 'compareWithPrevious'
      : 'compareWithNext';
  /** The older of the two compared texts, into which the offsets of the comparison point. */
  const older = previous ?? version;
  const newer = previous ? version!.text : next;
  return {
    at,
    version,
    compareLabel,
    older,
    newer,
    /** Whether there is a text to compare with. */
    comparable: older !== null && newer !== null,
    /** Compares the two texts part by part. Null where there is no second text. */
    compare: () => (older === null || newer === null ? null : compareTexts(older.text, newer)),
  };
}
