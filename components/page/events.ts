import { endsWithoutRelease, SelectingGesture } from '@/lib/app/annotator/gesture.ts';
import { keyCommand } from '@/lib/app/annotator/keyCommand.ts';
import type { StubWorld } from '@/lib/app/annotator/recognise.ts';
import { isEditable, rootsOf, selectedRange, typedInto } from '@/lib/app/annotator/selection.ts';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import type { Bar } from './bar.ts';
import type { MarkCard } from './markCard.ts';
import type { Selecting } from './selecting.ts';

type Parts = {
  doc: Document;
  own: AbortController;
  actions: PageActions;
  bar: Bar;
  card: MarkCard;
  selecting: Selecting;
  closeAll: () => void;
  /** Shows beside a selection that the extension was updated. */
  sayUpdated: (range: Range) => void;
};

/**
 * Listens to pointer and keys on the page, until `own` is aborted. Ignores events made by a script of the page. Returns
 * a function that cancels a click whose effect is still pending.
 */
export function listenOnPage({
  doc,
  own,
  actions,
  bar,
  card,
  selecting,
  closeAll,
  sayUpdated,
}: Parts): () => void {
  const gesture = new SelectingGesture((globalThis as StubWorld).pizhuGesture);
  let settling: ReturnType<typeof setTimeout> | undefined;
  const isOurs = (event: Event) =>
    [bar.host, ...card.hosts].some((host) => event.composedPath().includes(host));

  /**
   * After an update of the extension, this script can no longer reach the background. Tells this once to a person who
   * selects words, and stops listening.
   */
  const retireAt = (range: Range | null) => {
    if (!range) return;
    own.abort();
    rest();
    sayUpdated(range);
  };
  const rest = () => {
    actions.stop();
    closeAll();
  };

  const onPointerUp = (event: PointerEvent) => {
    if (isOurs(event) || !event.isTrusted) return;
    if (!actions.alive()) return retireAt(selectedRange(doc, rootsOf(event)));
    const { clientX: x, clientY: y } = event;
    const roots = rootsOf(event);
    const isSelecting = gesture.ends(event);
    // Waits until the browser has updated the selection: a click inside a selection clears it only later.
    clearTimeout(settling);
    settling = setTimeout(() => {
      const range = selectedRange(doc, roots);
      const annotation = range ? null : actions.at(x, y);
      if (isSelecting) selecting.offer(range);
      if (annotation) card.open(annotation.id, null, { x, y });
    });
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (isOurs(event) || !gesture.ends(event)) return;
    if (!actions.alive()) return retireAt(selectedRange(doc, rootsOf(event)));
    selecting.offer(selectedRange(doc, rootsOf(event)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOurs(event) || !event.isTrusted || isEditable(typedInto(event))) return;
    // After an update of the extension, leaves all keys to the page, even before the person selects words.
    if (!actions.alive()) return rest();
    const { offered, last, reattaching } = selecting;
    const command = keyCommand(event, {
      offers: offered !== null && bar.isInView(),
      reattaching: reattaching !== null,
      shown: (bar.host.isConnected && bar.isInView()) || card.host.isConnected,
      last,
      canUndoOrRedo: actions.canUndoOrRedo,
    });
    if (!command) return;
    if (command.type === 'choose') selecting.choose(offered!, command.choice);
    else if (command.type === 'sheet') selecting.showKeys(offered!);
    else if (command.type === 'go') void actions.undoOrRedo(command.redo).then(closeAll, closeAll);
    else {
      selecting.reattaching = null;
      closeAll();
      if (command.passes) return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Listens on the window, because many sites stop these events at their document to prevent copying.
  const options = { capture: true, signal: own.signal };
  addEventListener(
    'pointerdown',
    (event) => {
      if (isOurs(event)) return;
      gesture.press(event);
      closeAll();
    },
    options,
  );
  addEventListener('pointerup', onPointerUp, options);
  addEventListener('keyup', onKeyUp, options);
  addEventListener('keydown', onKeyDown, options);
  endsWithoutRelease(doc, gesture, own.signal, () => {
    if (actions.alive()) selecting.offer(selectedRange(doc));
  });
  return () => clearTimeout(settling);
}
