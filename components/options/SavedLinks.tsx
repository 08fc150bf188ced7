import { t } from '@/lib/app/i18n.ts';
import { useSettings } from '@/lib/app/useSettings.ts';

/** Switches the marks of links to saved articles on and off, and says what a page can see of them. */
export function SavedLinks() {
  const { settings, change } = useSettings();
  return (
    <section class="stack">
      <label class="row">
        <input
          type="checkbox"
          data-testid="marks-saved-links"
          checked={settings.marksSavedLinks}
          onChange={({ currentTarget }) => change({ marksSavedLinks: currentTarget.checked })}
        />
        {t('marksSavedLinks')}
      </label>
      <p class="quiet">{t('savedLinksWhy')}</p>
    </section>
  );
}
