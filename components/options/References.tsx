import { t } from '@/lib/app/i18n.ts';
import { useReferenceStyle } from '@/lib/app/useReferenceStyle.ts';
import type { Work } from '@/lib/exchange/bibliography.ts';
import { REFERENCE_STYLES, type ReferenceStyle, referenceTo } from '@/lib/exchange/references.ts';

/** An invented work, which shows what a style looks like. */
const EXAMPLE: Work = {
  kind: 'newspaper',
  title: '全市推进河道整治',
  authors: ['王某', '李某'],
  issuer: null,
  container: '青山日报',
  number: null,
  issued: '2026-03-04',
  accessed: '2026-03-05',
  url: 'https://www.qingshan.example/1.html',
  lead: null,
  keywords: [],
};

/** The choice of the style in which references are copied, with an example. */
export function References() {
  const { style, choose } = useReferenceStyle();
  return (
    <section class="stack">
      <h3>{t('referenceStyle')}</h3>
      <p class="row">
        <select
          aria-label={t('referenceStyle')}
          data-testid="reference-style"
          value={style}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {(Object.keys(REFERENCE_STYLES) as ReferenceStyle[]).map((id) => (
            <option key={id} value={id}>
              {t(REFERENCE_STYLES[id].label)}
            </option>
          ))}
        </select>
      </p>
      <p class="quiet" data-testid="reference-example">
        {referenceTo(EXAMPLE, style)}
      </p>
    </section>
  );
}
