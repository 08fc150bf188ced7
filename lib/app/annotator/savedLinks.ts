import { browser } from 'wxt/browser';
import { type Ask, askThrough } from '../../messages/channel.ts';
import { codeOf } from '../../messages/errors.ts';
import { LONGEST_ADDRESS, MOST_ASKED, savedLinksMessages } from '../../messages/savedLinks.ts';
import { pageOf } from '../../record/route.ts';
import { onRewritten } from './address.ts';
import { RETIRE } from './retire.ts';

/** A link in view: where its mark belongs, in CSS pixels of the window, and whether the link's page is saved. */
type LinkPlace = { x: number; y: number; saved: boolean };

/** The marks of links on a page. `draw` replaces all of them. */
export type LinkMarks = { draw(places: LinkPlace[]): void; end(): void };

/** Puts the marks on a page. Calls `lost` when the page removes them for good. */
type MountLinkMarks = (doc: Document, lost: () => void) => LinkMarks;

/** What the script leaves in the page, for functions that the background injects there. */
export type LinksWorld = { pizhuLinks?: { alive(): boolean; refresh(): void; end(): void } };

/** The most links of a page that are watched, in the order of the page. */
const MOST_LINKS = 2000;
/**
 * The most links of a page that are examined. Not all of these are watched, because many may lead to no other page:
 * fragments, scripts.
 */
const MOST_EXAMINED = 5000;
/** The most links in view that are marked. */
const MOST_SHOWN = 300;
/** The most links in view whose place is computed. Others may be covered or not laid out. */
const MOST_PLACED = 1000;
/**
 * Milliseconds from a change of the page until its links are examined again. Changes often come in quick succession.
 */
const SETTLED = 300;

/** Starts to mark the links of a document. If the script already runs there, only asks again which links are saved. */
export function startSavedLinks(doc: Document, mount: MountLinkMarks): void {
  const world = globalThis as LinksWorld;
  if (world.pizhuLinks?.alive()) {
    world.pizhuLinks.refresh();
    return;
  }
  const ask = askThrough(savedLinksMessages, (raw) => browser.runtime.sendMessage(raw));
  let links: SavedLinks | null = null;
  const end = () => {
    links?.end();
    links = null;
  };
  const begin = () => {
    links = new SavedLinks(doc, ask, mount, end);
  };
  begin();
  const alive = () => links !== null && isAlive();
  doc.dispatchEvent(new Event(RETIRE));
  // Ends when a newer version of the extension takes over the page. If the page itself dispatches this event, nothing
  // happens, because this script is still alive.
  doc.addEventListener(RETIRE, () => isAlive() || end());
  onRewritten(doc, () => {
    if (!links) return;
    end();
    begin();
  });
  world.pizhuLinks = { alive, refresh: () => links?.refresh(), end };
}

/** Whether the extension that injected this script still runs. An update of the extension ends that. */
function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Draws a mark at each link in view whose page is saved. Does not change the links. The page must not learn which links
 * are saved. So each link in view gets a mark of the same size at the same moments, visible or not.
 */
export class SavedLinks {
  /** Whether the page at each address is saved, as the background has answered so far. */
  private readonly saved = new Map<string, boolean>();
  private readonly asked = new Set<string>();
  /** Addresses whose answer is on its way, but may be out of date when it arrives. */
  private readonly askAgain = new Set<string>();
  private readonly watched = new Set<HTMLAnchorElement>();
  private readonly inView = new Set<HTMLAnchorElement>();
  private readonly own = new AbortController();
  private readonly views = new IntersectionObserver((entries) => this.moved(entries));
  private readonly sizes = new ResizeObserver(() => this.drawSoon());
  private readonly changes = new MutationObserver(() => this.lookSoon());
  private readonly probe = new Range();
  private marks: LinkMarks | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDrawing = false;

  constructor(
    private readonly doc: Document,
    private readonly ask: Ask<typeof savedLinksMessages>,
    private readonly mount: MountLinkMarks,
    /** Called when the background refuses to answer, because the marks or the site were switched off. */
    private readonly switchedOff: () => void,
  ) {
    const { signal } = this.own;
    const draw = () => this.drawSoon();
    const refresh = () => this.refresh();
    for (const type of ['scroll', 'load', 'transitionend', 'animationend'])
      doc.addEventListener(type, draw, { capture: true, passive: true, signal });
    addEventListener('resize', draw, { signal });
    // Asks again when the page is visible again, because articles may have been saved or deleted in another tab or in
    // the side panel.
    addEventListener('focus', refresh, { signal });
    doc.addEventListener('visibilitychange', refresh, { signal });
    this.sizes.observe(doc.documentElement);
    if (doc.body) this.sizes.observe(doc.body);
    this.changes.observe(doc, {
      childList: true,
      subtree: true,
      attributeFilter: ['href', 'class', 'style', 'hidden', 'open'],
    });
    this.collect();
  }

