import './Versions.css';
import { useMemo, useState } from 'preact/hooks';
import type { Annotation } from '@/lib/annotation/schema.ts';
import { spannedMarks } from '@/lib/annotation/segments.ts';
import { formatMoment, t } from '@/lib/app/i18n.ts';
import { pageDiffers, versionsView } from '@/lib/app/panel/versionsView.ts';
import type { CapturedText } from '@/lib/record/schema.ts';
import { paragraphsOf } from '@/lib/tasks/paragraphs.ts';
import { MarkedText } from '../marks/MarkedText.tsx';
import { Editing } from '../ui/Editing.tsx';

type Props = {
  /** The captured texts, oldest first. */
  texts: CapturedText[];
  /** SHA-256 of the article's present text. */
  current: string;
  annotations: Annotation[];
  /** The page's present text, where a tab shows the page; else null. */
  live: string | null;
  keepLive: () => void;
  choose: (annotation: Annotation) => void;
};

/**
 * The captured text with its marks, available even when the page is gone. Offers its versions and their differences.
 */
export function Versions({ texts, current, annotations, live, keepLive, choose }: Props) {
  const versions = { texts, current, live };
  const [shown, setShown] = useState(current);
  const changed = pageDiffers(versions);
  const [compares, setCompares] = useState(changed);
  const { at, version, compareLabel, comparable, compare } = versionsView(versions, shown);
  const text = version?.text ?? '';
  const marks = useMemo(
    () => (version ? spannedMarks(version.text, version.sha256, annotations) : []),
    [version, annotations],
  );
  const parts = useMemo(() => (compares ? compare() : null), [compares, version, texts, live]);
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
          <select aria-label={t('version')} onChange={(event) => setShown(event.currentTarget.value)}>
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
              onChange={(event) => setCompares(event.currentTarget.checked)}
            />
            {t(compareLabel)}
          </label>
        )}
      </div>
      <div class={parts ? 'reader compared' : 'reader'} data-testid="captured-text">
        {parts
          ? parts.map((part) =>
              part.kind === 'added' ? (
                <ins key={`+${part.at}-${part.words.length}`}>{part.words}</ins>
              ) : part.kind === 'removed' ? (
                <del key={`-${part.start}`}>
                  <MarkedText text={text} from={part.start} to={part.end} marks={marks} choose={choose} />
                </del>
              ) : (
                <MarkedText
                  key={part.start}
                  text={text}
                  from={part.start}
                  to={part.end}
                  marks={marks}
                  choose={choose}
                />
              ),
            )
          : paragraphsOf(text).map(({ start, end }) => (
              <p key={start}>
                <MarkedText text={text} from={start} to={end} marks={marks} choose={choose} />
              </p>
            ))}
      </div>
    </div>
  );
}
