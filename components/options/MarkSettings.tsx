import '../ui/Swatches.css';
import { COLOR_IDS } from '@/lib/annotation/colors.ts';
import { t } from '@/lib/app/i18n.ts';
import { useSettings } from '@/lib/app/useSettings.ts';
import { LONGEST_MEANING } from '@/lib/record/settings.ts';

/** Edits the person's meaning of each colour, and whether marks are printed. */
export function MarkSettings() {
  const { settings, change } = useSettings();
  const { colorMeanings, printsMarks } = settings;
  return (
    <section class="stack" id="marks">
      <h2>{t('markSettings')}</h2>
      <p class="quiet">{t('colorMeanings')}</p>
      {COLOR_IDS.map((color) => (
        <label key={color} class="row meaning">
          <span class={`swatch ${color}`} aria-hidden="true" />
          <span>{t(`color_${color}`)}</span>
          <input
            maxLength={LONGEST_MEANING}
            spellcheck={false}
            data-testid={`meaning-${color}`}
            value={colorMeanings[color] ?? ''}
            placeholder={t('meaningPlaceholder')}
            onChange={({ currentTarget }) =>
              change({ colorMeanings: { ...colorMeanings, [color]: currentTarget.value } })
            }
          />
        </label>
      ))}
      <label class="row">
        <input
          type="checkbox"
          data-testid="prints-marks"
          checked={printsMarks}
          onChange={({ currentTarget }) => change({ printsMarks: currentTarget.checked })}
        />
        {t('printsMarks')}
      </label>
    </section>
  );
}
