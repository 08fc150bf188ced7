import { HIGHLIGHTS } from '../../annotation/index.ts';
import type { Ask } from '../../messages/channel.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { UndoState } from '../../messages/schema.ts';
import type { Marks } from './marks.ts';

/** Milliseconds after which marks that were not found are searched once more. */
const SECOND_LOOK = 2000;

/** Fetches the marks of the page and keeps a copy of them. */
export class FetchedMarks {
  /** Tags to suggest: those in use, then the page's keywords. */
  tags: string[] = [];
  /** The meanings that the person gave colours, by the id of the colour. */
  colorMeanings: Record<string, string> = {};
  private turn = 0;
  /** The fetch that is under way, the newest where several are. */
  private underWay: Promise<void> | null = null;
  private second: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly marks: Marks,
    private readonly ask: Ask<typeof fromPages>,
    private readonly canonicalUrl: () => string | null,
    private readonly takeHistory: (now: UndoState) => void = () => {},
  ) {}

  /**
   * Fetches the marks and paints them. `first` where the reader has just started. Rejects where the background cannot
   * be reached.
   */
  fetch(first: boolean): Promise<void> {
    const fetch = this.fetchNow(first).finally(() => {
      if (this.underWay === fetch) this.underWay = null;
    });
    this.underWay = fetch;
    return fetch;
  }

  /** Waits until no fetch is under way. A fetch that fails counts as over. */
  async settled(): Promise<void> {
    while (this.underWay) await this.underWay.catch(() => {});
  }

  private async fetchNow(first: boolean): Promise<void> {
    const turn = ++this.turn;
    const { saved, annotations, tags, colorMeanings, texts, history } = await this.ask('visit.marks', {
      canonicalUrl: this.canonicalUrl(),
      highlights: first ? HIGHLIGHTS : null,
    });
    // A newer fetch has begun, because a single-page site may show another article by now.
    if (turn !== this.turn) return;
    this.takeHistory(history);
    this.colorMeanings = colorMeanings;
    this.tags = [...new Set([...tags, ...(saved?.keywords ?? [])])];
    this.marks.set(annotations, new Map(texts.map(({ sha256, text }) => [sha256, text])));
    // A custom element may get its shadow tree late, which no observer reports.
    clearTimeout(this.second);
    this.second = setTimeout(() => this.marks.searchAgain(), SECOND_LOOK);
  }

  /** Ignores the answer of a fetch that is under way, and searches no more. */
  end(): void {
    this.turn++;
    clearTimeout(this.second);
  }

  /**
   * Repeats a fetch that is under way. Its answer may be older than a change just made here, and would overwrite that
   * change.
   */
  overtake(): void {
    if (this.underWay) this.fetch(false).catch(() => {});
  }
}
