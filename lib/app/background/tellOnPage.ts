import type { Context } from './context.ts';

/** Milliseconds for which a message is shown on a page. */
const SHOWN = 2400;

/**
 * Shows a message at the top of the page for a short time. Runs within the page, so it cannot use anything outside this
 * function. Uses a shadow root, so that style sheets of the page do not apply.
 */
function showWords(words: string, shown: number): void {
  const host = document.createElement('div');
  host.style.cssText =
    'all: initial !important; position: fixed !important; inset: 12px 12px auto auto !important; z-index: 2147483647 !important;';
  const said = document.createElement('div');
  said.setAttribute('role', 'status');
  said.style.cssText =
    'max-width: 320px; padding: 8px 14px; border-radius: 8px; background: #2a2522; color: #fffdf9; font: 14px/1.5 system-ui, sans-serif; box-shadow: 0 3px 12px rgb(0 0 0 / 0.25);';
  host.attachShadow({ mode: 'closed' }).append(said);
  document.documentElement.append(host);
  said.textContent = words;
  setTimeout(() => host.remove(), shown);
}

/**
 * Reports the result of a command on the page of a tab. The user looks at the page, and the toolbar icon may be hidden.
 */
export async function tellOnPage(
  { browser }: Pick<Context, 'browser'>,
  tabId: number,
  words: string,
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    func: showWords,
    args: [words, SHOWN],
    injectImmediately: true,
  });
}
