import { DEFAULT_COLOR } from '@/lib/annotation/colors.ts';
import type { Annotation } from '@/lib/annotation/schema.ts';
import { TASK_TAG } from '@/lib/annotation/taskTag.ts';
import { revealRange } from '@/lib/app/annotator/reveal.ts';
import { isEditable, rootsOf, selectedRange } from '@/lib/app/annotator/selection.ts';
import type { PageActions, PageTools } from '@/lib/app/annotator/tools.ts';
import { copyText } from '@/lib/app/copyText.ts';
import { errorText, t } from '@/lib/app/i18n.ts';
import type { CardFocus } from '@/lib/messages/card.ts';
import { codeOf } from '@/lib/messages/channel.ts';
import { mountCardFrame } from './cardFrame.ts';
import { mountEdge } from './edge.ts';
import { shadowHost } from './host.ts';
import { againOfKey, type Choice, choiceOfKey } from './keys.ts';
import { pageToolsCss } from './pageToolsCss.ts';
import { anchorOf, placeBeside } from './place.ts';
import { notice, toolbar } from './toolbar.ts';

const SAID_FOR = 1400;

/** Puts the selection toolbar, the card of a mark and the marks at the window's edge on the page. */
export function mountPageTools(doc: Document, actions: PageActions): PageTools {
  const bar = shadowHost(doc, 'pizhu-host', pageToolsCss, 'width: max-content !important;');
  const edge = self === top ? mountEdge(doc, () => actions.standing()) : () => {};
  let last: Choice = { action: 'highlight', color: DEFAULT_COLOR };
  let offered: Range | null = null;
  let openId: string | null = null;
  let removed: Annotation | null = null;
  let reattaching: string | null = null;

  /** What a click leads to once the browser has settled the selection; a key pressed meanwhile overtakes it. */
  let settling: ReturnType<typeof setTimeout> | undefined;

  const boxOf = (range: Range, point?: { x: number; y: number }) =>
    anchorOf(range.getBoundingClientRect(), [...range.getClientRects()], { height: innerHeight }, point);
  const close = () => {
    clearTimeout(settling);
    if (openId) actions.light(null);
    offered = null;
    openId = null;
    bar.layer.replaceChildren();
    bar.detach();
    card.close();
  };
  const show = (shown: HTMLElement, range: Range) => {
    bar.attach(range.startContainer);
    bar.layer.replaceChildren(shown);
    const { width, height } = bar.host.getBoundingClientRect();
    const { left, top } = placeBeside(
      boxOf(range),
      { width, height },
      { width: innerWidth, height: innerHeight },
    );
    bar.moveTo(left, top);
  };
  const tell = (words: string, range: Range) => {
    const said = notice(doc, words);
    show(said, range);
    setTimeout(() => said.isConnected && !openId && close(), SAID_FOR);
  };
  const card = mountCardFrame(doc, (message) => {
    if (message.type === 'close') return close();
    if (message.type === 'step') return step(message.by);
    if (message.type === 'size' || !openId) return;
    const id = openId;
    const done = (annotation: Annotation | null) => {
      card.send({ type: 'done', annotation, state: annotation ? actions.stateOf(id) : 'missing' });
      if (openId === id) actions.light(annotation && actions.placeOf(id));
    };
    const work = {
      edit: () => (message.type === 'edit' ? actions.edit(id, message.patch) : Promise.resolve(null)),
      remove: () =>
        actions.remove(id).then((gone) => {
          removed = gone;
          return null;
        }),
      restore: () => (removed ? actions.restore(removed).then(() => removed) : Promise.resolve(null)),
      confirm: () => actions.confirm(id),
    }[message.type];
    work().then(done, (error) => card.send({ type: 'failed', code: codeOf(error) }));
  });
  const openCard = (id: string, focus: CardFocus, point?: { x: number; y: number }) => {
    const [annotation, range] = [actions.get(id), actions.placeOf(id)];
    if (!annotation || !range) return;
    close();
    openId = id;
    card.openAt(boxOf(range, point), range.startContainer);
    // Which of several that overlap or adjoin it is.
    actions.light(range);
    card.send({ type: 'open', annotation, state: actions.stateOf(id), tags: actions.tags(), focus });
  };
  const step = (by: 1 | -1 = 1) => {
    const order = actions.inOrder();
    if (order.length === 0) return;
    const at = openId ? order.indexOf(openId) : -1;
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length]!;
    const range = actions.placeOf(next);
    if (range) revealRange(range);
    openCard(next, null);
  };

  const perform = async (range: Range, choice: Choice) => {
    last = choice;
    if (choice.action === 'cite') {
      const copied = await copyText(await actions.cite(range), bar.layer);
      return tell(t(copied ? 'page_copied' : 'page_notCopied'), range);
    }
    doc.getSelection()?.removeAllRanges();
    close();
    const annotation = await actions.mark(range, choice.color, choice.action === 'task' ? [TASK_TAG] : []);
    if (choice.action === 'note' || choice.action === 'tag') openCard(annotation.id, choice.action);
  };
  const choose = (range: Range, choice: Choice) =>
    void perform(range, choice).catch((error) => tell(errorText(error), range));
  const reattachTo = (id: string, range: Range) => {
    reattaching = null;
    doc.getSelection()?.removeAllRanges();
    close();
    actions.retarget(id, range).then(
      () => openCard(id, null),
      (error) => tell(errorText(error), range),
    );
  };
  const offer = (range = selectedRange(doc)) => {
    if (!range) return;
    openId = null;
    offered = range;
    const id = reattaching;
    const act = id && { label: t('page_reattachHere'), run: () => reattachTo(id, range) };
    show(
      act ? notice(doc, t('page_reattach'), act) : toolbar(doc, last, (choice) => choose(range, choice)),
      range,
    );
  };

  const ours = (event: Event) => [bar.host, card.host].some((host) => event.composedPath().includes(host));
  // On the window: many a site stops these events at its document, to keep its words from being copied.
  addEventListener('pointerdown', (event) => !ours(event) && close(), true);
  addEventListener(
    'pointerup',
    (event) => {
      if (ours(event) || !event.isTrusted) return;
      const { clientX, clientY } = event;
      const roots = rootsOf(event);
      // After the browser has settled the selection: a click inside one clears it only then.
      clearTimeout(settling);
      settling = setTimeout(() => {
        const range = selectedRange(doc, roots);
        if (range) return offer(range);
        const annotation = actions.at(clientX, clientY);
        if (annotation) openCard(annotation.id, null, { x: clientX, y: clientY });
      });
    },
    true,
  );
  addEventListener(
    'keyup',
    (event) => {
      if (ours(event) || !event.isTrusted) return;
      const selects =
        event.key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(event.key);
      if ((selects && event.shiftKey) || event.key === 'Shift') offer(selectedRange(doc, rootsOf(event)));
    },
    true,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (ours(event) || !event.isTrusted || isEditable(event.composedPath()[0])) return;
      const again = againOfKey(event);
      const choice = offered && !reattaching ? choiceOfKey(event, last) : null;
      if (event.key === 'Escape') {
        // One Escape closes one thing: not the page's dialog too, in which the words may stand.
        const shown = [bar, card].some(({ host }) => host.isConnected);
        reattaching = null;
        close();
        if (!shown) return;
      } else if (choice && offered) choose(offered, choice);
      else if (again !== null && actions.canGo(again)) void actions.go(again).then(close);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  // The reader may have come because words were selected; the toolbar is then due at once.
  offer();

  return {
    markSelection(action) {
      const range = selectedRange(doc);
      if (range) choose(range, { action, color: last.color });
      return range !== null;
    },
    step,
    reattach(id) {
      reattaching = id;
      offer();
    },
    changed: edge,
  };
}
