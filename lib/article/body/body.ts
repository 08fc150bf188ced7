import { isCutShort, isProse, letterLabel } from '../../chinese/phrases.ts';
import { headlineAt } from '../metadata/extent.ts';
import type { ScriptData } from '../page/scriptData.ts';
import type { Steps } from '../page/steps.ts';
import type { ArticleImage } from '../schema.ts';
import { type Content, contentOf, type Paragraph, splitAtIndents } from './content.ts';
import { copyPage, type PageCopy, type SentenceBlock } from './copy.ts';
import { captioned, isCaption } from './images.ts';
import { QuickReadability } from './quickReadability.ts';
import { restore, restoreFigures } from './restore.ts';
import { type CopiedElement, copyOfElement, coreOf, documentOf, holderOf, pathTo } from './tree.ts';
import { trimBody } from './trim.ts';
import { withoutRepeats } from './withoutRepeats.ts';

/**
 * The greatest number of elements passed to Readability. Larger pages skip it, because some of its steps take time that
 * grows with the square of the number of siblings.
 */
const MAX_ELEMENTS = 20_000;
/**
 * The greatest length of an article's text, in UTF-16 units. The longest official documents have a few hundred
 * thousand.
 */
const MAX_TEXT = 1_000_000;

/** The text that was found on a page, one paragraph per line. The counts show whether it is the text of an article. */
export type Body = {
  text: string;
  images: ArticleImage[];
  /** Whether the page was too large, so that its end was not read. */
  isCut: boolean;
  byReadability: boolean;
  /** Whether the text comes from data in a script, on a page whose content a script renders. */
  byScript?: boolean;
  /** Whether one block has nearly all sentences of the page, so that no other block can be the article's text. */
  isOnly: boolean;
  /** The share of the characters that are in links, 0 to 1. */
  linkShare: number;
  /** The number of characters in paragraphs that consist of sentences and not mainly of links. */
  prose: number;
  /**
   * The number of paragraphs that consist of one link as long as a headline, like the entries of a list of articles.
   */
  items: number;
};

/**
 * Whether a paragraph consists of sentences and not mainly of links. Also accepts a long paragraph whose writer put
 * commas in place of full stops.
 */
const hasSentences = ({ text, linked }: Paragraph): boolean =>
  linked < text.length / 2 && (isProse(text) || (text.length >= 30 && /[，；]/.test(text)));

const proseOf = (paragraphs: Paragraph[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + (hasSentences(paragraph) ? paragraph.text.length : 0), 0);

function contentByReadability(copy: PageCopy, source: Document): Content | null {
  const parsed = new QuickReadability(documentOf(copy.root, source), {
    charThreshold: 80,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node as Element,
  }).parse();
  return parsed?.content ? contentOf(copyOfElement(parsed.content)) : null;
}

function finish(copy: PageCopy, content: Content, headline: string, byReadability: boolean): Body {
  const { paragraphs: all, images } = splitAtIndents(restoreFigures(content, copy, headline));
  // Some pages print the first paragraph twice: as a summary above the article's text, and in the text itself. If
  // Readability found it only once, that is the paragraph in the text, so it stays.
  const times = (of: { text: string }[], text: string) => of.filter((one) => one.text === text).length;
  const isSummary = (text: string) => times(copy.lines, text) < 2 || times(all, text) > 1;
  const { lines, kept } = trimBody(all, headline, new Set([...copy.leads].filter(isSummary)));
  const linked = kept.reduce((sum, i) => sum + all[i]!.linked, 0);
  const length = kept.reduce((sum, i) => sum + all[i]!.text.length, 0);
  const whole = withoutRepeats(
    lines,
    kept.map((i) => all[i]!),
  ).join('\n');
  const [from = 0, to = -1] = [kept[0], kept.at(-1)];
  return {
    text: whole.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, ''),
    isCut: !copy.whole || whole.length > MAX_TEXT,
    images: captioned(
      images.filter(({ at }) => at >= from - 1 && at <= to + 1),
      all.map(({ text }) => text),
    ),
    byReadability,
    isOnly: copy.only !== null,
    linkShare: length ? linked / length : 0,
    prose: proseOf(kept.map((i) => all[i]!)),
    items: kept.filter((i) => all[i]!.linked >= Math.max(8, all[i]!.text.length * 0.9)).length,
  };
}

