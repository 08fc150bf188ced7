import { canonicalUrl } from '../../article/page/canonical.ts';
import { citationOf } from '../../exchange/citation.ts';
import type { Ask } from '../../messages/channel.ts';
import { PizhuError } from '../../messages/errors.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { PageReading } from '../../record/schema.ts';
import { EMPTY_READING } from '../../tasks/emptyReading.ts';
import type { ExtractorWorld } from '../reading/world.ts';
import { pageDocument } from './address.ts';

type Extract = NonNullable<ExtractorWorld['pizhuExtract']>;

/** Reads the page that a document belongs to: itself, or for a frame the page around it, whose origin is the same. */
export class PageReader {
  private last: { state: string; reading: Promise<PageReading> } | null = null;
  private extractor: Promise<Extract> | null = null;

  constructor(
    private readonly doc: Document,
    private readonly ask: Ask<typeof fromPages>,
  ) {}

  /** The document of the page. */
  get page(): Document {
    return (self === top ? null : pageDocument()) ?? this.doc;
  }

  get url(): string {
    return this.page.location.href;
  }

  /** The address that the page gives as its own. */
  get canonicalUrl(): string | null {
    return canonicalUrl(this.page, this.url);
  }

  /** Reads the page as it is now, without holding it up. Throws a `PizhuError`. */
  read(): Promise<PageReading> {
    const last = { state: this.state, reading: this.readNow() };
    this.last = last;
    // A reading that failed is none: the next citation reads anew.
    last.reading.catch(() => {
      if (this.last === last) this.last = null;
    });
    return last.reading;
  }

  /** Cites words of the page. Title, source and date are enough for it, so that what was read last is new enough. */
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

  /** Sends for the extractor, once. One that an older version of the extension left here is not asked. */
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

  /** Changes when a single-page site shows another article. */
  private get state(): string {
    return this.url + this.page.title;
  }
}

/** Browsers show a PDF within a small page of their own. */
const isPdf = (page: Document): boolean =>
  page.contentType === 'application/pdf' || page.querySelector('embed[type="application/pdf"]') !== null;
