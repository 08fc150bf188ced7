import './Swatches.css';
import { COLOR_IDS, type ColorId } from '@/lib/annotation/colors.ts';
import { t } from '@/lib/app/i18n.ts';

/** The colours of marks, one of them chosen. */
export function Swatches({ chosen, choose }: { chosen: ColorId | null; choose: (color: ColorId) => void }) {
  return (
    <>
      {COLOR_IDS.map((color) => (
        <button
          key={color}
          type="button"
          class={`swatch ${color}`}
          title={t(`color_${color}`)}
          aria-label={t(`color_${color}`)}
          aria-pressed={color === chosen}
          onClick={() => choose(color)}
        />
      ))}
    </>
  );
}
