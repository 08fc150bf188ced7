/** What elements are by their tag, and what a page hides by its own mark-up. */

export const words = (text: string) => new Set(text.split(' '));

/** Elements whose words nobody sees as words, and readings beside ruby text, which repeat the words below them. */
export const UNSEEN = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME FRAMESET OBJECT EMBED APPLET CANVAS VIDEO AUDIO MAP ' +
    'SELECT OPTION DATALIST BUTTON INPUT TEXTAREA LINK META TITLE BASE HEAD RT RP RTC PIZHU-HOST',
);
/** Elements that hold no article. */
export const DROPPED = new Set([...UNSEEN, 'NAV', 'ASIDE', 'DIALOG', 'MENU']);
/** Carry nothing but looks. Their words stay, as words of the element around them. */
export const FLATTENED = words(
  'FONT B STRONG EM I U S INS BIG SMALL MARK ABBR ACRONYM CITE BDO BDI NOBR TT Q DFN TIME DATA WBR O:P ST1',
);
/** Elements that begin and end a line. */
export const BLOCK = words(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
/** Elements that stand for another one in a copy. */
export const NAMES = new Map<string, string>([
  ['FORM', 'DIV'], // ASP.NET puts the whole page in one: <form id="form1">
  ['MAIN', 'DIV'],
  ['CENTER', 'DIV'],
  ['FIELDSET', 'DIV'],
  ['FOOTER', 'DIV'], // Readability drops a <footer>, where some pages keep their last paragraphs
]);
const HIDDEN_STYLE = /display\s*:\s*none/i;
/** WeChat hides the body until its script has run: <div id="js_content" style="visibility: hidden">. */
const UNSEEN_STYLE = /visibility\s*:\s*hidden/i;

/** Read aloud only: names that Bootstrap, WordPress and the BBC give to it. */
const UNSEEN_CLASS = /(^|\s)(visually-?hidden|sr-only|screen-reader-(text|only))(\s|$)/;

/** What a parser takes into a name where a blank or a bracket is missing. */
const BROKEN_NAME = /[^\w:.-].*$/s;

/** The name of an element in capitals: those of other languages than HTML keep their small letters (<svg>). */
export function nameOf({ tagName }: Element): string {
  const name = tagName.charCodeAt(0) >= 97 ? tagName.toUpperCase() : tagName;
  // <p"class=x> and <font<b> have names that no element can be made with: P, FONT are meant.
  return BROKEN_NAME.test(name) ? name.replace(BROKEN_NAME, '') : name;
}

/** Hidden by the page's own mark-up. A style sheet is not asked: that would cost a layout. */
export function isHidden(element: Element, kind: string | null): boolean {
  if (kind && UNSEEN_CLASS.test(kind)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style === null) return false;
  return HIDDEN_STYLE.test(style) || (UNSEEN_STYLE.test(style) && (element.textContent ?? '').length < 200);
}
