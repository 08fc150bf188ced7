import { t } from '@/lib/app/i18n.ts';
import { useSessionTags } from '@/lib/app/panel/useSessionTags.ts';
import { Fold } from '../ui/Fold.tsx';
import { TagInput } from '../ui/TagInput.tsx';

/** The tags that every saved page gets until the browser is closed. `known`: the tags in use. */
export function SessionTags({ known }: { known: string[] }) {
  const { tags, change } = useSessionTags();
  return (
    <Fold title={t('sessionTags')} count={tags.length} testId="session-tags" quiet>
      <p class="quiet">{t('sessionTagsHow')}</p>
      <TagInput tags={tags} known={known} change={change} />
    </Fold>
  );
}
