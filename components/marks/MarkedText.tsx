import './MarkedText.css';
import type { ComponentChildren } from 'preact';
import { levelsOf } from '@/lib/annotation/levels.ts';
import type { Annotation } from '@/lib/annotation/schema.ts';
import { type SpannedMark, segmentsOf } from '@/lib/annotation/segments.ts';

type Props = {
  text: string;
  /** The displayed stretch, as UTF-16 offsets into the text. */
  from: number;
  to: number;
  marks: SpannedMark[];
  choose: (annotation: Annotation) => void;
};

/**
 * A stretch of a text with its marks. Neighbouring marks look different, as on the page. Overlapping marks are nested
 * elements, and a click selects the innermost, which is the newest.
 */
export function MarkedText({ text, from, to, marks, choose }: Props) {
  const levels = levelsOf(marks.map(({ start, end, annotation: { color } }) => ({ start, end, color })));
  const levelOf = new Map(marks.map(({ annotation }, i) => [annotation, levels[i]]));
  return (
    <>
      {segmentsOf(from, to, marks).map(({ start, end, annotations }) => {
        const top = annotations.at(-1);
        return annotations.reduceRight<ComponentChildren>(
          (words, annotation) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list of marks is the way by keyboard
            <mark
              key={start}
              class={`${annotation.color} level-${levelOf.get(annotation)}`}
              onClick={annotation === top ? () => choose(top) : undefined}
            >
              {words}
            </mark>
          ),
          text.slice(start, end),
        );
      })}
    </>
  );
}
