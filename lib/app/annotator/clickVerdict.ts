import type { CardRequest } from '../../messages/card.ts';

/**
 * Whether a click in the card counts. Words that a person has typed are kept in any case. A click on a card that has just
 * been shown or moved was meant for something else. A deletion in a card that the page hides is asked again.
 */
export function clickVerdict(
  request: CardRequest,
  frame: { isSettled(): boolean; isVisible(): boolean },
): 'counts' | 'ignore' | 'ask' {
  if (request.type === 'edit' && !request.patch.color && !request.patch.removeTags?.length) return 'counts';
  // The card moves with the end of its mark, and the next click comes at once. What it does can be taken back.
  if (request.type === 'stretch') return frame.isVisible() ? 'counts' : 'ignore';
  if (!frame.isSettled()) return 'ignore';
  if (frame.isVisible()) return 'counts';
  return request.type === 'remove' ? 'ask' : 'ignore';
}
