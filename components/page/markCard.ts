import { COLOR_IDS } from '@/lib/annotation/colors.ts';
import type { Annotation } from '@/lib/annotation/schema.ts';
import { CardRequests } from '@/lib/app/annotator/cardRequests.ts';
import { judgeClick } from '@/lib/app/annotator/judgeClick.ts';
import { revealRange } from '@/lib/app/annotator/reveal.ts';
import { stepFrom } from '@/lib/app/annotator/stepping.ts';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import { t } from '@/lib/app/i18n.ts';
import type { CardFocus, FromCard } from '@/lib/messages/card.ts';
import { codeOf } from '@/lib/messages/errors.ts';
import { mountCardFrame } from './cardFrame.ts';
import { rememberFocus } from './focus.ts';
import { mountGrips } from './grips.ts';
import { anchorOfRange } from './place.ts';

/**
 * Mounts the card of a mark. `closeAll` closes the page's other tools before a card opens. `sayBlocked` says beside a
 * mark that this page prevents cards from working.
 */
export function mountMarkCard(
  doc: Document,
  actions: PageActions,
  closeAll: () => void,
  sayBlocked: (range: Range) => void,
) {
  const requests = new CardRequests(actions);
  let openId: string | null = null;
  let giveBack = () => {};
  const blocked = () => {
    const range = openId && actions.placeOf(openId);
    closeAll();
    if (range) sayBlocked(range);
  };
  const answer = (message: FromCard) => {
    if (message.type === 'close') {
      closeAll();
      return giveBack();
    }
    if (message.type === 'step') return step(message.by);
    if (message.type === 'size' || !openId) return;
    const id = openId;
    const { request, byPointer } = message;
    const judgement = byPointer ? judgeClick(request, frame) : 'counts';
    if (judgement === 'ask') return frame.send({ type: 'hidden' });
    if (judgement === 'ignore') return showState(id, actions.get(id));
    requests.run(id, request).then(
      (annotation) => showState(id, annotation),
      (error) => frame.send({ type: 'failed', code: codeOf(error) }),
    );
  };
  const frame = mountCardFrame(doc, t('page_card'), answer, blocked);

  /** Shows the present state of a mark in the card, and emphasises the mark on the page. */
  const showState = (id: string, annotation: Annotation | null) => {
    const state = annotation ? actions.stateOf(id) : 'missing';
    frame.send({ type: 'done', annotation, state, canJoin: actions.canJoin(id) });
    if (openId !== id) return;
    const range = annotation && actions.placeOf(id);
    actions.light(range);
    if (!range) return grips.close();
    frame.follow(anchorOfRange(range));
    if (!actions.readOnly()) grips.show(id, range);
  };
  const grips = mountGrips(doc, actions, (id, range) =>
    actions.retarget(id, range).then(
      (annotation) => showState(id, annotation),
      (error) => frame.send({ type: 'failed', code: codeOf(error) }),
    ),
  );
  const open = (id: string, focus: CardFocus, point?: { x: number; y: number }) => {
    const [annotation, range] = [actions.get(id), actions.placeOf(id)];
    if (!annotation || !range) return;
    // Gives the focus back to the element that had it before the first card. Stepping from mark to mark keeps the focus
    // in the card.
    if (!openId) giveBack = rememberFocus(doc, range);
    closeAll();
    openId = id;
    // Shows the handles before the card. So the card lies over the handles where the window has no room beside the
    // words.
    if (!actions.readOnly()) grips.show(id, range);
    frame.openAt(anchorOfRange(range, point), range.startContainer);
    // Emphasises the mark, so that it stands out from overlapping and adjoining marks.
    actions.light(range);
    const meanings = Object.fromEntries(COLOR_IDS.map((color) => [color, actions.meaningOf(color)]));
    const canJoin = actions.canJoin(id);
    frame.send({
      type: 'open',
      annotation,
      state: actions.stateOf(id),
      tags: actions.tags(),
      meanings,
      canJoin,
      focus,
      readOnly: actions.readOnly(),
    });
  };
  const step = (by: 1 | -1 = 1) => {
    const next = stepFrom(actions.inOrder(), openId, by);
    if (next === undefined) return;
    const range = actions.placeOf(next);
    if (range) revealRange(range);
    open(next, null);
  };
  return {
    host: frame.host,
    /** All elements of the card, including its handles. */
    hosts: [frame.host, ...grips.hosts],
    open,
    /** Opens the card of the next mark or of the previous one. */
    step,
    /** Updates the card if it shows this mark, which was changed elsewhere in the extension. */
    markChanged(id: string) {
      if (id !== openId) return;
      const annotation = actions.get(id);
      if (annotation) showState(id, annotation);
      else closeAll();
    },
    close() {
      if (openId) actions.light(null);
      openId = null;
      grips.close();
      frame.close();
    },
  };
}

export type MarkCard = ReturnType<typeof mountMarkCard>;
