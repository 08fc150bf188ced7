import { t } from '@/lib/app/i18n.ts';
import { useSessionTags } from '@/lib/app/panel/useSessionTags.ts';
import { TagInput } from '../ui/TagInput.tsx';

/** Reminds the person of the tags that saved pages get in this session, if there are any. */
export function SessionNotice() {
  const { tags, change } = useSessionTags();
  if (tags.length === 0) return null;
  return (
    <div class="stack session-notice" data-testid="session-notice">
      <span class="quiet">{t('sessionTags')}</span>
      <TagInput tags={tags} known={[]} change={change} />
    </div>
  );
}
