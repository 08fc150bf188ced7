import { browser } from 'wxt/browser';
import { Color } from '@/lib/annotation/schema.ts';
import type { MarkAction } from './mount.tsx';
import { placeBeside } from './place.ts';

const say = (key: string) => browser.i18n.getMessage(key as never);

type Props = {
  box: DOMRect;
  choose?: (action: MarkAction, color?: Color) => void;
  /** The code of an error to show instead of the buttons. */
  problem?: string;
};

/** The bar beside a selection: five colours, a note, a tag. */
export function Toolbar({ box, choose, problem }: Props) {
  const size = { width: problem ? 280 : 286, height: 40 };
  const { left, top } = placeBeside(box, size, { width: innerWidth, height: innerHeight });
  return (
    <div
      class="bar"
      role="toolbar"
      aria-label={say('page_toolbar')}
      style={{ left: `${left}px`, top: `${top}px` }}
    >
      {problem && <span class="problem">{say(`error_${problem}`)}</span>}
      {choose && (
        <>
          {Color.options.map((color) => (
            <button
              key={color}
              type="button"
              class={`dot ${color}`}
              data-testid={`mark-${color}`}
              title={`${say('page_highlight')} · ${say(`page_${color}`)}`}
              aria-label={`${say('page_highlight')} · ${say(`page_${color}`)}`}
              onClick={() => choose('highlight', color)}
            />
          ))}
          <span class="rule" />
          <button type="button" class="word" onClick={() => choose('note')}>
            {say('page_note')}
          </button>
          <button type="button" class="word" onClick={() => choose('tag')}>
            {say('page_tag')}
          </button>
        </>
      )}
    </div>
  );
}