type Block = SentenceBlock & { isSeries?: boolean };

/**
 * Lists the blocks of a page that may be the article's text. Some articles are split over several blocks, such as an
 * interview set as a list (<dt>host, <dd>question …). Other examples are the texts below a series of pictures, and a
 * letter and its answer. Replaces such blocks by the element that contains them all.
 */
function wholeBlocks({ root, blocks, lines }: PageCopy): Block[] {
  const whole: Block[] = [];
  /**
   * Whether a block continues the one before it: it has the same class and no link, and does not begin another article.
   */
  const isAlike = (block: SentenceBlock, name: string, kind: string | null) =>
    kind !== null &&
    block.element.name === name &&
    block.element.kind === kind &&
    lines.slice(block.start, block.end).every(({ text, linked }) => !linked && !isCutShort(text));
  /**
   * Whether a block is the text of a letter or of its answer: the cell beside 来信内容 (text of the letter) or 回复内容 (text
   * of the answer).
   */
  const isOfLetter = ({ element, start }: SentenceBlock) =>
    element.name === 'TD' && letterLabel(lines[start - 1]?.text ?? '') === 'heading';
  for (let i = 0; i < blocks.length; ) {
    const first = blocks[i]!;
    const { name, kind } = first.element;
    let end = i;
    const isLetter = isOfLetter(first);
    const goesOn = (block: SentenceBlock | undefined) =>
      block !== undefined &&
      (isLetter
        ? isOfLetter(block)
        : name === 'DD'
          ? block.element.name === 'DD'
          : isAlike(block, name, kind));
    while (goesOn(blocks[end])) end++;
    const last = blocks[end - 1];
    const holder = end - i >= (isLetter ? 2 : 3) && last ? holderOf(root, first.element, last.element) : null;
    if (!holder || !last) {
      whole.push(first);
      i++;
      continue;
    }
    const sentences = blocks.slice(i, end).reduce((sum, block) => sum + block.sentences, 0);
    // Keeps the blocks apart if the element around them has far more sentences than the blocks. Such an element also
    // contains other texts.
    if (holder.sentences > sentences * 1.2) whole.push(...blocks.slice(i, end));
    else {
      const isSeries = name !== 'DD';
      whole.push({
        element: holder,
        sentences,
        start: first.start,
        end: last.end,
        isSeries,
      });
    }
    i = end;
  }
  return whole;
}

/**
 * Returns the data table around a block, if the block is a cell between short cells, as in the notice of a penalty:
 * 违法事实 (facts of the offence) | ……. Else returns the block's own element.
 */
const withTable = ({ root, lines }: PageCopy, { element, start, end }: SentenceBlock): CopiedElement =>
  [lines[start - 1], lines[end]].every((line) => line && line.text.length < 20 && !line.linked)
    ? (pathTo(root, element).find(({ isData }) => isData) ?? element)
    : element;

/**
 * Finds a block that is better than the content that Readability has found. Takes the first block below the headline,
 * unless it is far shorter than that content. Else takes the block with most sentences, if it is more than twice as
 * long as that content. Null where no block is better.
 */
