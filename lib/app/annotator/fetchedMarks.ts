import type { Ask } from '../../messages/channel.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { Marks } from './marks.ts';

/** Milliseconds after which marks that are missing are looked for once more. */
const SECOND_LOOK = 2000;

/** Fetches the marks of the page and keeps them as the background has them. */
export class FetchedMarks {
  /** Tags to offer: those in use, then the page's keywords. */
  tags: string[] = [];
  private turn = 0;
  private fetching = false;
  private second: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly marks: Marks,
    private readonly ask: Ask<typeof fromPages>,
    private readonly canonicalUrl: () => string | null,
  ) {}

  /** Fetches the marks and paints them. `first` when the reader has just started. Rejects where none can be had. */
  async fetch(first: boolean): Promise<void> {
    const turn = ++this.turn;
    this.fetching = true;
    const { saved, annotations, tags, texts } = await this.ask('visit.marks', {
      canonicalUrl: this.canonicalUrl(),
      first,
    }).finally(() => {
      if (turn === this.turn) this.fetching = false;
    });
    // A single-page site may have gone on meanwhile: these are the marks of another article.
    if (turn !== this.turn) return;
    this.tags = [...new Set([...tags, ...(saved?.keywords ?? [])])];
    this.marks.set(annotations, new Map(texts.map(({ sha256, text }) => [sha256, text])));
    // An element of the page's own making may get its shadow tree late, and no observer hears of that.
    clearTimeout(this.second);
    this.second = setTimeout(() => this.marks.again(), SECOND_LOOK);
  }

  /** Fetches anew where marks are being fetched: they may be from before a change made here, and would undo it. */
  overtake(): void {
    if (this.fetching) this.fetch(false).catch(() => {});
  }
}
