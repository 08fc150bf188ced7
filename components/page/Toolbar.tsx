import { Color } from '@/lib/annotation/schema.ts';
import type { MarkAction } from '@/lib/messages/schema.ts';
import { type MessageKey, t } from '../i18n.ts';
import { type Choice, keyLabel } from './keys.ts';

const ACTIONS: [MarkAction, MessageKey][] = [
  ['note', 'page_note'],
  ['tag', 'page_tag'],
  ['task', 'page_task'],
  ['cite', 'page_cite'],
];

/** The bar beside a selection: five colours, a note, tags, a task, a citation. */
export function Toolbar({ last, choose }: { last: Choice; choose: (choice: Choice) => void }) {
  const hint = (words: string, key: string) => ({ title: `${words} (${key})`, 'aria-keyshortcuts': key });
  return (
    <div class="bar" role="toolbar" aria-label={t('page_toolbar')}>
      {Color.options.map((color) => {
        const words = `${t('page_highlight')} · ${t(`page_${color}`)}`;
        return (
          <button
            key={color}
            type="button"
            class={`dot ${color}`}
            aria-label={words}
            {...hint(words, keyLabel({ action: 'highlight', color }))}
            onClick={() => choose({ action: 'highlight', color })}
          />
        );
      })}
      <span class="rule" />
      {ACTIONS.map(([action, label]) => (
        <button
          key={action}
          type="button"
          class="word"
          {...hint(t(label), keyLabel({ action }))}
          onClick={() => choose({ action, color: last.color })}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}

/** A word to the user where the bar would be, with one thing to do about it or none. */
export function Notice({ words, act }: { words: string; act?: { label: string; run: () => void } }) {
  return (
    <div class="bar" role="status">
      <span>{words}</span>
      {act && (
        <button type="button" class="word strong" onClick={act.run}>
          {act.label}
        </button>
      )}
    </div>
  );
}
