import { hitsIn } from '../../search/excerpts.ts';
import { type Query, wantedWords } from '../../search/query.ts';

/** Elements that begin and end a line. Searched words must not run from one line into the next. */
const BLOCKS = 'p, li, dd, dt, h1, h2, h3, h4, blockquote, article, section, div, summary';
/** Elements whose words are not part of the article, such as buttons and form fields. */
const CONTROLS = 'button, select, textarea, .unseen, [data-testid=hit-bar], [data-testid=difference-bar]';

/** Rewrites a query so that its words are found in every field, even those that the query limits to one field. */
function wordsAnywhere(query: Query): Query {
  const of = wantedWords(query).flatMap(({ words }): Query[] => {
    const bare = words.replace(/[\n/]$/, '');
    return bare === '' ? [] : [{ type: 'words', words: bare, field: null, whole: false }];
  });
  return { type: 'or', of };
}

/** Finds the words of a query in the visible text of an element, in the order of the document. */
export function hitRanges(root: Element, query: Query): Range[] {
  const nodes: { node: Text; start: number }[] = [];
  let words = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest(CONTROLS)) continue;
    const own = parent.closest(BLOCKS);
    if (block && own !== block) words += '\n';
    block = own;
    nodes.push({ node, start: words.length });
    words += node.data;
  }
  let at = 0;
  /** Finds the text node that holds an offset. Starts from the node found last, because the offsets ascend. */
  const nodeAt = (place: number) => {
    while (nodes[at + 1] && nodes[at + 1]!.start <= place) at++;
    return nodes[at]!;
  };
  return hitsIn({ field: 'text', words }, wordsAnywhere(query)).map(({ start, end }) => {
    const range = document.createRange();
    const first = nodeAt(start);
    range.setStart(first.node, start - first.start);
    const last = nodeAt(end - 1);
    range.setEnd(last.node, Math.min(last.node.length, end - last.start));
    return range;
  });
}
