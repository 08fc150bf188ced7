import { compareTexts } from '../../record/compare.ts';
import type { CapturedText } from '../../record/schema.ts';
import type { MessageKey } from '../i18n.ts';

export type Versions = {
  /** Oldest first. */
  texts: CapturedText[];
  /** SHA-256 of the text that the article stands for now. */
  current: string;
  /** The page's text now, where a tab shows it; else null. */
  live: string | null;
};

/** Whether the page says something else now than the text that the article stands for. */
export const pageDiffers = ({ texts, current, live }: Versions): boolean =>
  live !== null && live !== texts.find(({ sha256 }) => sha256 === current)?.text;

/**
 * The version that is shown, and what it can be compared with: the page now where it is the latest and the page
 * differs, else the version after it.
 */
export function versionsView(versions: Versions, shown: string) {
  const { texts, current, live } = versions;
  const isCurrent = shown === current;
  const at = Math.max(
    0,
    texts.findIndex(({ sha256 }) => sha256 === shown),
  );
  const version = texts[at]!;
  const other = isCurrent && pageDiffers(versions) ? live : (texts[at + 1]?.text ?? null);
  const compareLabel: MessageKey = isCurrent ? 'compareWithPage' : 'compareWithNext';
  return {
    at,
    version,
    compareLabel,
    /** Whether there is a text to compare with. */
    comparable: other !== null,
    /** The parts in which the two texts are the same or differ; null where there is nothing to compare with. */
    compare: () => (other === null ? null : compareTexts(version.text, other)),
  };
}
