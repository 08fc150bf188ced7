import { COLORS } from '../annotation/colors.ts';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import type { ArticleBundle, CapturedText, KeptAnnotation } from '../record/schema.ts';
import type { Snapshot } from '../record/snapshot.ts';
import { orderedMarks, quoteOf, taskListsOf } from './bundle.ts';
import { countOf, detailsOf, headingOf, linesOf } from './taskLists.ts';
import { xmlEscaped as escaped } from './xml.ts';

/** A content security policy that forbids the exported page to load anything or run scripts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `:root { color-scheme: light dark }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.75; font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; overflow-wrap: anywhere }
h1 { line-height: 1.35 } h2 { margin-top: 2.5rem; border-bottom: 1px solid; font-size: 1.2rem } h3 { font-size: 1rem }
p, li, dd, td, blockquote, figcaption { unicode-bidi: isolate }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem } dt { opacity: 0.7 } dd { margin: 0 }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 0.3rem solid }
mark { color: inherit } mark a, sup a { color: inherit; text-decoration: none }
code { font-size: 0.85em; overflow-wrap: anywhere } pre { white-space: pre-wrap; font: inherit }`;

/** Writes an address as a link. Text that is not a web address stays text. */
function link(url: string): string {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return isWeb ? `<a href="${escaped(url)}" rel="noreferrer">${escaped(url)}</a>` : escaped(url);
}

const paragraphs = (words: string): string =>
  linesOf(words)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');

/** The fields of the article that have a value, with Chinese labels. */
function facts({ saved }: ArticleBundle): string {
  const { article } = saved;
  const rows: [label: string, value: string | null | undefined, isAddress?: boolean][] = [
    ['网址', saved.url, true],
    ['规范网址', saved.canonicalUrl === saved.url ? null : saved.canonicalUrl, true],
    ['网站', article.siteName],
    ['栏目', article.columnPath.join(' > ')],
    ['来源', article.source],
    ['作者', article.authors.join('、')],
    ['供稿', article.contributor],
    ['责任编辑', article.editors.join('、')],
    ['发布时间', article.publishedAt],
    ['发文机关', article.issuer],
    ['发文字号', article.documentNumber],
    ['索引号', article.indexNumber],
    ['主题分类', article.subjectCategory],
    ['成文日期', article.writtenOn],
    ['有效性', article.validity],
    ['地区', article.region && `${article.region.name}（${article.region.code}）`],
    ['关键词', article.keywords.join('、')],
    ['摘要', article.lead],
    ['浏览次数', article.views?.toString()],
    ['标签', saved.tags.join('、')],
    ['首次保存', saved.created],
    ['读取时间', saved.capturedAt],
    ['正文 SHA-256', saved.sha256],
    ['编号', saved.id],
  ];
  const terms = rows.flatMap(([label, value, isAddress]) =>
    value ? [`<dt>${label}</dt><dd>${isAddress ? link(value) : escaped(value)}</dd>`] : [],
  );
  return `<dl>\n${terms.join('\n')}\n</dl>`;
}

/** A mark and the number that it has in the exported page. */
type Numbered = { mark: KeptAnnotation; number: number };

/** Writes a captured text with its marks. Text under several marks has the colour of the first one. */
function markedText({ text, sha256 }: CapturedText, marks: Numbered[]): string {
  const spans = marks.flatMap(({ mark, number }) => {
    const { captured } = mark.target;
    const isHere =
      captured?.sha256 === sha256 && captured.start < captured.end && captured.end <= text.length;
    return isHere ? [{ ...captured, number, color: mark.color }] : [];
  });
  let at = 0;
  const lines = text.split('\n').map((line) => {
    const [from, to] = [at, at + line.length];
    at = to + 1;
    const inside = spans.filter(({ start, end }) => start < to && end > from);
    const cuts = [from, to, ...inside.flatMap(({ start, end }) => [start, end])];
    const places = [...new Set(cuts.filter((one) => one >= from && one <= to))].sort((a, b) => a - b);
    const pieces = places.slice(0, -1).map((start, i) => {
      const end = places[i + 1]!;
      const words = escaped(text.slice(start, end));
      const over = inside.find((one) => one.start < end && one.end > start);
      const ending = inside.filter((one) => one.end === end);
      const numbers = ending.map(({ number }) => `<sup><a href="#mark-${number}">[${number}]</a></sup>`);
      const shown = over ? `<mark style="background:${COLORS[over.color].swatch}80">${words}</mark>` : words;
      return shown + numbers.join('');
    });
    return pieces.length ? `<p>${pieces.join('')}</p>` : '';
  });
  return lines.filter(Boolean).join('\n');
}

