import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';

export type Live = Awaited<ReturnType<typeof askLive>>;
const askLive = (articleId: string) => ask('article.live', { articleId });

/** Milliseconds for a page to settle after it has loaded or changed, before it is asked. */
const SETTLED = 600;

/**
 * The present text and states of marks of an article, from the tab that shows it. Undefined while unknown, null where
 * no tab shows it. Asks again when tabs change, and whenever `inputs` do.
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
