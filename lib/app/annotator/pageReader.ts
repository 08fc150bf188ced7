import { citationOf } from '../../exchange/citation.ts';
import type { Ask } from '../../messages/channel.ts';
import { PizhuError } from '../../messages/errors.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { PageReading } from '../../record/schema.ts';
import { EMPTY_READING } from '../../tasks/emptyReading.ts';
import type { ExtractorWorld } from '../reading/world.ts';
import { currentCanonical, pageDocument } from './address.ts';

type Extract = NonNullable<ExtractorWorld['pizhuExtract']>;

/**
 * Reads the whole page that a document belongs to. For a frame of the same origin, this is the page around the frame.
 */
export class PageReader {
  private last: { state: string; reading: Promise<PageReading> } | null = null;
  private extractor: Promise<Extract> | null = null;

  constructor(
    private readonly doc: Document,
    private readonly ask: Ask<typeof fromPages>,
  ) {}

  /** The document of the whole page. */
  get page(): Document {
    return (self === top ? null : pageDocument()) ?? this.doc;
  }

  get url(): string {
    return this.page.location.href;
  }

  /** The canonical address that the page states; null where it states none. */
  get canonicalUrl(): string | null {
    return currentCanonical(this.page);
  }

  /** Reads the page as it is now, in steps that leave the page responsive. Throws a `PizhuError`. */
  read(): Promise<PageReading> {
    const last = { state: this.state, reading: this.readNow() };
    this.last = last;
    // Discards a failed reading, so that the next citation reads the page again.
    last.reading.catch(() => {
      if (this.last === last) this.last = null;
    });
    return last.reading;
  }

  /**
   * Makes a citation of words of the page. It needs only title, source and date, so an earlier reading of the page
   * suffices.
   */
  async cite(words: string): Promise<string> {
    const known = this.last?.state === this.state ? this.last.reading : this.read();
    const { article, url } = await known;
    return citationOf(words, article, url);
  }

  private async readNow(): Promise<PageReading> {
    const { url, canonicalUrl, page } = this;
    if (isPdf(page)) throw new PizhuError('pdf');
    const extract = await this.wantExtractor();
    const article = await extract(page, { url, now: new Date() });
    return { url, canonicalUrl, article, ...EMPTY_READING };
  }

  /**
   * Asks the background once to inject the extractor script. Ignores an extractor that an older version of the
   * extension left in the page.
   */
  private wantExtractor(): Promise<Extract> {
    this.extractor ??= this.ask('visit.extractor', {}).then(() => {
      const { pizhuExtract } = globalThis as ExtractorWorld;
      if (!pizhuExtract) throw new PizhuError('unexpected', 'The extractor is not there.');
      return pizhuExtract;
    });
    this.extractor.catch(() => {
      this.extractor = null;
    });
    return this.extractor;
  }

  /** Identifies the article that the page shows. Changes when a single-page site shows another article. */
  private get state(): string {
    return this.url + this.page.title;
  }
}

/** Whether the page is the browser's PDF viewer. Chromium's shows the PDF in an `embed` element. */
const isPdf = (page: Document): boolean =>
  page.contentType === 'application/pdf' || page.querySelector('embed[type="application/pdf"]') !== null;
