import Mustache from 'mustache';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import { localDay } from '../record/localDay.ts';
import type { ArticleBundle, KeptAnnotation } from '../record/schema.ts';
import { addressWithFragment } from '../record/textFragment.ts';
import type { TaskList } from '../tasks/schema.ts';
import type { Meanings } from './about.ts';
import { orderedMarks, quoteOf, taskListsOf, textOf } from './bundle.ts';
import { escapedMarkdown as escaped } from './markdown.ts';
import { countOf, detailsOf, headingOf, linesOf } from './taskLists.ts';

/**
 * Writes a value as YAML 1.2. JSON is valid YAML, and its quotation marks keep YAML from reading words as numbers or
 * dates.
 */
const yaml = (value: unknown): string => JSON.stringify(value);

/** Makes a tag valid in Obsidian. Its tags allow few characters, no blanks, and no numbers alone. */
const tagWord = (tag: string): string => {
  const word = tag.trim().replace(/[^\p{L}\p{N}_/-]+/gu, '-');
  return /^\d+$/.test(word) ? `_${word}` : word;
};

/** Writes YAML front matter. Omits fields that have no value. */
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
  return lines.join('\n');
}

/**
 * The address in angle brackets, the form in which a Markdown link can contain any address (CommonMark 6.3). Null where
 * it is not a web address.
 */
const destination = (url: string): string | null =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    ? `<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>`
    : null;

/** Writes the tasks of a list as a Markdown checklist. */
const checklistOf = (list: TaskList): string =>
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
    .join('\n');

/** The values of a mark that a template can use: its quote, its tags, a link to its words on the page, its note. */
function markView(mark: KeptAnnotation, meanings: Meanings) {
  const quote = mark.target.selector.find((one) => one.type === 'TextQuoteSelector') ?? null;
  const link = destination(addressWithFragment(mark.target.source, quote));
  const tags = tagsOf(mark).map((tag) => `#${tagWord(tag)}`);
  return {
    quote: linesOf(quoteOf(mark))
      .map((line) => `> ${escaped(line)}`)
      .join('\n>\n'),
    link: link ?? '',
    tags: tags.join(' '),
    color: mark.color,
    meaning: meanings[mark.color] ?? '',
    foot: [...(link ? [`[原文](${link})`] : []), ...tags].join(' '),
    // The note is not escaped, because the person wrote it as Markdown.
    note: noteOf(mark),
  };
}

/** The template that is used until the person writes another. */
export const DEFAULT_TEMPLATE = `---
{{{frontMatter}}}
---

# {{title}}

{{#link}}
[{{origin}}]({{{link}}})

{{/link}}
{{#note}}
## 批注

{{{note}}}

{{/note}}
{{#hasTasks}}
## 任务

{{/hasTasks}}
{{#taskLists}}
### {{heading}}（{{count}}）

{{{checklist}}}

{{/taskLists}}
{{#hasMarks}}
## 标记

{{/hasMarks}}
{{#marks}}
{{{quote}}}

{{#foot}}
{{{foot}}}

{{/foot}}
{{#note}}
{{{note}}}

{{/note}}
{{/marks}}
## 正文

{{#paragraphs}}
{{.}}

{{/paragraphs}}
`;

/** An object without the properties that every object inherits. So a template can use only the given fields. */
const fieldsOf = (fields: object): object => Object.assign(Object.create(null), fields);

/**
 * The values that a template can use. Mustache escapes words in `{{ }}`. Values that are Markdown already need `{{{
 * }}}`.
 */
function viewOf(bundle: ArticleBundle, meanings: Meanings) {
  const { saved, annotations } = bundle;
  const { article } = saved;
  const lists = taskListsOf(bundle);
  const marks = orderedMarks(annotations);
  return fieldsOf({
    frontMatter: frontMatter(bundle),
    title: article.title,
    source: article.source ?? '',
    origin: article.source ?? article.siteName ?? '原文',
    issuer: article.issuer ?? '',
    documentNumber: article.documentNumber ?? '',
    published: article.publishedAt?.slice(0, 10) ?? '',
    captured: localDay(saved.capturedAt),
    region: article.region?.name ?? '',
    link: destination(saved.url) ?? '',
    tags: saved.tags.map((tag) => `#${tagWord(tag)}`).join(' '),
    note: saved.note.trim() ? saved.note : '',
    hasTasks: lists.length > 0,
    taskLists: lists.map((list) =>
      fieldsOf({ heading: headingOf(list), count: countOf(list), checklist: checklistOf(list) }),
    ),
    hasMarks: marks.length > 0,
    marks: marks.map((mark) => fieldsOf(markView(mark, meanings))),
    paragraphs: linesOf(textOf(bundle)),
  });
}

/**
 * An error in a template. The message for each code is `templateFault_CODE` in `_locales`. `at`: the name of the
 * section, the number of the line, or for `other` Mustache's own message.
 */
export type TemplateFault =
  | { code: 'unclosedSection' | 'unopenedSection'; at: string }
  | { code: 'unclosedTag'; at: number }
  | { code: 'other'; at: string };

/** The error in a template; null where the template can be used. Reads it from Mustache's message (version 4). */
export function templateFault(template: string): TemplateFault | null {
  try {
    Mustache.parse(template);
    return null;
  } catch (error) {
    const { message } = error as Error;
    const [, kind, section] = /^(Unclosed|Unopened) section "(.*)" at \d+$/s.exec(message) ?? [];
    if (kind) return { code: kind === 'Unclosed' ? 'unclosedSection' : 'unopenedSection', at: section! };
    const [, position] = /^Unclosed tag at (\d+)$/.exec(message) ?? [];
    if (position)
      return { code: 'unclosedTag', at: template.slice(0, Number(position)).trimEnd().split('\n').length };
    return { code: 'other', at: message };
  }
}

/** Writes an article as Markdown by a Mustache template. Uses the built-in template where the given one has errors. */
export function articleMarkdown(
  bundle: ArticleBundle,
  template: string = DEFAULT_TEMPLATE,
  meanings: Meanings = {},
): string {
  const usable = templateFault(template) === null ? template : DEFAULT_TEMPLATE;
  // Passes no partials, because a template must not include other files.
  const written = Mustache.render(
    usable,
    viewOf(bundle, meanings),
    {},
    { escape: (one) => escaped(String(one)) },
  );
  return `${written.trimEnd()}\n`;
}
