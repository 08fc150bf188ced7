/**
 * Calls `run` once the page's markup is parsed, or after `patience` milliseconds. If the server of a script never
 * answers, the parser waits for ever, but the text before that script can be read.
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
