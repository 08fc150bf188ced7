import { referenceOf } from '@/lib/exchange/citation.ts';
import { copyText } from '../ui/copyText.ts';
import type { Facts } from './FactList.tsx';

/** Copies a reference to an article that was read at a moment (ISO 8601); false where the browser refuses. */
export function copyReference(article: Facts, url: string, readAt: string): Promise<boolean> {
  const at = new Date(readAt);
  // The reader's own day, and not UTC's.
  const readOn = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return copyText(referenceOf(article, url, readOn), document.body);
}
