import { browser } from 'wxt/browser';
import { readTags, SESSION_TAGS, sessionTags, setSessionTags } from '../sessionTags.ts';
import { type EarlyItems, useStored } from '../useStored.ts';

/**
 * The tags that every page gets when it is saved, until the browser is closed; undefined until they are read. `change`
 * adds or removes some.
 */
export function useSessionTags(early: EarlyItems = null) {
  const [tags] = useStored('session', SESSION_TAGS, readTags, early);
  const change = async (patch: { addTags: string[] } | { removeTags: string[] }): Promise<boolean> => {
    // Reads the tags again, because another page of the extension may have changed them.
    const now = await sessionTags(browser.storage.session);
    const next =
      'addTags' in patch ? [...now, ...patch.addTags] : now.filter((tag) => !patch.removeTags.includes(tag));
    await setSessionTags(browser.storage.session, next);
    return true;
  };
  return { tags, change };
}
