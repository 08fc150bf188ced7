import type { Annotation } from '@/lib/annotation/schema.ts';
import { CardRequests } from '@/lib/app/annotator/cardRequests.ts';
import { judgeClick } from '@/lib/app/annotator/judgeClick.ts';
import { revealRange } from '@/lib/app/annotator/reveal.ts';
import { stepFrom } from '@/lib/app/annotator/stepping.ts';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import type { CardFocus } from '@/lib/messages/card.ts';
import { codeOf } from '@/lib/messages/errors.ts';
import { mountCardFrame } from './cardFrame.ts';
import { boxOfRange } from './place.ts';

/** Mounts the card of a mark. `closeAll` closes the page's other tools before a card opens. */
export function mountMarkCard(doc: Document, actions: PageActions, closeAll: () => void) {
  const requests = new CardRequests(actions);
  let openId: string | null = null;
  const frame = mountCardFrame(doc, (message) => {
    if (message.type === 'close') return closeAll();
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
  });

  /** Shows the present state of a mark: in the card, and by emphasis on the page. */
  const showState = (id: string, annotation: Annotation | null) => {
    frame.send({ type: 'done', annotation, state: annotation ? actions.stateOf(id) : 'missing' });
    if (openId === id) actions.light(annotation && actions.placeOf(id));
  };
  const open = (id: string, focus: CardFocus, point?: { x: number; y: number }) => {
    const [annotation, range] = [actions.get(id), actions.placeOf(id)];
    if (!annotation || !range) return;
    closeAll();
    openId = id;
    frame.openAt(boxOfRange(range, point), range.startContainer);
    // Emphasis tells the mark from those that overlap or adjoin it.
    actions.light(range);
    frame.send({ type: 'open', annotation, state: actions.stateOf(id), tags: actions.tags(), focus });
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
    open,
    /** Opens the card of the next mark, or of the one before. */
    step,
    /** Updates the card after a change elsewhere, if it shows that mark. */
    markChanged(id: string) {
      if (id !== openId) return;
      const annotation = actions.get(id);
      if (annotation) showState(id, annotation);
      else closeAll();
    },
    close() {
      if (openId) actions.light(null);
      openId = null;
      frame.close();
    },
  };
}

export type MarkCard = ReturnType<typeof mountMarkCard>;
