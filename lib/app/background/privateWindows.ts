import { PizhuError } from '../../messages/errors.ts';
import { PRIVATE_ALLOWED } from '../privateWindows.ts';
import type { Context } from './context.ts';

/**
 * Throws `private` for a tab in a private window, unless the person has allowed saving from private windows in the
 * popup. That permission lasts until the browser is closed.
 */
export async function askBeforeKeeping({ browser }: Pick<Context, 'browser'>, tabId: number): Promise<void> {
  if (!(await browser.tabs.get(tabId)).incognito) return;
  const { [PRIVATE_ALLOWED]: allowed } = await browser.storage.session.get(PRIVATE_ALLOWED);
  if (allowed !== true) throw new PizhuError('private');
}
