import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useFirstRead } from '../firstReads.ts';
import { readTags, sessionTags, setSessionTags } from '../sessionTags.ts';

/**
 * The tags that every page gets when it is saved, until the browser is closed; null until they are read. `change` adds or
 * removes some. `early`: what session storage was found to hold; null where it has not been read.
 */
export function useSessionTags(early: Record<string, unknown> | null = null) {
  const [tags, setTags] = useState(early && readTags(early));
  useFirstRead(tags !== null);
  useEffect(() => {
    const load = () => void sessionTags(browser.storage.session).then(setTags);
    load();
    browser.storage.session.onChanged.addListener(load);
    return () => browser.storage.session.onChanged.removeListener(load);
  }, []);
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
