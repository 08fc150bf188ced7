import Readability from '@mozilla/readability/Readability.js';

/**
 * Readability without steps that are useless in a copy of a page, which has no styles, hidden parts or scripts, and
 * absolute addresses. Its headline is always `-`, so that Readability neither removes a byline from the body nor takes
 * a heading for the headline: our own rules find both. Only the methods below are overridden. They are no public part
 * of Readability, so its version is pinned, and a test checks that this version has each of them.
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
