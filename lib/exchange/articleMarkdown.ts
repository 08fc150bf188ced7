import { noteOf, tagsOf } from '../annotation/edit.ts';
import type { ArticleBundle, KeptAnnotation } from '../record/schema.ts';
import { addressWithFragment } from '../record/textFragment.ts';
import type { TaskList } from '../tasks/schema.ts';
import { orderedMarks, quoteOf, taskListsOf, textOf } from './bundle.ts';
import { escapedMarkdown as escaped } from './markdown.ts';
import { countOf, detailsOf, headingOf, linesOf } from './taskLists.ts';

/** Writes a value as YAML 1.2. JSON is valid YAML, and its quotes keep words from being read as other types. */
const yaml = (value: unknown): string => JSON.stringify(value);

/** Makes a tag valid in Obsidian, whose tags allow few characters, no blanks, and not numbers alone. */
const tagWord = (tag: string): string => {
  const word = tag.trim().replace(/[^\p{L}\p{N}_/-]+/gu, '-');
  return /^\d+$/.test(word) ? `_${word}` : word;
};

/** Writes YAML front matter, without the fields that the page does not give. */
function frontMatter({ saved, annotations }: ArticleBundle): string {
  const { article } = saved;
  const tags = [...new Set([...saved.tags, ...annotations.flatMap(tagsOf)].map(tagWord).filter(Boolean))];
  const fields: Record<string, unknown> = {
    title: article.title,
    source: article.source,
    author: article.authors,
    issuer: article.issuer,
    documentNumber: article.documentNumber,
    published: article.publishedAt?.slice(0, 10),
    written: article.writtenOn,
    region: article.region?.name,
    keywords: article.keywords,
    tags,
    url: saved.url,
    captured: saved.capturedAt,
    sha256: saved.sha256,
    id: saved.id,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === undefined || (Array.isArray(value) && value.length === 0)
      ? []
      : [`${name}: ${yaml(value)}`],
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The address if it can stand between < and > (CommonMark 6.3); else null. */
const destination = (url: string): string | null =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    ? `<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>`
    : null;

/** Tasks as a checklist under their speakers. */
function checklist(lists: TaskList[]): string[] {
  return lists.flatMap((list) => [
    `### ${escaped(headingOf(list))}（${countOf(list)}）`,
    list.tasks
      .map((task) => {
        const [first = '', ...more] = linesOf(task.text);
        const marker = task.marker ? `**${escaped(task.marker)}** ` : '';
        return [
          `- [ ] ${marker}${escaped(first)}`,
          ...more.flatMap((line) => ['', `  ${escaped(line)}`]),
          ...(more.length ? [''] : []),
          ...detailsOf(task).map(([label, words]) => `  - ${label}：${escaped(words)}`),
        ].join('\n');
      })
      .join('\n'),
  ]);
}

/** A mark as a quote, with its tags, a link to its words on the page, and its note. */
function quoted(mark: KeptAnnotation): string {
  const lines = linesOf(quoteOf(mark)).map((line) => `> ${escaped(line)}`);
  const quote = mark.target.selector.find((one) => one.type === 'TextQuoteSelector') ?? null;
  const link = destination(addressWithFragment(mark.target.source, quote));
  const tags = tagsOf(mark).map((tag) => `#${tagWord(tag)}`);
  const foot = [...(link ? [`[原文](${link})`] : []), ...tags].join(' ');
  // A note is Markdown, as the person wrote it.
  return [lines.join('\n>\n'), foot, noteOf(mark)].filter(Boolean).join('\n\n');
}

/** An article as Markdown: front matter, note, tasks, marks, text. */
export function articleMarkdown(bundle: ArticleBundle): string {
  const { saved, annotations } = bundle;
  const lists = taskListsOf(bundle);
  const marks = orderedMarks(annotations);
  const link = destination(saved.url);
  const blocks = [
    `# ${escaped(saved.article.title)}`,
    ...(link ? [`[${escaped(saved.article.source ?? saved.article.siteName ?? '原文')}](${link})`] : []),
    ...(saved.note.trim() ? ['## 批注', saved.note] : []),
    ...(lists.length ? ['## 任务', ...checklist(lists)] : []),
    ...(marks.length ? ['## 标记', ...marks.map(quoted)] : []),
    '## 正文',
    ...linesOf(textOf(bundle)).map(escaped),
  ];
  return `${frontMatter(bundle)}\n${blocks.join('\n\n')}\n`;
}
