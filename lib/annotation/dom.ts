/* Reads properties of the DOM by the getters of the prototypes, because a page can shadow the properties. In a form,
   the name of a field hides the form's own property of that name, for extensions too. So `<input name="parentNode">`
   would turn a loop from parent to parent into an endless one. */

const read = (prototype: object, name: string, node: Node) => Reflect.get(prototype, name, node);

export const parentOf = (node: Node): ParentNode | null => read(Node.prototype, 'parentNode', node);
export const previousOf = (node: Node): Node | null => read(Node.prototype, 'previousSibling', node);
export const contentOf = (node: Node): string => read(Node.prototype, 'textContent', node) ?? '';
export const isElement = (node: Node): node is Element => read(Node.prototype, 'nodeType', node) === 1;
export const elementsIn = (parent: Node): Element[] =>
  [...(read(Node.prototype, 'childNodes', parent) as NodeList)].filter(isElement);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const nameOf = (element: Element): string => read(Element.prototype, 'tagName', element);
const documentOf = (node: Node): Document => read(Node.prototype, 'ownerDocument', node) ?? node;
export const walkerOf = (root: Node, what: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(documentOf(root), root, what);
/** The box of an element, in CSS pixels of the window. */
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
/** The width and height of an element's content beyond its box, in CSS pixels; 0 where the content fits. */
export const overflowOf = (element: Element): { across: number; down: number } => {
  const size = (name: string): number => read(Element.prototype, name, element) as never;
  return {
    across: size('scrollWidth') - size('clientWidth'),
    down: size('scrollHeight') - size('clientHeight'),
  };
};
/** Returns the root of an element's open shadow tree; null where the element has none. */
export const shadowOf = (element: Element): ShadowRoot | null =>
  read(Element.prototype, 'shadowRoot', element);
/** The parent of a node. For the root of a shadow tree, the element that has the tree. */
export const aboveOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : parentOf(node));

/** Elements with the pronunciation of ruby text. They repeat the words below them in another script, such as pinyin. */
const READINGS = new Set(['RT', 'RP', 'RTC', 'rt', 'rp', 'rtc']);
const HIDDEN_STYLE = /display\s*:\s*none/i;

const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const isReading = (element: Element): boolean => READINGS.has(nameOf(element));

/**
 * Whether an element's text is hidden without a style sheet: ruby pronunciation, `hidden`, an inline `display: none`.
 */
export function hidesText(element: Element): boolean {
  if (isReading(element)) return true;
  // Most elements have no attributes. For them, this one test replaces the two below.
  if (!Element.prototype.hasAttributes.call(element)) return false;
  if (attributeOf(element, 'hidden') !== null) return true;
  const style = attributeOf(element, 'style');
  return style !== null && HIDDEN_STYLE.test(style);
}
