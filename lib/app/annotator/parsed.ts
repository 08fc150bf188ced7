/**
 * Runs once the page's markup is parsed, and after `patience` milliseconds at the latest. A script whose server never
 * answers blocks the parser for good, while the words above it can be read.
 */
export function whenParsed(doc: Document, patience: number, run: () => void): void {
  if (doc.readyState !== 'loading') {
    run();
    return;
  }
  const finish = () => {
    clearTimeout(timer);
    doc.removeEventListener('DOMContentLoaded', finish);
    run();
  };
  const timer = setTimeout(finish, patience);
  doc.addEventListener('DOMContentLoaded', finish);
}
