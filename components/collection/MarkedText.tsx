import type { Annotation } from '@/lib/annotation/schema.ts';
import { type SpannedMark, segmentsOf } from '@/lib/collection/segments.ts';

type Props = {
  text: string;
  /** The stretch to show, UTF-16 offsets into the text. */
  from: number;
  to: number;
  marks: SpannedMark[];
  choose: (annotation: Annotation) => void;
};

/** A stretch of a text with the marks in it; where several lie over each other, the last one's colour shows. */
export function MarkedText({ text, from, to, marks, choose }: Props) {
  return (
    <>
      {segmentsOf(from, to, marks).map(({ start, end, annotations }) => {
        const words = text.slice(start, end);
        const top = annotations.at(-1);
        return top ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list of marks is the way by keyboard
          <mark
            key={start}
            class={annotations.length > 1 ? 'several' : undefined}
            style={{ '--shade': `var(--${top.color})` }}
            onClick={() => choose(top)}
          >
            {words}
          </mark>
        ) : (
          words
        );
      })}
    </>
  );
}
