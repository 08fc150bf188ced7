import { render } from 'preact';
import type { Annotation, AnnotationPatch, Color } from '@/lib/annotation/schema.ts';
import { Card } from './Card.tsx';
import { pageToolsCss } from './pageToolsCss.ts';
import { Toolbar } from './Toolbar.tsx';

/** What the tools on the page ask of whoever keeps the marks. */
export type PageActions = {
  mark(range: Range, color: Color): Promise<Annotation>;
  edit(id: string, patch: AnnotationPatch): Promise<Annotation | null>;
  remove(id: string): Promise<Annotation | null>;
  restore(annotation: Annotation): Promise<void>;
  openPanel(): Promise<unknown>;
  /** The mark at a point of the window, in CSS pixels. */
  at(x: number, y: number): Annotation | null;
  placeOf(id: string): Range | null;
  tags(): string[];
};

export type MarkAction = 'highlight' | 'note' | 'tag';

export type PageTools = {
  /** Marks what is selected now. False where nothing is. */
  markSelection(action: MarkAction): boolean;
};

/** A style that the page cannot reach. Firefox gives a content script no constructable style sheets. */
function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/** The selected passage, or null where nothing is selected, or only blanks, or words in a field. */
function selectedRange(doc: Document): Range | null {
  const selection = doc.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const element = range.commonAncestorContainer.parentElement ?? doc.body;
  if (element.closest('input, textarea, [contenteditable=""], [contenteditable="true"]')) return null;
  return range.toString().trim() ? range.cloneRange() : null;
}

/** Puts the selection toolbar and the card of a mark on the page, in a closed shadow root. */
export function mountPageTools(doc: Document, actions: PageActions): PageTools {
  const host = doc.createElement('pizhu-host');
  // Inline and important: the page's own rules for unknown elements must not move or hide it.
  host.style.cssText =
    'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important; z-index: 2147483647 !important;';
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, pageToolsCss);
  const layer = doc.createElement('div');
  root.append(layer);

  const close = () => {
    render(null, layer);
    host.remove();
  };
  const attach = () => {
    if (!host.isConnected) doc.documentElement.append(host);
  };
  const openCard = (annotation: Annotation, focus: 'note' | 'tag' | null) => {
    const place = actions.placeOf(annotation.id);
    if (!place) return;
    attach();
    render(
      <Card
        key={annotation.id}
        annotation={annotation}
        box={place.getBoundingClientRect()}
        focus={focus}
        actions={actions}
        close={close}
      />,
      layer,
    );
  };
  const mark = async (range: Range, action: MarkAction, color: Color = 'yellow') => {
    doc.getSelection()?.removeAllRanges();
    close();
    const annotation = await actions.mark(range, color);
    if (action !== 'highlight') openCard(annotation, action);
  };
  const markOrSay = (range: Range, action: MarkAction, color?: Color) =>
    mark(range, action, color).catch((error) => {
      attach();
      render(
        <Toolbar box={range.getBoundingClientRect()} problem={String(error?.code ?? 'unexpected')} />,
        layer,
      );
    });
  const offer = () => {
    const range = selectedRange(doc);
    if (!range) return;
    attach();
    const choose = (action: MarkAction, color?: Color) => void markOrSay(range, action, color);
    render(<Toolbar box={range.getBoundingClientRect()} choose={choose} />, layer);
  };

  const ours = (event: Event) => event.composedPath().includes(host);
  doc.addEventListener('pointerdown', (event) => !ours(event) && close(), true);
  doc.addEventListener(
    'pointerup',
    (event) => {
      if (ours(event) || !event.isTrusted) return;
      const { clientX, clientY } = event;
      // After the browser has settled the selection: a click inside one clears it only then.
      setTimeout(() => {
        if (selectedRange(doc)) return offer();
        const annotation = actions.at(clientX, clientY);
        if (annotation) openCard(annotation, null);
      });
    },
    true,
  );
  doc.addEventListener(
    'keyup',
    (event) => {
      if (ours(event)) return;
      if (event.key === 'Escape') close();
      else if (event.shiftKey || event.key === 'Shift') offer();
    },
    true,
  );
  // The reader may have come because words were selected; the toolbar is then due at once.
  offer();

  return {
    markSelection(action) {
      const range = selectedRange(doc);
      if (range) void markOrSay(range, action);
      return range !== null;
    },
  };
}
