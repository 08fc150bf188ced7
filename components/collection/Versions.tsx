import './Versions.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Annotation } from '@/lib/annotation/schema.ts';
import { spannedMarks } from '@/lib/annotation/segments.ts';
import { formatMoment, t } from '@/lib/app/i18n.ts';
import { useDifferences } from '@/lib/app/panel/useDifferences.ts';
import { useNextHitKeys } from '@/lib/app/panel/useNextHitKeys.ts';
import { pageDiffers, versionsView } from '@/lib/app/panel/versionsView.ts';
import type { CapturedText } from '@/lib/record/schema.ts';
import { paragraphsOf } from '@/lib/tasks/paragraphs.ts';
import { MarkedText } from '../marks/MarkedText.tsx';
import { Editing } from '../ui/Editing.tsx';
import { StepBar } from './StepBar.tsx';

type Props = {
  /** The captured texts, oldest first. */
  texts: CapturedText[];
  /** SHA-256 of the article's present text. */
  current: string;
  annotations: Annotation[];
  /** The page's present text, where a tab shows the page; else null. */
  live: string | null;
  /** Whether search hits are shown in the view. Then the keys step through these, and nothing is folded. */
  searched: boolean;
  keepLive: () => void;
  choose: (annotation: Annotation) => void;
};

/**
 * The captured text with its marks, available even when the page is gone. Offers its versions, and steps through their
 * differences.
 */
export function Versions({ texts, current, annotations, live, searched, keepLive, choose }: Props) {
  const versions = { texts, current, live };
  const [shown, setShown] = useState(current);
  const changed = pageDiffers(versions);
  /** Whether the person compares. Null until the person decides; a changed page is then compared. */
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { at, version, compareLabel, comparable, older, newer, compare } = versionsView(versions, shown);
  const compares = comparable && (wanted ?? changed);
  const parts = useMemo(() => (compares ? compare() : null), [compares, older?.text, newer]);
  const { text, sha256 } = (parts ? older : version) ?? { text: '', sha256: '' };
  const marks = useMemo(() => spannedMarks(text, sha256, annotations), [text, sha256, annotations]);
  const reader = useRef<HTMLDivElement>(null);
  const differences = useDifferences(reader, text, parts, wanted ? 0 : -1);
  const { pieces, count } = differences;
  useNextHitKeys(differences.step, count > 0 && !searched);
  const marked = (start: number, end: number) => (
    <MarkedText key={start} text={text} from={start} to={end} marks={marks} choose={choose} />
  );
  return (
    <div class="stack">
      {changed && (
        <div class="notice stack" data-testid="page-changed">
          <p>{t('pageChanged')}</p>
          <p class="row">
            <Editing>
              <button type="button" data-testid="keep-version" onClick={keepLive}>
                {t('keepVersion')}
              </button>
            </Editing>
          </p>
        </div>
      )}
      <div class="row">
        {texts.length > 1 && (
          <select
            aria-label={t('version')}
            data-testid="version"
            onChange={(event) => setShown(event.currentTarget.value)}
          >
            {texts.map(({ sha256, capturedAt }, i) => (
              <option key={sha256} value={sha256} selected={i === at}>
                {t('versionOf', i + 1, formatMoment(capturedAt))}
              </option>
            ))}
          </select>
        )}
        {comparable && (
          <label class="row">
            <input
              type="checkbox"
              data-testid="compare"
              checked={compares}
              onChange={(event) => setWanted(event.currentTarget.checked)}
            />
            {t(compareLabel)}
          </label>
        )}
      </div>
      {count > 0 && (
        <StepBar
          name="difference"
          words={
            differences.at < 0 ? t('differencesAll', count) : t('differenceOf', differences.at + 1, count)
          }
          labels={{ back: 'differenceBack', next: 'differenceNext', close: 'comparingClose' }}
          step={differences.step}
          close={() => setWanted(false)}
        />
      )}
      <div ref={reader} class={parts ? 'reader compared' : 'reader'} data-testid="captured-text">
        {parts
          ? pieces.map((piece) =>
              piece.kind === 'change' ? (
                <span
                  key={`change ${piece.index}`}
                  class={piece.index === differences.at ? 'change present' : 'change'}
                  aria-current={piece.index === differences.at || undefined}
                  data-difference={piece.index}
                >
                  {piece.parts.map((part, i) =>
                    part.kind === 'added' ? (
                      <ins key={i}>{part.words}</ins>
                    ) : (
                      <del key={i}>{marked(part.start, part.end)}</del>
                    ),
                  )}
                </span>
              ) : piece.kind === 'folded' && !searched ? (
                <button
                  key={piece.start}
                  type="button"
                  class="link folded"
                  data-testid="unfold"
                  onClick={() => differences.unfold(piece.start)}
                >
                  {t('unfoldUnchanged', piece.paragraphs)}
                </button>
              ) : (
                marked(piece.start, piece.end)
              ),
            )
          : paragraphsOf(text).map(({ start, end }) => <p key={start}>{marked(start, end)}</p>)}
      </div>
    </div>
  );
}
