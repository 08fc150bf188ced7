import { HIGHLIGHTS } from '../../annotation/index.ts';
import type { Ask } from '../../messages/channel.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { UndoState } from '../../messages/schema.ts';
import type { Marks } from './marks.ts';

/** Milliseconds after which marks that were not found are searched for again. */
const SECOND_LOOK = 2000;

/** Fetches the marks of the page from the background and keeps a copy of them. */
export class FetchedMarks {
  /** Tags to suggest: first those in use, then the page's keywords. */
  tags: string[] = [];
  /** What each colour means to the person, in the person's words, by the id of the colour. */
  colorMeanings: Record<string, string> = {};
  /** Whether the collection can only be read. */
  readOnly = false;
  private turn = 0;
  /** The latest fetch of marks that is still under way; null where there is none. */
  private underWay: Promise<void> | null = null;
  private second: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly marks: Marks,
    private readonly ask: Ask<typeof fromPages>,
    private readonly canonicalUrl: () => string | null,
    private readonly takeHistory: (now: UndoState) => void = () => {},
  ) {}

  /**
   * Fetches the marks and paints them. `first`: the reader script has just started. Rejects where the background does
   * not answer.
   */
  fetch(first: boolean): Promise<void> {
    const fetch = this.fetchNow(first).finally(() => {
      if (this.underWay === fetch) this.underWay = null;
    });
    this.underWay = fetch;
    return fetch;
  }

  /** Waits until no fetch is under way. A failed fetch has ended too. */
  async settled(): Promise<void> {
    while (this.underWay) await this.underWay.catch(() => {});
  }

  private async fetchNow(first: boolean): Promise<void> {
    const turn = ++this.turn;
    const { saved, annotations, tags, colorMeanings, texts, history, readOnly } = await this.ask(
      'visit.marks',
      {
        canonicalUrl: this.canonicalUrl(),
        highlights: first ? HIGHLIGHTS : null,
      },
    );
    // Drops this answer where a newer fetch has begun: a single-page site may show another article by now.
    if (turn !== this.turn) return;
    this.takeHistory(history);
    this.colorMeanings = colorMeanings;
    this.readOnly = readOnly ?? false;
    this.tags = [...new Set([...tags, ...(saved?.keywords ?? [])])];
    this.marks.set(annotations, new Map(texts.map(({ sha256, text }) => [sha256, text])));
    // Searches once more. A custom element may create its shadow tree late, and no MutationObserver reports that.
    clearTimeout(this.second);
    this.second = setTimeout(() => this.marks.searchAgain(), SECOND_LOOK);
  }

  /** Ignores the answer of a fetch under way, and cancels the second search for marks. */
  end(): void {
    this.turn++;
    clearTimeout(this.second);
  }

  /**
   * Fetches again if a fetch is under way. The answer of that fetch may be older than a change just made here, and
   * would undo the change on the page.
   */
  overtake(): void {
    if (this.underWay) this.fetch(false).catch(() => {});
  }
}