function betterBlock(copy: PageCopy, content: Content | null, headline: string): Block | null {
  const blocks = wholeBlocks(copy);
  const densest = blocks.reduce<Block | null>(
    (most, block) => (block.sentences > (most?.sentences ?? 0) ? block : most),
    null,
  );
  if (!content || !densest) return densest;
  const found = new Set(content.paragraphs.map(({ text }) => text));
  const isFound = ({ start, end }: SentenceBlock) =>
    copy.lines.slice(start, end).some(({ text }) => isProse(text) && found.has(text));
  const prose = proseOf(content.paragraphs);
  // If a notice is set as a table, Readability may take only the row with sentences.
  if (prose < densest.sentences * 1.1 && withTable(copy, densest) !== densest.element) return densest;
  const at = headlineAt(copy.lines, headline, 6);
  const below =
    at < 0
      ? undefined
      : blocks
          .filter(({ sentences, end }) => end > at && sentences >= 40)
          .sort((a, b) => a.start - b.start)[0];
  const begins = copy.lines[below?.start ?? -1]?.text ?? '';
  // Readability sometimes takes one text of a picture series for the whole article.
  if (below?.isSeries && prose < below.sentences * 0.7) return below;
  const isAside = copy.leads.has(begins) || isCaption(begins);
  if (below && !isAside && below.sentences >= prose * 0.25 && !isFound(below)) return below;
  return prose * 2 < densest.sentences && !isFound(densest) ? densest : null;
}

function* readCopy(copy: PageCopy, source: Document, headline: string): Steps<Body> {
  // If one block has nearly all sentences of the page, it is the article's text.
  if (copy.only) return finish(copy, contentOf(withTable(copy, copy.only)), headline, false);
  if (copy.elements > MAX_ELEMENTS) return finish(copy, contentOf(coreOf(copy.root)), headline, false);
  if (copy.lines.length === 0) return finish(copy, { paragraphs: [], images: [] }, headline, false);
  // A page without a sentence may be a table alone, such as the notice of a penalty.
  if (copy.loneTable && !copy.blocks[0]) return finish(copy, contentOf(copy.loneTable), headline, false);
  yield;
  const content = contentByReadability(copy, source);
  yield;
  // Readability fails on pages with a short article and much other text.
  const better = betterBlock(copy, content, headline);
  return better || !content
    ? finish(copy, contentOf(better ? withTable(copy, better) : copy.root), headline, false)
    : finish(copy, restore(content, copy.lines, headline), headline, true);
}

/**
 * Reads the article's text from HTML that a script holds as a string. Parses it in a separate document, in which
 * nothing is loaded or run.
 */
function bodyOfScript(
  { content }: ScriptData,
  source: Document,
  page: { url: string; title: string },
): Body | null {
  const view = source.defaultView as (Window & typeof globalThis) | null;
  if (!content || !view) return null;
  const copy = copyPage(new view.DOMParser().parseFromString(content, 'text/html'), page.url);
  return { ...finish(copy, contentOf(copy.root), page.title, false), byScript: true };
}

/** The length of the longest label before a summary: 【内容摘要】 (summary of the content). */
const LONGEST_LABEL = 6;

/**
 * The least length, in UTF-16 units, of a text that is surely no placeholder. Some pages show a placeholder until their
 * script has run.
 */
const SHORT = 80;

/**
 * Reads the article's text, one paragraph per line, without lines that belong to the page and not to the article.
 * Readability finds the text, unless one block has nearly all the sentences. Copies the page before the first `yield`,
 * so that later changes of the page have no effect. Reads hidden parts only if the visible ones contain no article.
 */
export function* readBody(
  source: Document,
  page: { url: string; title: string; lead?: string | null; script?: ScriptData | null },
): Steps<Body> {
  const copy = copyPage(source, page.url);
  // The label and the summary may be in one line (<i>摘要</i>……). Such a line counts as a summary too.
  const { lead } = page;
  for (const { text } of lead ? copy.lines : [])
    if (text.endsWith(lead!) && text !== lead && text.length - lead!.length <= LONGEST_LABEL)
      copy.leads.add(text);
  yield;
  const body = yield* readCopy(copy, source, page.title);
  if (body.text.length >= SHORT && !page.script) return body;
  const scripted = page.script && bodyOfScript(page.script, source, page);
  if (scripted && scripted.text.length > body.text.length) return scripted;
  if (!copy.hides) return body;
  const whole = copyPage(source, page.url, { hidden: true });
  yield;
  const hidden = yield* readCopy(whole, source, page.title);
  return hidden.prose > Math.max(SHORT, body.prose * 2) ? hidden : body;
}
