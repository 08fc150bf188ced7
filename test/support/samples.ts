import type { Annotation, AnnotationDraft } from '@/lib/annotation/schema.ts';

import { Article } from '@/lib/article/schema.ts';
import type { KeptAnnotation, PageReading, SavedArticle } from '@/lib/record/schema.ts';
import { readText } from '@/lib/tasks/index.ts';

/** The fields of an article without values: null or an empty list. Includes fields that are added later. */
const NOTHING = Object.fromEntries(
  Object.entries(Article.shape).map(([key, schema]) => [key, schema.safeParse(null).success ? null : []]),
) as unknown as PageReading['article'];

/** A reading of a small page, with invented text. */
export function sampleReading(
  changes: Partial<PageReading['article']> = {},
  url = 'https://www.qingshan.example/zw/1.html',
): PageReading {
  const text = '青山区召开水务工作会议。\n会议要求，各街道要在2025年底前完成管网检查。';
  return {
    url,
    canonicalUrl: null,
    taskLists: [],
    goals: [],
    meetings: [],
    documents: [],
    people: [],
    article: {
      ...NOTHING,
      title: '青山区召开水务工作会议',
      publishedAt: '2025-03-04T09:30:00+08:00',
      source: '青山区政府办',
      keywords: ['水务'],
      isExcerpt: false,
      text,
      pageKind: 'article',
      isArticle: true,
      provenance: {},
      ...changes,
    },
  };
}

/** A reading of a meeting of a town, whose orders have deadlines on these days (such as `2025-04-10`). */
export function datedReading(town: string, days: readonly string[]): PageReading {
  const orders = days.map((day, n) => {
    const [year, month, date] = day.split('-').map(Number);
    return `市水务局要在${year}年${month}月${date}日前完成第${n + 1}段管网检查。`;
  });
  const text = `${town}镇召开水务工作会议。\n会议要求，要加强值守。${orders.join('')}要及时公布进度。`;
  const title = `${town}镇部署管网检查`;
  const reading = sampleReading(
    { title, text },
    `https://www.qingshan.example/${encodeURIComponent(town)}.html`,
  );
  const { taskLists } = readText(text, { title, issuer: null, publishedAt: reading.article.publishedAt });
  return { ...reading, taskLists };
}

const time = '2025-03-04T01:30:00.000Z';

/** The properties that every stored row has apart from its id. */
export const sampleStamps = {
  created: time,
  modified: time,
  revision: { counter: 1, device: '0b0e7d5a-3f5e-4a4c-8a52-0d4f7a1f6c11' },
  schema: 2,
};

/** The stored record of a sample article, without its text. */
export function sampleSaved(changes: Partial<SavedArticle> = {}, fields = {}): SavedArticle {
  const { article: whole, ...reading } = sampleReading(fields);
  const { text: _, ...article } = whole;
  return {
    ...reading,
    id: '6f1f2c58-6a49-4c0e-9d25-6b8f5f0a3f10',
    addresses: [],
    alsoAt: [],
    ...sampleStamps,
    capturedAt: time,
    sha256: 'a'.repeat(64),
    article,
    taskCorrections: [],
    fieldCorrections: {},
    tags: [],
    note: '',
    starred: false,
    read: false,
    ...changes,
  };
}

/** A draft of a yellow mark on these words. */
export function sampleDraft(exact: string, tags: string[] = []): AnnotationDraft {
  return {
    color: 'yellow',
    body: tags.map((value) => ({ type: 'TextualBody' as const, purpose: 'tagging' as const, value })),
    target: {
      source: 'https://www.qingshan.example/zw/1.html',
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
      captured: null,
    },
  };
}

/** A stored mark on these words. `captured`: its place in the captured text, or null. */
export const sampleAnnotation = (
  exact: string,
  tags: string[],
  captured: Annotation['target']['captured'],
): KeptAnnotation => {
  const draft = sampleDraft(exact, tags);
  return {
    ...draft,
    ...sampleStamps,
    target: { ...draft.target, captured },
    id: crypto.randomUUID(),
    articleId: crypto.randomUUID(),
  };
};
