import type { Annotation } from '@/lib/annotation/schema.ts';
import { segmentsOf } from '@/lib/collection/segments.ts';

/** The text as captured, with its marks: there even when the page is gone. */
export function CapturedReader({
  text,
  sha256,
  annotations,
}: {
  text: string;
  sha256: string;
  annotations: Annotation[];
}) {
  return (
    <div class="reader" data-testid="captured-text">
      {segmentsOf(text.length, sha256, annotations).map(({ start, end, annotations: own }) => {
        const words = text.slice(start, end);
        const color = own.at(-1)?.color;
        return color ? (
          <mark key={start} style={{ '--shade': `var(--${color})` }}>
            {words}
          </mark>
        ) : (
          words
        );
      })}
    </div>
  );
}
