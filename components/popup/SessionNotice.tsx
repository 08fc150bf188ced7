import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { useSessionTags } from '@/lib/app/panel/useSessionTags.ts';
import { TagInput } from '../ui/TagInput.tsx';

type TagChange = { addTags: string[] } | { removeTags: string[] };

/** Reminds the person of the tags that saved pages get in this session, if there are any. A change can be undone. */
export function SessionNotice({ notify }: { notify: Notify }) {
  const { tags, change } = useSessionTags();
  const changeAndSay = async (wanted: TagChange): Promise<boolean> => {
    await change(wanted);
    if ('addTags' in wanted)
      notify(t('sessionTagsAdded', wanted.addTags.join('、')), () => change({ removeTags: wanted.addTags }));
    else
      notify(t('sessionTagsRemoved', wanted.removeTags.join('、')), () =>
        change({ addTags: wanted.removeTags }),
      );
    return true;
  };
  if (!tags?.length) return null;
  return (
    <div class="stack session-notice" data-testid="session-notice">
      <span class="quiet">{t('sessionTags')}</span>
      <TagInput tags={tags} known={[]} change={changeAndSay} />
    </div>
  );
}
