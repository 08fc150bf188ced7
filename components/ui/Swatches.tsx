import './Swatches.css';
import { COLOR_IDS, type ColorId } from '@/lib/annotation/colors.ts';
import { keyLabel } from '@/lib/app/annotator/keys.ts';
import { colorName } from '@/lib/app/i18n.ts';
import { Editing } from './Editing.tsx';

type Props = {
  chosen: ColorId | null;
  /** The meanings that the person gave colours, by the id of the colour. */
  meanings?: Record<string, string>;
  choose: (color: ColorId) => void;
};

/** The colours of marks, one of them chosen. */
export function Swatches({ chosen, meanings = {}, choose }: Props) {
  return (
    <Editing>
      {COLOR_IDS.map((color) => (
        <button
          key={color}
          type="button"
          class={`swatch ${color}`}
          title={colorName(color, meanings[color])}
          aria-label={colorName(color, meanings[color])}
          aria-pressed={color === chosen}
          onClick={() => choose(color)}
        >
          <span aria-hidden="true">{keyLabel({ action: 'highlight', color })}</span>
        </button>
      ))}
    </Editing>
  );
}
