/** The length above which a script is not read, because it is a library. */
const LONGEST = 20_000;

/**
 * The value that a script writes into the page behind a label, as old sites do: `var t = "2023-02-02"` with
 * `document.write("发布时间：" + t)`. `label` is the source of a pattern. The script is never run.
 */
export function writtenValue(doc: Document, label: string): string | null {
  const code = [...doc.querySelectorAll('script:not([src])')]
    .map(({ textContent }) => (textContent!.length > LONGEST ? '' : textContent))
    .join('\n');
  const [, name, isCut] =
    new RegExp(`document\\.write.{0,200}(?:${label})[:：][^"']{0,20}["'] *\\+ *(\\w+)(\\.sub)?`).exec(code) ??
    [];
  const value = name && new RegExp(`\\b${name} *= *["']([^"'<>]{2,40})["']`).exec(code)?.[1];
  // A day is often cut from a moment: t.substring(0, 10).
  return value ? (isCut ? value.slice(0, 10) : value) : null;
}
