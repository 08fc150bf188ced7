/**
 * An element in the copy of a page. A plain object is far cheaper than a DOM element, and the page's scripts cannot
 * reach it. Its name is that of the HTML element in capitals.
 */
export type CopiedElement = {
  name: string;
  children: CopiedNode[];
  /** The `class` attribute. Readability judges an element by its class and id. */
  kind: string | null;
  id: string | null;
  /** The address of a picture, or the place to which a link within the page leads (`#notes`). */
  address: string | null;
  /** Whether a table holds data; other tables are only for layout. */
  isData: boolean;
  /** The number of characters in the element's sentences. */
  sentences: number;
};
export type CopiedNode = CopiedElement | string;

export const copiedElement = (name: string): CopiedElement => ({
  name,
  children: [],
  kind: null,
  id: null,
  address: null,
  isData: false,
  sentences: 0,
});

/** The attribute that marks data tables for Readability, which keeps every table with a `summary`. */
const DATA = 'summary';

/** Makes a document of the copy for Readability, which changes the document that it reads. */
export function documentOf(root: CopiedElement, source: Document): Document {
  const doc = source.implementation.createHTMLDocument('-');
  // Builds the tree outside the document, because appending to an element in a document is slower.
  const body = doc.body;
  body.remove();
  const stack: { from: CopiedElement; into: Element; next: number }[] = [{ from: root, into: body, next: 0 }];
  while (stack.length) {
    const top = stack.at(-1)!;
    const child = top.from.children[top.next++];
    if (child === undefined) stack.pop();
    else if (typeof child === 'string') top.into.appendChild(doc.createTextNode(child));
    else {
      const element = doc.createElement(child.name);
      if (child.kind) element.className = child.kind;
      if (child.id) element.id = child.id;
      if (child.address) element.setAttribute(child.name === 'IMG' ? 'src' : 'href', child.address);
      if (child.isData) element.setAttribute(DATA, '-');
      top.into.appendChild(element);
      if (child.children.length) stack.push({ from: child, into: element, next: 0 });
    }
  }
  doc.documentElement.appendChild(body);
  return doc;
}

/**
 * Returns the innermost element that contains most of the sentences. On pages that are too large for Readability, this
 * element is taken for the article's text.
 */
export function coreOf(root: CopiedElement): CopiedElement {
  let core = root;
  for (;;) {
    const least = core.sentences * 0.8;
    const inner = core.children.find((child) => typeof child !== 'string' && child.sentences >= least);
    if (!inner || typeof inner === 'string' || least === 0 || inner.name === 'P') return core;
    core = inner;
  }
}

/** The elements from the root of a tree to one in it; none where it is not in the tree. */
export function pathTo(root: CopiedElement, element: CopiedElement): CopiedElement[] {
  const path: { at: CopiedElement; next: number }[] = [{ at: root, next: 0 }];
  while (path.length) {
    const top = path.at(-1)!;
    if (top.at === element) return path.map(({ at }) => at);
    const child = top.at.children[top.next++];
    if (child === undefined) path.pop();
    else if (typeof child !== 'string') path.push({ at: child, next: 0 });
  }
  return [];
}

/** The innermost element that contains both of these elements; null where one is not in the tree. */
export function holderOf(
  root: CopiedElement,
  one: CopiedElement,
  other: CopiedElement,
): CopiedElement | null {
  const others = new Set(pathTo(root, other));
  return pathTo(root, one).findLast((element) => others.has(element)) ?? null;
}

/** Copies an element that Readability has found into a plain object. */
export function copyOfElement(source: Element): CopiedElement {
  const root = copiedElement(source.tagName);
  const stack: { from: Element; into: CopiedElement }[] = [{ from: source, into: root }];
  while (stack.length) {
    const { from, into } = stack.pop()!;
    for (let child = from.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) into.children.push((child as Text).data);
      else if (child.nodeType === 1) {
        const element = child as Element;
        const copy = copiedElement(element.tagName);
        if (copy.name === 'IMG') copy.address = element.getAttribute('src');
        copy.isData = element.hasAttribute(DATA);
        copy.kind = element.getAttribute('class');
        copy.id = element.getAttribute('id');
        into.children.push(copy);
        stack.push({ from: element, into: copy });
      }
    }
  }
  return root;
}
