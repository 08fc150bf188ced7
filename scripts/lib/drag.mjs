/**
 * Selects words by dragging the mouse over the `nth` long text of the page. Returns false where the page has no such
 * text.
 */
export async function dragOverText(page, nth) {
  const line = await page.evaluate((n) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.data.trim().length > 60 ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );
    for (let i = 0; i <= n; i++) if (!walker.nextNode()) return null;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    // Scrolls to the range and not to its element, because many pages have the whole text in one element.
    scrollBy(0, range.getBoundingClientRect().top - innerHeight / 3);
    // Skips narrow boxes: the first box may contain only leading blanks.
    const box = [...range.getClientRects()].find(({ width }) => width > 200);
    return box ? { left: box.left, right: box.right, middle: (box.top + box.bottom) / 2 } : null;
  }, nth);
  if (!line) return false;
  await page.mouse.move(line.left + 80, line.middle);
  await page.mouse.down();
  await page.mouse.move(Math.min(line.left + 420, line.right), line.middle, { steps: 8 });
  await page.mouse.up();
  await new Promise((shown) => setTimeout(shown, 500));
  return true;
}
