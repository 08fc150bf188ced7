import { DROPPED, nameOf } from '../page/elements.ts';

/**
 * The page count below an article whose pages are all in this document: 第1页/共3页 (page 1 of 3). A script shows one of
 * them at a time.
 */
const PAGE_COUNT = /第\s*\d+\s*[页頁][\s/／,，]*共\s*\d+\s*[页頁]/;

/**
 * Makes the test whether a hidden element is a further part of the article that a script of this page shows. Such an
 * element has the class (`kind`) of the element before it, and a count like 第1页/共3页 (page 1 of 3) is below both. Hidden
 * tabs look the same but have no such count.
 */
export function furtherPageTest(): (element: Element, kind: string | null) => boolean {
  // Looks for the count once for all elements with the same parent.
  let paged: { holder: Element; counts: boolean } | null = null;
  return ({ previousElementSibling, parentElement }, kind) => {
    let before = previousElementSibling;
    while (before && DROPPED.has(nameOf(before))) before = before.previousElementSibling;
    if (!kind || before?.getAttribute('class') !== kind || !parentElement) return false;
    if (paged?.holder !== parentElement) {
      const counts = [...parentElement.children].some(
        (child) =>
          child.getAttribute('class') !== kind && PAGE_COUNT.test((child.textContent ?? '').slice(0, 60)),
      );
      paged = { holder: parentElement, counts };
    }
    return paged.counts;
  };
}
