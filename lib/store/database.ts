import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Annotation } from '../annotation/schema.ts';
import type { CapturedText, SavedArticle } from '../record/schema.ts';

/**
 * The collection as IndexedDB keeps it. Texts are apart from the articles so that a list of thousands
 * reads no body; `addresses` and `tags` are indexed entry by entry.
 */
export class Database extends Dexie {
  declare articles: EntityTable<SavedArticle, 'id'>;
  declare texts: Table<CapturedText, [string, string]>;
  declare annotations: EntityTable<Annotation, 'id'>;

  constructor(name = 'pizhu') {
    super(name);
    this.version(1).stores({
      articles: 'id, *addresses, capturedAt, modified, *tags',
      texts: '[articleId+sha256], articleId',
      annotations: 'id, articleId, modified',
    });
    // The text's hash tells the same article at another address.
    this.version(2).stores({ articles: 'id, *addresses, capturedAt, modified, *tags, sha256' });
  }
}
