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
.bar { display: flex; align-items: center; gap: 4px 6px; min-height: 40px; max-width: 96vw; padding: 0 8px; }
@media (max-width: 460px) { .bar { flex-wrap: wrap; padding: 4px 8px; } }
.rule { width: 1px; height: 20px; background: var(--line); margin: 0 2px; }
button { appearance: none; border: 0; background: none; color: inherit; cursor: pointer; padding: 0; white-space: nowrap; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.dot {
  width: 24px; height: 24px; border-radius: 50%; border: 1px solid rgb(0 0 0 / .25); background: var(--shade);
  color: #2b2623; font-size: 11px; line-height: 1;
  /* The button's colour tells which mark it makes, so forced colours must not replace that colour. */
  forced-color-adjust: none;
}
.dot:hover { outline: 2px solid var(--ink); outline-offset: 1px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sheet { display: block; width: 420px; padding: 10px 14px; max-height: calc(100vh - 16px); overflow: auto; }
.sheet p { margin: 8px 0 4px; color: var(--quiet); font-size: 12px; }
.sheet p:first-child { margin-top: 0; }
dl { display: grid; grid-template-columns: 1fr 1fr; align-items: center; gap: 3px 18px; margin: 0; }
dd { margin: 0; display: flex; flex-wrap: wrap; gap: 3px; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 5px; font-size: 12px; background: var(--wash); }
@media (prefers-contrast: more) {
  .bar { --paper: #fff; --ink: #000; --line: #000; --quiet: #000; --accent: #8a1409; }
  .dot { border-color: #000; }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  .bar { --paper: #000; --ink: #fff; --line: #fff; --quiet: #fff; --accent: #ffb0a5; }
}
@media (forced-colors: active) {
  .bar { border-color: CanvasText; }
  .word { border: 1px solid ButtonBorder; }
}
${colorClassesCss}
.word { padding: 3px 8px; border-radius: 5px; }
.word:hover { background: color-mix(in srgb, var(--ink) 9%, transparent); }
.strong { color: var(--accent); font-weight: 600; }
`;
