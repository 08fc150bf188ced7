import { Readability } from '@mozilla/readability';
import { isDateOnly } from './date.ts';
import { isMetadataLine, labelledValues } from './labels.ts';
import { EDGE, linesOf, tidy } from './lines.ts';

/** What no body needs; leaving it out of the copy is what makes a large page fast to read. */
const DROPPED =
  'script, style, noscript, svg, iframe, template, link, form, button, select, object, embed, canvas, video, audio';

/** A copy of the page for Readability, which changes what it reads. The page itself stays as it is. */
function copyOf(doc: Document): Document {
  const copy = doc.cloneNode(true) as Document;
  for (const element of copy.querySelectorAll(DROPPED)) element.remove();
  return copy;
}

/** Tails that belong to the site and not to the article. */
const TAIL =
  /^(上一[篇条则]|下一[篇条则]|上页|下页|分享(到|至)|相关(新闻|阅读|链接|文章|报道|推荐)|热门|推荐阅读|延伸阅读|扫一扫|打印|关闭|【?我要纠错|版权(所有|声明)|责任编辑|责编|编辑[:：/]|【(打印|关闭|纠错)|附件下载|声明[:：]|免责声明|特别声明|原标题|点击进入)/;
const EDITOR_TAIL = /^[（(【[]?\s*(责任编辑|责编|编辑|責編|責任編輯|原标题|原題)\s*[:：/]/;

const squeeze = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** The densest block of text, for pages that Readability gives up on. */
function densest(doc: Document): Element | null {
  let best: Element | null = null;
  let most = 0;
  for (const element of [...doc.querySelectorAll('article, main, div, td, section')].slice(0, 3000)) {
    const own = [...element.childNodes]
      .filter(
        (node) => node.nodeType === 3 || /^(P|BR|SPAN|FONT|STRONG|B)$/.test((node as Element).tagName ?? ''),
      )
      .reduce((sum, node) => sum + tidy(node.textContent ?? '').length, 0);
    if (own > most) [best, most] = [element, own];
  }
  return best;
}

/** The body as lines, one paragraph each, as Readability gives it, with the page's own lines left out. */
export function readBody(doc: Document, headline: string): { text: string; byReadability: boolean } {
  const copy = copyOf(doc);
  const fallback = densest(copy);
  const spare = fallback ? linesOf(fallback, { edges: false }).map(({ text }) => text) : [];
  const parsed = new Readability<Element>(copy, {
    charThreshold: 80,
    serializer: (node) => node as Element,
  }).parse();
  const byReadability = !!parsed?.content;
  const lines = parsed?.content ? linesOf(parsed.content, { edges: false }).map(({ text }) => text) : spare;
  return { text: trimBody(lines, headline).join('\n'), byReadability };
}

/** Leaves out headline, metadata and tails. Exported for its test. */
export function trimBody(lines: string[], headline: string): string[] {
  const title = squeeze(headline);
  let begin = 0;
  // The first lines repeat headline and metadata; only a few are looked at, so that no paragraph is lost.
  for (let i = 0; i < Math.min(lines.length, 8); i++) {
    const line = lines[i]!;
    const folded = squeeze(line);
    const head =
      folded === title ||
      isMetadataLine({ text: line }) ||
      isDateOnly(line) ||
      (folded.length < 30 && /^\d+$|正文$/.test(folded));
    if (head) begin = i + 1;
  }
  let end = lines.length;
  for (let i = lines.length - 1; i >= Math.max(begin + 1, lines.length - 12); i--) {
    const line = lines[i]!;
    if ((TAIL.test(line) && line.length <= 120) || EDITOR_TAIL.test(line)) end = i;
  }
  return lines
    .slice(begin, end)
    .map((line) =>
      line.replace(/\s*[（(]\s*(责任编辑|责编|編輯|编辑|责任编缉)\s*[:：][^）)]{1,40}[）)]\s*$/, ''),
    )
    .filter((line) => line && !(labelledValues(line.replaceAll(EDGE, ' '))[0]?.field === 'originalTitle'));
}
