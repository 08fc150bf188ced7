import { Fragment } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import { type Fact, factsOf, type ShownFields, type View } from '@/lib/app/panel/facts.ts';
import { Fold } from '../ui/Fold.tsx';
import { Origin } from './Origin.tsx';

type Props = { article: ShownFields; view: View; origins: boolean; most: number };

/** The fields that have a value. Each shows on request the place on the page from which its value was read. */
export function FactList({ article, view, origins, most }: Props) {
  const { shown, folded, unsure, elsewhere } = factsOf(article, view, { most, origins });
  const listed = [...shown, ...elsewhere];
  if (listed.length === 0) return null;
  return (
    <div>
      <Facts facts={listed} origins={origins} />
      {folded.length > 0 && (
        <Fold
          title={t('moreFacts')}
          count={folded.length}
          warning={unsure ? t('moreUnsure', unsure) : undefined}
          testId="more-facts"
        >
          <Facts facts={folded} origins={origins} />
        </Fold>
      )}
    </div>
  );
}

function Facts({ facts, origins }: { facts: Fact[]; origins: boolean }) {
  return (
    <dl class="facts">
      {facts.map(({ field, label, words, origin }) => (
        <Fragment key={field}>
          <dt>{label}</dt>
          <dd>
            {words} <Origin of={origin} shown={origins} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
