/*
 * Properties of the DOM, read by the prototypes' own getters, because a page can shadow them. A form exposes
 * its fields by their names in place of its own properties, to extensions as well: `<input
 * name="parentNode">` turns a walk to the root into an endless loop.
 */

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
/** The root of an element's open shadow tree. */
export const shadowOf = (element: Element): ShadowRoot | null =>
  read(Element.prototype, 'shadowRoot', element);
/** The parent of a node; the host of a shadow tree for its root. */
export const aboveOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : parentOf(node));

/** Elements with the reading of ruby text: they repeat the words below them in another script. */
const READINGS = new Set(['RT', 'RP', 'RTC', 'rt', 'rp', 'rtc']);
const HIDDEN_STYLE = /display\s*:\s*none/i;

const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const isReading = (element: Element): boolean => READINGS.has(nameOf(element));

/** Whether mark-up alone hides an element's text: a ruby reading, `hidden`, an inline `display: none`. */
export function hidesText(element: Element): boolean {
  if (isReading(element)) return true;
  // Most elements have no attributes, so one test spares the other two.
  if (!Element.prototype.hasAttributes.call(element)) return false;
  if (attributeOf(element, 'hidden') !== null) return true;
  const style = attributeOf(element, 'style');
  return style !== null && HIDDEN_STYLE.test(style);
}
