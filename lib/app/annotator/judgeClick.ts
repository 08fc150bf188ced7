import type { CardRequest } from '../../messages/card.ts';

/**
 * Whether a click in the card counts. Words that a person has typed are kept in any case. A click on a card that has just
 * been shown or moved was meant for something else. A deletion in a card that the page hides is asked again.
 */
export function judgeClick(
  request: CardRequest,
  frame: { isSettled(): boolean; isVisible(): boolean },
): 'counts' | 'ignore' | 'ask' {
  if (request.type === 'edit' && !request.patch.color && !request.patch.removeTags?.length) return 'counts';
  if (!frame.isSettled()) return 'ignore';
  if (frame.isVisible()) return 'counts';
  return request.type === 'remove' ? 'ask' : 'ignore';
}
