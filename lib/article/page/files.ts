/** Endings of the files that pages offer for download: documents, tables, archives. */
const ENDINGS = 'pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|caj|rtf|csv|zip|rar|7z';
const FILE = new RegExp(`\\.(${ENDINGS})[)）》\\s]*$`, 'i');

/**
 * Matches a line that names an attachment: it begins with 附件 (attachment), as in 附件：名单, or ends with a file name
 * (名单.xls, 名单.xls（87KB）). So lists of attachments are not taken for links to other articles.
 */
export const ATTACHMENT = new RegExp(`^附件|^附\\s*[:：\\d]|\\.(?:${ENDINGS})\\s*(?:$|[（(])`, 'i');

/**
 * The kind of file by the ending of a name or an address, in lower case (`pdf`); null where it has no such ending.
 */
export const kindOf = (name: string): string | null => FILE.exec(name)?.[1]?.toLowerCase() ?? null;

/** The kind of file that a link leads to, by its address, its words or its `title`; null for a link to a page. */
export function fileKind(anchor: Element): string | null {
  const href = anchor.getAttribute('href') ?? '';
  const words = anchor.textContent ?? '';
  return (
    // The name may be in the address's query: downfile.jsp?classid=0&filename=1.doc
    href.split(/[?&#]/).map(kindOf).find(Boolean) ??
    (words.length <= 200 ? kindOf(words) : null) ??
    kindOf(anchor.getAttribute('title') ?? '')
  );
}
