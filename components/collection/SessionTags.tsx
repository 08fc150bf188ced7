import { t } from '@/lib/app/i18n.ts';
import type { useSessionTags } from '@/lib/app/panel/useSessionTags.ts';
import { Fold } from '../ui/Fold.tsx';
import { TagInput } from './laterParts.tsx';

type Props = Pick<ReturnType<typeof useSessionTags>, 'tags' | 'change'> & {
  /** The tags in use. */
  known: string[];
};

/** The tags that every saved page gets until the browser is closed. */
export function SessionTags({ tags, change, known }: Props) {
  return (
    <Fold title={t('sessionTags')} count={tags?.length} testId="session-tags" quiet>
      <p class="quiet">{t('sessionTagsHow')}</p>
      <TagInput tags={tags ?? []} known={known} change={change} />
    </Fold>
  );
}
