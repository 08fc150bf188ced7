import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';

export type Live = Awaited<ReturnType<typeof askLive>>;
const askLive = (articleId: string) => ask('article.live', { articleId });

/** Milliseconds that a page has after it came up or changed, before it is asked. */
const SETTLED = 600;

/**
 * How an article stands in the tab that shows it: its text now and the state of each mark. Undefined until
 * known, null where no tab shows it. Asked again when tabs change, and whenever `inputs` do.
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
