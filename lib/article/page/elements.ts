/** The kinds of elements by their tags, and the mark-up by which a page hides elements. */

export const words = (text: string) => new Set(text.split(' '));

/** Elements whose words are not displayed, and ruby readings, which repeat the words below them. */
export const UNSEEN = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME FRAMESET OBJECT EMBED APPLET CANVAS VIDEO AUDIO MAP ' +
    'SELECT OPTION DATALIST BUTTON INPUT TEXTAREA LINK META TITLE BASE HEAD RT RP RTC',
);
/** Elements that contain no article. */
export const DROPPED = new Set([...UNSEEN, 'NAV', 'ASIDE', 'DIALOG', 'MENU']);
/** Elements that only affect appearance. Their words become words of the element around them. */
export const FLATTENED = words(
  'FONT B STRONG EM I U S INS BIG SMALL MARK ABBR ACRONYM CITE BDO BDI NOBR TT Q DFN TIME DATA WBR O:P ST1',
);
/** Elements that begin and end a line. */
export const BLOCK = words(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
/** The elements that replace others in a copy. */
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

/** Class names of Bootstrap, WordPress and the BBC for text that is only read aloud. */
const UNSEEN_CLASS = /(^|\s)(visually-?hidden|sr-only|screen-reader-(text|only))(\s|$)/;

/** Characters that a parser adds to a name where the page lacks a blank or a bracket. */
const BROKEN_NAME = /[^\w:.-].*$/s;

/** The name of an element in capitals; names outside HTML keep their lower case (<svg>). */
export function nameOf({ tagName }: Element): string {
  const name = tagName.charCodeAt(0) >= 97 ? tagName.toUpperCase() : tagName;
  // <p"class=x> and <font<b> have names with which no element can be created. P and FONT are meant.
  return BROKEN_NAME.test(name) ? name.replace(BROKEN_NAME, '') : name;
}

/** Whether the page's own mark-up hides an element. Style sheets are ignored, because they would cost a layout. */
export function isHidden(element: Element, kind: string | null): boolean {
  if (kind && UNSEEN_CLASS.test(kind)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style === null) return false;
  return HIDDEN_STYLE.test(style) || (UNSEEN_STYLE.test(style) && (element.textContent ?? '').length < 200);
}
