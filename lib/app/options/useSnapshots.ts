import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { countSnapshots, eraseSnapshots, type Store } from '../../store/index.ts';
import { errorText, language, t } from '../i18n.ts';
import { useWatch } from '../panel/useWatch.ts';
import {
  canKeepSnapshots,
  keepsSnapshots,
  sizeWords,
  switchOffSnapshots,
  switchOnSnapshots,
} from '../snapshots.ts';

/**
 * Whether pages are kept as they were when their articles are saved, and the function that switches this on or off.
 * `offered` is false in a browser that cannot do this. `total` describes the stored files; null where there are none.
 */
export function useSnapshots(db: Store, say: (words: string) => void) {
  const { runtime, permissions } = browser;
  const [on, setOn] = useState(false);
  const offered = canKeepSnapshots(runtime);
  const total = useWatch(() => countSnapshots(db), [db]);
  useEffect(() => {
    const look = () => void keepsSnapshots(permissions).then(setOn);
    look();
    // The person can also take the permission back in the browser's own settings.
    permissions.onAdded.addListener(look);
    permissions.onRemoved.addListener(look);
    return () => {
      permissions.onAdded.removeListener(look);
      permissions.onRemoved.removeListener(look);
    };
  }, []);
  return {
    offered,
    on,
    /** Returns whether snapshots are on afterwards. */
    turn: async (wanted: boolean): Promise<boolean> => {
      try {
        // The browser accepts the request only during a click, so nothing may be awaited before it.
        await (wanted ? switchOnSnapshots(permissions) : switchOffSnapshots(permissions));
      } catch (error) {
        say(errorText(error));
      }
      const isOn = await keepsSnapshots(permissions);
      setOn(isOn);
      return isOn;
    },
    total: total?.files ? t('snapshotsTotal', String(total.files), sizeWords(total.bytes, language())) : null,
    erase: async () => {
      try {
        await eraseSnapshots(db);
        say(t('snapshotsErased'));
      } catch (error) {
        say(errorText(error));
      }
    },
  };
}
