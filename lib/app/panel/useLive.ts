import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';

export type Live = Awaited<ReturnType<typeof askLive>>;
const askLive = (articleId: string) => ask('article.live', { articleId });

/** Milliseconds to wait after a page has loaded or changed before it is read. */
const SETTLED = 600;

/**
 * Reads an article and the states of its marks from a tab that shows it. Undefined until the first answer, null where
 * no tab shows the article. Reads again when tabs change, and when a value in `inputs` changes.
 */
export function useLive(articleId: string, inputs: unknown[]): Live | undefined {
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askNow = () =>
      askLive(articleId).then(
        (answer) => !gone && setLive(answer),
        () => !gone && setLive(null),
      );
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(askNow, SETTLED);
    };
    askNow();
    browser.tabs.onActivated.addListener(later);
    browser.tabs.onUpdated.addListener(later);
    browser.tabs.onRemoved.addListener(later);
    return () => {
      gone = true;
      clearTimeout(timer);
      browser.tabs.onActivated.removeListener(later);
      browser.tabs.onUpdated.removeListener(later);
      browser.tabs.onRemoved.removeListener(later);
    };
  }, [articleId, ...inputs]);
  return live;
}
