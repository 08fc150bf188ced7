import { PizhuError } from '../../messages/errors.ts';
import { PRIVATE_ALLOWED } from '../privateWindows.ts';
import type { Context } from './context.ts';

/**
 * Throws `private` for a tab of a private window, until the person has said in the popup that things are to be kept
 * from there. That is asked for anew with each start of the browser.
 */
export async function askBeforeKeeping({ browser }: Pick<Context, 'browser'>, tabId: number): Promise<void> {
  if (!(await browser.tabs.get(tabId)).incognito) return;
  const { [PRIVATE_ALLOWED]: allowed } = await browser.storage.session.get(PRIVATE_ALLOWED);
  if (allowed !== true) throw new PizhuError('private');
}
