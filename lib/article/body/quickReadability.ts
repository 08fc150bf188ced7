import Readability from '@mozilla/readability/Readability.js';

/**
 * Readability without the steps that are useless here: the copy of a page has no styles, hidden parts or scripts, and
 * its addresses are absolute. Its headline is always `-`. So Readability neither removes a byline from the article's
 * text nor takes a heading for the headline, because our own rules find both. The methods below are not part of
 * Readability's public API. So its version is pinned, and a test checks that the version has each of them.
 */
export class QuickReadability extends Readability<Element> {
  protected _getArticleMetadata(): Record<string, string> {
    return { title: '-', byline: '-', excerpt: '-' };
  }
  protected _isProbablyVisible(): boolean {
    return true;
  }
  protected _headerDuplicatesTitle(): boolean {
    return false;
  }
  protected _cleanStyles(): void {}
  protected _unwrapNoscriptImages(): void {}
  protected _removeScripts(): void {}
  protected _fixLazyImages(): void {}
  protected _postProcessContent(): void {}
}
