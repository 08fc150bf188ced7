import './Tabs.css';
import type { ComponentChildren } from 'preact';

type Props<T extends string> = {
  label: string;
  tabs: [id: T, words: string][];
  chosen: T;
  choose: (id: T) => void;
};

/** A row of tabs. The arrow keys move between tabs (ARIA Authoring Practices, Tabs). */
export function Tabs<T extends string>({ label, tabs, chosen, choose }: Props<T>) {
  const step = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const at = (tabs.findIndex(([id]) => id === chosen) + by + tabs.length) % tabs.length;
    choose(tabs[at]![0]);
    (event.currentTarget.children[at] as HTMLElement).focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={step}>
      {tabs.map(([id, words]) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-controls={id === chosen ? `panel-${id}` : undefined}
          data-testid={`tab-${id}`}
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

/** The content of the chosen tab. */
export function TabPanel({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <section class="stack" role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`}>
      {children}
    </section>
  );
}
