import { Color } from '@/lib/annotation/schema.ts';
import { type Choice, keyLabel, PAGE_KEYS } from '@/lib/app/annotator/keys.ts';
import { colorName, type MessageKey, t } from '@/lib/app/i18n.ts';
import type { MarkAction } from '@/lib/messages/schema.ts';

// Builds the elements directly, because using Preact would load a library into the page for two small bars.

const ACTIONS: [MarkAction, MessageKey][] = [
  ['note', 'page_note'],
  ['tag', 'page_tag'],
  ['task', 'page_task'],
  ['cite', 'page_cite'],
];

function button(doc: Document, name: string, words: string, run: () => void): HTMLButtonElement {
  const made = doc.createElement('button');
  made.type = 'button';
  made.className = name;
  made.textContent = words;
  made.addEventListener('click', run);
  return made;
}

function bar(doc: Document, role: string, label: string, ...parts: Element[]): HTMLElement {
  const made = doc.createElement('div');
  made.className = 'bar';
  made.setAttribute('role', role);
  if (label) made.setAttribute('aria-label', label);
  made.append(...parts);
  return made;
}

/**
 * The toolbar beside a selection: colours, note, tags, task, citation. `refusal` says why no marks can be made, and is
 * null where they can. If it is not null, the toolbar shows only this reason and the citation.
 */
export function toolbar(
  doc: Document,
  last: Choice,
  meaningOf: (color: Color) => string,
  choose: (choice: Choice) => void,
  refusal: string | null,
): HTMLElement {
  const offer = (name: string, label: string, words: string, choice: Choice) => {
    const made = button(doc, name, words, () => choose(choice));
    const key = keyLabel(choice);
    made.title = `${label} (${key})`;
    made.setAttribute('aria-keyshortcuts', key);
    // The button of a colour shows only the digit that is its key. So screen readers get the label as the name of the
    // button.
    if (choice.action === 'highlight') made.setAttribute('aria-label', label);
    return made;
  };
  const words = ACTIONS.filter(([action]) => refusal === null || action === 'cite').map(([action, key]) =>
    offer('word', t(key), t(key), { action, color: last.color }),
  );
  if (refusal !== null) {
    const said = doc.createElement('span');
    said.textContent = refusal;
    return bar(doc, 'toolbar', t('page_toolbar'), said, ...words);
  }
  const rule = doc.createElement('span');
  rule.className = 'rule';
  return bar(
    doc,
    'toolbar',
    t('page_toolbar'),
    ...Color.options.map((color) =>
      offer(
        `dot ${color}`,
        `${t('page_highlight')} · ${colorName(color, meaningOf(color))}`,
        keyLabel({ action: 'highlight', color }),
        { action: 'highlight', color },
      ),
    ),
    rule,
    ...words,
  );
}

/** A message that shows in place of the toolbar, with a button if `act` is given. */
export function notice(doc: Document, words: string, act?: { label: string; run: () => void }): HTMLElement {
  const said = doc.createElement('span');
  said.textContent = words;
  // The message needs no status role, because the element around it announces it to screen readers.
  return bar(doc, 'group', '', said, ...(act ? [button(doc, 'word strong', act.label, act.run)] : []));
}

/** A list of all keys that work on the page, by when they work. It shows in place of the toolbar. */
export function keySheet(doc: Document): HTMLElement {
  const made = bar(doc, 'group', t('page_keys'));
  made.classList.add('sheet');
  for (const [when, rows] of PAGE_KEYS) {
    const heading = doc.createElement('p');
    heading.textContent = t(when);
    const list = doc.createElement('dl');
    for (const [label, ...keys] of rows) {
      const [name, value] = [doc.createElement('dt'), doc.createElement('dd')];
      name.textContent = t(label);
      for (const key of keys) {
        const shown = doc.createElement('kbd');
        shown.textContent = key;
        value.append(shown);
      }
      list.append(name, value);
    }
    made.append(heading, list);
  }
  return made;
}
