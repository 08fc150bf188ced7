import type { CardRequest } from '../../messages/card.ts';

/**
 * Whether a click in the card counts. An edit of note or tags always counts, because a person typed it. A click on a
 * card that was just shown or moved may have been meant for something else. A deletion in a card that the page hides
 * must be confirmed.
 */
export function judgeClick(
  request: CardRequest,
  frame: { isSettled(): boolean; isVisible(): boolean },
): 'counts' | 'ignore' | 'ask' {
  if (request.type === 'edit' && !request.patch.color && !request.patch.removeTags?.length) return 'counts';
  // The card moves with the end of its mark, so the next click may come at once. A moved end can be undone.
  if (request.type === 'stretch') return frame.isVisible() ? 'counts' : 'ignore';
  if (!frame.isSettled()) return 'ignore';
  if (frame.isVisible()) return 'counts';
  return request.type === 'remove' ? 'ask' : 'ignore';
}
