import { formatMoment, t } from '@/lib/app/i18n.ts';
import type { OtherCopy } from '@/lib/record/schema.ts';
import { Editing } from '../ui/Editing.tsx';

type Props = {
  copies: OtherCopy[];
  open: (id: string) => void;
  /** Shows or hides the marks of a copy on this page. */
  show: (id: string, shown: boolean) => void;
};

/** Other saved articles with the same text as this page. Their marks can be shown on this page, too. */
export function OtherCopies({ copies, open, show }: Props) {
  if (copies.length === 0) return null;
  return (
    <ul class="stack" data-testid="copies">
      {copies.map(({ id, title, host, capturedAt, shown }) => (
        <li key={id} class="notice">
          <span>{t('otherCopy', title, host, formatMoment(capturedAt))}</span>
          <span class="row">
            <button type="button" class="link" data-testid="open-copy" onClick={() => open(id)}>
              {t('otherCopyOpen')}
            </button>
            <Editing>
              <button
                type="button"
                class="link"
                data-testid="show-copy"
                aria-pressed={shown}
                onClick={() => show(id, !shown)}
              >
                {t(shown ? 'otherCopyHide' : 'otherCopyShow')}
              </button>
            </Editing>
          </span>
        </li>
      ))}
    </ul>
  );
}