function tasks(bundle: ArticleBundle): string {
  return taskListsOf(bundle)
    .map((list) => {
      const items = list.tasks.map((task) => {
        const details = detailsOf(task).map(([label, words]) => `<li>${label}：${escaped(words)}</li>`);
        const marker = task.marker ? `<b>${escaped(task.marker)}</b> ` : '';
        return `<li>${marker}${escaped(linesOf(task.text).join(' '))}${details.length ? `<ul>${details.join('')}</ul>` : ''}</li>`;
      });
      return `<h3>${escaped(`${headingOf(list)}（${countOf(list)}）`)}</h3>\n<ul>\n${items.join('\n')}\n</ul>`;
    })
    .join('\n');
}

/** A snapshot of the page, and the name of its file beside the exported page. */
type NamedSnapshot = { snapshot: Snapshot; name: string };

/** Names a snapshot. Does not link to it, because the file holds the page's own markup. */
const snapshotLine = ({ snapshot: { capturedAt, size, fileSha256, sha256 }, name }: NamedSnapshot): string =>
  `<li>${escaped(name)} · ${capturedAt} · ${size} B<br><code>${fileSha256}</code><br>正文 SHA-256 <code>${sha256}</code></li>`;

const quoted = ({ mark, number }: Numbered): string => {
  const tags = tagsOf(mark).map((tag) => `#${tag}`);
  const foot = [mark.created, ...tags, mark.target.source].map(escaped).join(' · ');
  return `<section id="mark-${number}">
<blockquote style="border-color:${COLORS[mark.color].swatch}">[${number}] ${escaped(quoteOf(mark))}</blockquote>
${noteOf(mark) ? `<pre>${escaped(noteOf(mark))}</pre>\n` : ''}<p><small>${foot}</small></p>
</section>`;
};

/**
 * Writes an article as one HTML file that runs no scripts and loads nothing. The file contains metadata, the text with
 * marks, tasks, notes, the addresses of pictures, and each version of the text. All words of the page are written as
 * plain text.
 */
export function evidenceHtml(
  bundle: ArticleBundle,
  generator: string,
  now: Date,
  snapshots: NamedSnapshot[] = [],
): string {
  const { saved, texts, annotations } = bundle;
  const { article } = saved;
  const marks = orderedMarks(annotations).map((mark, i): Numbered => ({ mark, number: i + 1 }));
  const current = texts.find(({ sha256 }) => sha256 === saved.sha256);
  const earlier = texts.filter((one) => one !== current);
  const listed = (items: { name: string; url: string | null }[]) =>
    items.length &&
    `<ul>\n${items.map(({ name, url }) => `<li>${escaped(name)} ${url ? link(url) : ''}</li>`).join('\n')}\n</ul>`;
  const parts: [title: string, html: string | 0][] = [
    ['信息', facts(bundle)],
    ['批注', saved.note.trim() && `<pre>${escaped(saved.note)}</pre>`],
    ['正文', current ? markedText(current, marks) : '<p>正文未能读出。</p>'],
    ['任务', tasks(bundle)],
    ['标记', marks.map(quoted).join('\n')],
    ['图片', listed(article.images.map(({ url, caption }) => ({ name: caption ?? '', url })))],
    ['附件', listed(article.attachments)],
    ['网页快照', snapshots.length && `<ul>\n${snapshots.map(snapshotLine).join('\n')}\n</ul>`],
    [
      '较早的版本',
      earlier
        .map(
          (one) =>
            `<details><summary>${escaped(one.capturedAt)} <code>${escaped(one.sha256)}</code></summary>\n${markedText(one, marks)}\n</details>`,
        )
        .join('\n'),
    ],
  ];
  const sections = parts.flatMap(([title, html]) => (html ? [`<h2>${title}</h2>\n${html}`] : []));
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(article.title || saved.url)}</title>
<style>${STYLE}</style>
</head>
<body>
${article.kicker ? `<p>${escaped(article.kicker)}</p>\n` : ''}<h1>${escaped(article.title || saved.url)}</h1>
${article.subtitle ? paragraphs(article.subtitle) : ''}
${sections.join('\n')}
<hr>
<p><small>${escaped(generator)} · ${now.toISOString()} · 核对：sha256sum -c SHA256SUMS</small></p>
</body>
</html>
`;
}
