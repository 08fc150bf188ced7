/**
 * Runs once the page's markup is read whole, and at the latest after `patience` milliseconds: a script within it whose
 * server never answers keeps the parser waiting for good, while the words above it are there to be read.
 */
export function whenParsed(doc: Document, patience: number, run: () => void): void {
  if (doc.readyState !== 'loading') {
    run();
    return;
  }
  const once = () => {
    clearTimeout(timer);
    doc.removeEventListener('DOMContentLoaded', once);
    run();
  };
  const timer = setTimeout(once, patience);
  doc.addEventListener('DOMContentLoaded', once);
}
