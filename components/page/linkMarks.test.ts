// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mountLinkMarks } from './linkMarks.ts';

let shadow: ShadowRoot;
beforeEach(() => {
  const attach = Element.prototype.attachShadow;
  // Keeps the closed shadow root for the test, because no property of the element gives access to it.
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    shadow = attach.call(this, init);
    return shadow;
  });
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(400);
});
afterEach(() => vi.restoreAllMocks());

const host = () => document.documentElement.lastElementChild as HTMLElement;
const dots = () =>
  [...shadow.querySelectorAll<HTMLElement>('i')].map(({ className, style }) => [className, style.transform]);

test('each link has a dot at its corner, and only those of saved links are seen', () => {
  const { draw, end } = mountLinkMarks(document, () => {});
  draw([
    { x: 100, y: 10, saved: true },
    { x: 399, y: 30, saved: false },
  ]);
  expect(dots()).toEqual([
    ['saved', 'translate(98px, 8px)'],
    ['', 'translate(392px, 28px)'],
  ]);
  draw([]);
  expect(dots()).toEqual([]);
  end();
  expect(shadow.host.isConnected).toBe(false);
});

test('the page finds the same element whether or not a link is saved', () => {
  const seen = [[], [{ x: 9, y: 9, saved: false }], [{ x: 9, y: 9, saved: true }]].map((places) => {
    const { draw, end } = mountLinkMarks(document, () => {});
    draw(places);
    const { localName, shadowRoot, outerHTML } = host();
    end();
    return [shadowRoot, outerHTML.replaceAll(localName, 'name')];
  });
  expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(seen[0]![0]).toBeNull();
});
