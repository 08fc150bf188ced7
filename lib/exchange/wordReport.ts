import type { FileChild } from 'docx';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import { localDay } from '../record/localDay.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { workOf } from './bibliography.ts';
import { orderedMarks, quoteOf, taskListsOf } from './bundle.ts';
import { chineseNumber, type OfficeWriter, officeWriter } from './officeDocument.ts';
import { referenceList } from './references.ts';
import { countOf, detailsOf, headingOf, linesOf } from './taskLists.ts';

/** An article and its number in the list of references. */
type Numbered = { bundle: ArticleBundle; number: number };

const titleOf = ({ saved }: ArticleBundle): string => saved.article.title || saved.url;

const chineseDay = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

function summary({ table }: OfficeWriter, articles: Numbered[]): FileChild[] {
  const rows = articles.map(({ bundle, number }) => {
    const { article } = bundle.saved;
    return [
      String(number),
      titleOf(bundle),
      article.source ?? article.issuer ?? article.siteName ?? '',
      article.publishedAt?.slice(0, 10) ?? article.writtenOn ?? '',
      String(taskListsOf(bundle).flatMap(({ tasks }) => tasks).length),
      String(bundle.annotations.length),
    ];
  });
  return [table(['序号', '标题', '来源', '日期', '任务', '标记'], [8, 42, 18, 16, 8, 8], rows)];
}

/** Tasks grouped by speaker, each with its details in a line below. */
function tasksOf({ paragraph, run }: OfficeWriter, bundle: ArticleBundle): FileChild[] {
  return taskListsOf(bundle).flatMap((list) => [
    paragraph([run(`${headingOf(list)}（${countOf(list)}）`, { bold: true })]),
    ...list.tasks.flatMap((task, i) => {
      const [first = '', ...more] = linesOf(task.text);
      const details = detailsOf(task).map(([label, words]) => `${label}：${words}`);
      return [
        paragraph(`${task.marker ?? `${i + 1}.`} ${first}`),
        ...more.map((line) => paragraph(line)),
        ...(details.length ? [paragraph(`（${details.join('；')}）`)] : []),
      ];
    }),
  ]);
}

/** Quotes, each with its tags, its note and the number of its reference. */
function quotesOf({ paragraph, run }: OfficeWriter, { bundle, number }: Numbered): FileChild[] {
  return orderedMarks(bundle.annotations).flatMap((mark) => {
    const words = linesOf(quoteOf(mark)).join('');
    const tags = tagsOf(mark);
    return [
      paragraph(`“${words}”[${number}]`),
      ...linesOf(noteOf(mark)).map((line, i) =>
        paragraph(i ? line : [run('批注：', { bold: true }), run(line)]),
      ),
      ...(tags.length ? [paragraph([run('标签：', { bold: true }), run(tags.join('、'))])] : []),
    ];
  });
}

/**
 * Writes a report in the layout of Chinese official documents: title, summary table, tasks by speaker, quotes with
 * notes, references. Omits parts without content.
 */
export async function wordReport(
  bundles: ArticleBundle[],
  generator: string,
  now = new Date(),
): Promise<Blob> {
  const writer = await officeWriter();
  const { paragraph, title, heading, file } = writer;
  const articles = bundles.map((bundle, i): Numbered => ({ bundle, number: i + 1 }));
  const [first] = bundles;
  const words = bundles.length === 1 ? titleOf(first!) : `文章摘编（${bundles.length}篇）`;
  const perArticle = (children: (one: Numbered) => FileChild[]): FileChild[] => {
    const parts = articles.map((one) => ({ one, made: children(one) })).filter(({ made }) => made.length > 0);
    return parts.flatMap(({ one, made }, i) => [
      ...(bundles.length > 1 ? [heading(`（${chineseNumber(i + 1)}）${titleOf(one.bundle)}`, 2)] : []),
      ...made,
    ]);
  };
  const notes = perArticle(({ bundle }) => linesOf(bundle.saved.note).map((line) => paragraph(line)));
  const sections: [name: string, children: FileChild[]][] = [
    ['概览', summary(writer, articles)],
    ['批注', notes],
    ['任务', perArticle(({ bundle }) => tasksOf(writer, bundle))],
    ['摘录', perArticle((one) => quotesOf(writer, one))],
    [
      '参考文献',
      referenceList(bundles.map(workOf), 'gb2025-numeric').map((words) =>
        paragraph(words, { indent: false }),
      ),
    ],
  ];
  return file(words, generator, [
    ...title(words),
    paragraph(chineseDay(localDay(now)), { indent: false, center: true }),
    ...sections
      .filter(([, children]) => children.length > 0)
      .flatMap(([name, children], i) => [heading(`${chineseNumber(i + 1)}、${name}`, 1), ...children]),
  ]);
}
