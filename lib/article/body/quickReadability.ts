import Readability from '@mozilla/readability/Readability.js';

/**
 * Readability without what has nothing to do in a copy of a page: a copy has no styles, no hidden parts and no scripts,
 * and its addresses are absolute. The headline is told as `-`, so that Readability cuts no byline out of the body and
 * takes no heading for the headline: our own readers find both. The methods below are all that is overridden. They are
 * no public part of Readability, so its version is pinned, and a test holds each of them to a method of that version.
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
