import type { CardRequest } from '../../messages/card.ts';

/**
 * Whether a click in a mark's card (a small box on the page) counts. Typing a note or tags always counts. If the card
 * was just shown or moved, the user may have meant to click something else. If the page covers the card, a deletion
 * must be confirmed in a separate window.
 */
export function judgeClick(
  request: CardRequest,
  frame: { isSettled(): boolean; isVisible(): boolean },
): 'counts' | 'ignore' | 'ask' {
  if (request.type === 'edit' && !request.patch.color && !request.patch.removeTags?.length) return 'counts';
  // A click that moves an end of the mark counts even if the card has just moved, because each such click also moves
  // the card. A mistaken one can be undone.
  if (request.type === 'stretch') return frame.isVisible() ? 'counts' : 'ignore';
  if (!frame.isSettled()) return 'ignore';
  if (frame.isVisible()) return 'counts';
  return request.type === 'remove' ? 'ask' : 'ignore';
}
