import type { CardRequest } from '../../messages/card.ts';

/**
 * Whether a click in a mark's card (a small box on the page) counts. Typing in note or tags always counts. If the card
 * was just shown or moved, the person may have meant to click something else. If the page covers the card, a deletion
 * must be confirmed.
 */
export function judgeClick(
  request: CardRequest,
  frame: { isSettled(): boolean; isVisible(): boolean },
): 'counts' | 'ignore' | 'ask' {
  if (request.type === 'edit' && !request.patch.color && !request.patch.removeTags?.length) return 'counts';
  // Such a click counts even if the card has just moved, because each move of an end also moves the card. A mistaken
  // click can be undone.
  if (request.type === 'stretch') return frame.isVisible() ? 'counts' : 'ignore';
  if (!frame.isSettled()) return 'ignore';
  if (frame.isVisible()) return 'counts';
  return request.type === 'remove' ? 'ask' : 'ignore';
}
