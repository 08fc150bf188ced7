import { colorClassesCss } from '@/lib/annotation/colors.ts';

/** The style of the tools on the page, inside their shadow root. */
export const pageToolsCss = `
:host { color-scheme: light dark; }
* { box-sizing: border-box; font: 13px/1.5 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.bar {
  --paper: #fffdf9; --ink: #2b2623; --line: #ddd3c7; --quiet: #6f655c; --accent: #b5362a; --wash: #f3ece1;
  color: var(--ink); background: var(--paper); cursor: default; text-align: start;
  border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 4px 18px rgb(0 0 0 / .18);
}
@media (prefers-color-scheme: dark) {
  .bar { --paper: #262220; --ink: #efe8e0; --line: #4a423c; --quiet: #b3a79b; --accent: #ee8a7d; --wash: #35302b; }
}
.bar { display: flex; align-items: center; gap: 6px; min-height: 40px; max-width: min(420px, 96vw); padding: 0 8px; }
.rule { width: 1px; height: 20px; background: var(--line); margin: 0 2px; }
button { appearance: none; border: 0; background: none; color: inherit; cursor: pointer; padding: 0; white-space: nowrap; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.dot { width: 24px; height: 24px; border-radius: 50%; border: 1px solid rgb(0 0 0 / .25); background: var(--shade); }
.dot:hover { transform: scale(1.12); }
${colorClassesCss}
.word { padding: 3px 8px; border-radius: 5px; }
.word:hover { background: color-mix(in srgb, var(--ink) 9%, transparent); }
.strong { color: var(--accent); font-weight: 600; }
`;
