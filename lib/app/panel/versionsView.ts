import { compareTexts } from '../../record/compare.ts';
import type { CapturedText } from '../../record/schema.ts';
import type { MessageKey } from '../i18n.ts';

export type Versions = {
  /** The captured texts, oldest first. */
  texts: CapturedText[];
  /** SHA-256 of the article's present text. */
  current: string;
  /** The page's present text, where a tab shows the page; else null. */
  live: string | null;
};

/** Whether the page now differs from the article's present text. */
export const pageDiffers = ({ texts, current, live }: Versions): boolean =>
  live !== null && live !== texts.find(({ sha256 }) => sha256 === current)?.text;

/**
 * The displayed version and what it is compared with: the next version, or for the latest the page where the page
 * differs. `version` is null where the article has no text that can be read.
 */
export function versionsView(versions: Versions, shown: string) {
  const { texts, current, live } = versions;
  const isCurrent = shown === current;
  const at = Math.max(
    0,
    texts.findIndex(({ sha256 }) => sha256 === shown),
  );
  const version = texts[at] ?? null;
  const other = isCurrent && pageDiffers(versions) ? live : (texts[at + 1]?.text ?? null);
  const compareLabel: MessageKey = isCurrent ? 'compareWithPage' : 'compareWithNext';
  return {
    at,
    version,
    compareLabel,
    /** Whether there is a text to compare with. */
    comparable: version !== null && other !== null,
    /** The equal and differing parts of the two texts; null where there is no second text. */
    compare: () => (version === null || other === null ? null : compareTexts(version.text, other)),
  };
}
