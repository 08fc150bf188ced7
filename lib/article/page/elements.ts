/** The kinds of elements by their tags, and the attributes by which a page hides elements. */

export const words = (text: string) => new Set(text.split(' '));

/** Elements whose text is not displayed. Also ruby annotations, which repeat the characters below them. */
export const UNSEEN = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME FRAMESET OBJECT EMBED APPLET CANVAS VIDEO AUDIO MAP ' +
    'SELECT OPTION DATALIST BUTTON INPUT TEXTAREA LINK META TITLE BASE HEAD RT RP RTC',
);
/** Elements that never contain an article's text. */
export const DROPPED = new Set([...UNSEEN, 'NAV', 'ASIDE', 'DIALOG', 'MENU']);
/** Elements that only change the appearance of words. Their words are read as words of the element around them. */
export const FLATTENED = words(
  'FONT B STRONG EM I U S INS BIG SMALL MARK ABBR ACRONYM CITE BDO BDI NOBR TT Q DFN TIME DATA WBR O:P ST1',
);
/** Elements that are displayed in lines of their own. */
export const BLOCK = words(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
/** Elements that are copied under another tag name. */
export const NAMES = new Map<string, string>([
  ['FORM', 'DIV'], // ASP.NET puts the whole page into a form: <form id="form1">
  ['MAIN', 'DIV'],
  ['CENTER', 'DIV'],
  ['FIELDSET', 'DIV'],
  ['FOOTER', 'DIV'], // Readability drops a <footer>, but on some pages it has the article's last paragraphs
]);
const HIDDEN_STYLE = /display\s*:\s*none/i;
/**
 * The style with which WeChat hides the article's text until a script has run: <div id="js_content" style="visibility:
 * hidden">. So an element with this style counts as hidden only if its text is short, and WeChat's never.
 */
const UNSEEN_STYLE = /visibility\s*:\s*hidden/i;

/** Class names of Bootstrap, WordPress and the BBC for text that only screen readers read. */
const UNSEEN_CLASS = /(^|\s)(visually-?hidden|sr-only|screen-reader-(text|only))(\s|$)/;

/** The part of an element's name that comes from broken mark-up, where a blank or a bracket is missing on the page. */
const BROKEN_NAME = /[^\w:.-].*$/s;

/** The names of nearly all elements of a page, which need no examination. */
const USUAL = new Set([...DROPPED, ...FLATTENED, ...BLOCK, 'A', 'IMG', 'SPAN']);

/** The name of an element in capitals. Browsers give names outside HTML, such as svg, in lower case. */
export function nameOf({ tagName }: Element): string {
  if (USUAL.has(tagName)) return tagName;
  const name = tagName.charCodeAt(0) >= 97 ? tagName.toUpperCase() : tagName;
  // <p"class=x> and <font<b> get names with which no element can be created. They are meant as P and FONT.
  return BROKEN_NAME.test(name) ? name.replace(BROKEN_NAME, '') : name;
}

/**
 * Whether an element is hidden by its own attributes. Style sheets are ignored, because asking for their effect makes
 * the browser compute a layout.
 */
export function isHidden(element: Element, kind: string | null): boolean {
  if (kind && UNSEEN_CLASS.test(kind)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style === null) return false;
  return (
    HIDDEN_STYLE.test(style) ||
    (UNSEEN_STYLE.test(style) && element.id !== 'js_content' && (element.textContent ?? '').length < 200)
  );
}
