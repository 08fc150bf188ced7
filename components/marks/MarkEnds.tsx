import { t } from '@/lib/app/i18n.ts';

/** The two ends of a mark, which the person can move by one character. */
const ENDS = [
  ['start', 'page_start'],
  ['end', 'page_end'],
] as const;

export type MarkEnd = (typeof ENDS)[number][0];

/** Buttons that move the ends of a mark. `join` joins the mark with the one beside it; null where there is none. */
export function MarkEnds({
  stretch,
  join,
}: {
  stretch: (end: MarkEnd, by: 1 | -1) => void;
  join: (() => void) | null;
}) {
  return (
    <div class="row ends">
      {ENDS.map(([end, label]) => (
        <fieldset key={end} class="row">
          <legend>{t(label)}</legend>
          {([-1, 1] as const).map((by) => (
            <button
              key={by}
              type="button"
              class="plain"
              data-testid={`${end}-${by < 0 ? 'back' : 'on'}`}
              aria-label={t(by < 0 ? 'page_endBack' : 'page_endOn', t(label))}
              title={t(by < 0 ? 'page_endBack' : 'page_endOn', t(label))}
              onClick={() => stretch(end, by)}
            >
              {by < 0 ? '‹' : '›'}
            </button>
          ))}
        </fieldset>
      ))}
      <span class="space" />
      {join && (
        <button type="button" class="plain" data-testid="card-join" onClick={join}>
          {t('page_join')}
        </button>
      )}
    </div>
  );
}
