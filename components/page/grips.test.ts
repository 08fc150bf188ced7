// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import { trusted } from '@/test/support/trusted.ts';
import { mountGrips } from './grips.ts';

afterEach(() => void vi.restoreAllMocks());

test('a person drags the end of a mark, and a script of the page does not', () => {
  // The handles are in closed shadow trees, so the test takes note of them as they are made.
  const roots: ShadowRoot[] = [];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  const stretcher = vi.fn(() => () => null);
  const grips = mountGrips(document, { stretcher, light: () => {} } as unknown as PageActions, () => {});
  const range = document.createRange();
  range.getClientRects = () => [] as unknown as DOMRectList;
  grips.show('a', range);
  const [start, end] = roots.map((root) => root.querySelector<HTMLElement>('.grip')!);
  for (const grip of [start!, end!]) grip.setPointerCapture = () => {};
  start!.dispatchEvent(new MouseEvent('pointerdown'));
  expect(stretcher).not.toHaveBeenCalled();
  start!.dispatchEvent(trusted(new MouseEvent('pointerdown')));
  end!.dispatchEvent(trusted(new MouseEvent('pointerdown')));
  expect(stretcher.mock.calls).toEqual([
    ['a', 'start'],
    ['a', 'end'],
  ]);
  grips.close();
  start!.dispatchEvent(trusted(new MouseEvent('pointerdown')));
  expect(stretcher).toHaveBeenCalledTimes(2);
});
