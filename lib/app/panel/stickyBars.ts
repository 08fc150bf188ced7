/** Measures the bars beside a list that stick to the edges of the window: those above the list, and those below it. */
export function stickyBars(list: Element | null): { above: DOMRect[]; below: DOMRect[] } {
  const beside = [...(list?.parentElement?.children ?? [])];
  const at = beside.indexOf(list!);
  const sticky = (elements: Element[]) =>
    elements
      .filter((one) => getComputedStyle(one).position === 'sticky')
      .map((one) => one.getBoundingClientRect());
  return { above: sticky(beside.slice(0, at)), below: sticky(beside.slice(at + 1)) };
}