  /** Asks again about all links in view. */
  refresh(): void {
    if (this.doc.hidden || this.own.signal.aborted) return;
    const shown = new Set([...this.inView].map(addressOf));
    for (const url of this.saved.keys()) if (!shown.has(url)) this.saved.delete(url);
    this.collect();
    for (const url of shown) if (this.asked.has(url)) this.askAgain.add(url);
    this.askAbout([...shown]);
  }

  /** Removes all marks and stops observing the page. */
  end(): void {
    this.own.abort();
    for (const observer of [this.views, this.sizes, this.changes]) observer.disconnect();
    clearTimeout(this.timer);
    this.marks?.end();
    this.marks = null;
  }

  private lookSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.doc.hidden) return;
      this.collect();
      this.askAboutNew();
      this.drawSoon();
    }, SETTLED);
  }

  /** Watches the links that are in the page now. */
  private collect(): void {
    const now = new Set<HTMLAnchorElement>();
    const here = pageOf(this.doc.location.href);
    for (const [i, link] of this.doc.querySelectorAll('a[href]').entries()) {
      if (i === MOST_EXAMINED || now.size === MOST_LINKS) break;
      if (link instanceof HTMLAnchorElement && leadsElsewhere(link, here)) now.add(link);
    }
    for (const link of this.watched)
      if (!now.has(link)) {
        this.views.unobserve(link);
        this.watched.delete(link);
        this.inView.delete(link);
      }
    for (const link of now)
      if (!this.watched.has(link)) {
        this.watched.add(link);
        this.views.observe(link);
      }
    if (this.watched.size > 0) this.marks ??= this.mount(this.doc, () => this.end());
  }

  private moved(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const link = target as HTMLAnchorElement;
      if (isIntersecting && this.watched.has(link)) this.inView.add(link);
      else this.inView.delete(link);
    }
    this.askAboutNew();
    this.drawSoon();
  }

  private askAboutNew(): void {
    const unknown = [...this.inView].map(addressOf).filter((url) => !this.saved.has(url));
    this.askAbout([...new Set(unknown)]);
  }

  private askAbout(addresses: string[]): void {
    const urls = addresses.filter((url) => !this.asked.has(url));
    for (let from = 0; from < urls.length; from += MOST_ASKED) {
      const some = urls.slice(from, from + MOST_ASKED);
      for (const url of some) this.asked.add(url);
      this.ask('visit.savedLinks', { urls: some })
        .then(({ saved }) => {
          for (const [i, url] of some.entries()) this.saved.set(url, saved[i] ?? false);
        })
        // Ignores other failures, such as an update of the extension. Earlier answers stay.
        .catch((error) => {
          if (codeOf(error) === 'switchedOff') this.switchedOff();
        })
        .finally(() => {
          for (const url of some) this.asked.delete(url);
          this.drawSoon();
          const again = some.filter((url) => this.askAgain.delete(url));
          if (!this.own.signal.aborted) this.askAbout(again);
        });
    }
  }

  /** Draws before the next frame, once for many changes. */
  private drawSoon(): void {
    if (this.isDrawing || !this.marks) return;
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      if (this.marks) this.draw(this.marks);
    });
  }

  private draw(marks: LinkMarks): void {
    const places: LinkPlace[] = [];
    let placed = 0;
    for (const link of this.inView) {
      if (places.length === MOST_SHOWN || placed++ === MOST_PLACED) break;
      const place = this.placeOf(link);
      if (place) places.push({ ...place, saved: this.saved.get(addressOf(link)) ?? false });
    }
    // Moves the range out of the page's text. There, this live range would slow down every change of the page.
    this.probe.setStart(this.doc, 0);
    this.probe.collapse(true);
    marks.draw(places);
  }

  /** The top right corner of a link's last line. Null where the link is not laid out, or something covers it there. */
  private placeOf(link: HTMLAnchorElement): { x: number; y: number } | null {
    const box = link.getBoundingClientRect();
    this.probe.selectNodeContents(link);
    // The text of a link can extend beyond its box where the link is clipped. Lines beyond the box do not count.
    const lines = [...this.probe.getClientRects()].filter(
      ({ width, height, left, bottom }) =>
        width > 1 && height > 1 && left < box.right && bottom <= box.bottom + 1,
    );
    const last = lines.at(-1) ?? box;
    if (last.width < 1 || last.height < 1) return null;
    const x = Math.min(last.right, box.right);
    const hit = this.doc.elementFromPoint(Math.max(x - 2, last.left), (last.top + last.bottom) / 2);
    return hit && (link.contains(hit) || hit.contains(link)) ? { x, y: last.top } : null;
  }
}

const addressOf = (link: HTMLAnchorElement): string => link.href;

/** Whether a link leads to another page of the web. `here`: the address of this page, as `pageOf` gives it. */
const leadsElsewhere = ({ href }: HTMLAnchorElement, here: string): boolean =>
  /^https?:/.test(href) && href.length <= LONGEST_ADDRESS && pageOf(href) !== here;
