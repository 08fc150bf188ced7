import type { StubWorld } from '@/lib/app/annotator/recognise.ts';
import { selectedRange } from '@/lib/app/annotator/selection.ts';
import type { PageActions, PageTools } from '@/lib/app/annotator/tools.ts';
import { t } from '@/lib/app/i18n.ts';
import { mountBar } from './bar.ts';
import { mountEdge } from './edge.ts';
import { listenOnPage } from './events.ts';
import { mountMarkCard } from './markCard.ts';
import { Selecting } from './selecting.ts';

/** Milliseconds for which a sentence about the page or the extension shows. */
const READ_SENTENCE = 8000;

/** Mounts the selection toolbar, the card of a mark, and the marks at the window's edge. */
export function mountPageTools(doc: Document, actions: PageActions): PageTools {
  const own = new AbortController();
  const edge = self === top ? mountEdge(doc, () => actions.placedMarks(), own.signal) : () => {};
  const closeAll = () => {
    // Cancels a click whose effect is still pending, because a later key or click has replaced it.
    cancelClick();
    selecting.offered = null;
    bar.close();
    card.close();
  };
  const bar = mountBar(doc, closeAll);
  const card = mountMarkCard(doc, actions, closeAll, (range) =>
    bar.notice(t('page_cardBlocked'), range, bar.close, READ_SENTENCE),
  );
  const selecting = new Selecting({ doc, actions, bar, card, closeAll });
  // Gets the text of the message now: after an update of the extension, this script can no longer read translations.
  const updated = t('page_updated');
  const sayUpdated = (range: Range) => bar.notice(updated, range, bar.close, READ_SENTENCE);
  const cancelClick = listenOnPage({ doc, own, actions, bar, card, selecting, closeAll, sayUpdated });
  addEventListener('pageshow', ({ persisted }) => persisted && closeAll(), { signal: own.signal });
  // These tools may have been injected because the user selected words. The toolbar for that selection must then be
  // shown at once.
  if ((globalThis as StubWorld).pizhuSelected) selecting.offer(selectedRange(doc));

  return {
    markSelection: (action) => selecting.chooseSelected(action),
    step: () => card.step(),
    reattach(id) {
      selecting.reattaching = id;
      selecting.offer(selectedRange(doc));
    },
    changed() {
      edge();
      selecting.checkOffer();
    },
    markChanged: card.markChanged,
    say: (saying) => bar.say(t(`page_${saying}`), bar.close, READ_SENTENCE),
    end() {
      own.abort();
      closeAll();
    },
  };
}
