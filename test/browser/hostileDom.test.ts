import { afterEach, expect, test } from 'vitest';
import { anchor, describe as describeRange, indexText, rangeAt } from '@/lib/annotation/index.ts';
import { revealRange } from '@/lib/app/annotator/reveal.ts';
import { isEditable } from '@/lib/app/annotator/selection.ts';

afterEach(() => document.body.replaceChildren());

/**
 * Properties of elements that the extension reads. In a form, a field with such a name replaces the form's own
 * property.
 */
const NAMES = [
  ...[
    'parentNode',
    'parentElement',
    'previousSibling',
    'nextSibling',
    'firstChild',
    'childNodes',
    'children',
  ],
  ...['tagName', 'nodeName', 'nodeType', 'textContent', 'shadowRoot', 'ownerDocument', 'getRootNode'],
  ...['isConnected', 'contains', 'closest', 'matches', 'compareDocumentPosition', 'scrollHeight', 'length'],
];

/**
 * A page with its words in a form that has a field for each of these names. Some portals put the whole page in one
 * form.
 */
function formPage(words: string) {
  const form = document.createElement('form');
  for (const name of NAMES) {
    const field = document.createElement('input');
    field.name = name;
    form.append(field);
  }
  const p = document.createElement('p');
  const inline = document.createElement('b');
  inline.append(words.slice(4));
  p.append(words.slice(0, 4), inline);
  form.append(p, '表单里的散字');
  document.body.replaceChildren(form);
  return { form, p };
}

test('fields named like members of the DOM lead nobody astray', () => {
  const words = '各镇要在月底前报送水闸检查结果';
  const { form, p } = formPage(words);
  expect(form.parentNode).toBeInstanceOf(HTMLInputElement);
  const range = new Range();
  range.selectNodeContents(p);
  const selectors = describeRange(range, indexText(document.body));
  expect(selectors).toHaveLength(3);
  formPage(words);
  const { state, range: place } = anchor(selectors, indexText(document.body));
  expect(state).toBe('found');
  expect(rangeAt(place!).toString()).toBe(words);
  revealRange(rangeAt(place!));
  expect(isEditable(form)).toBe(false);
});

test('a selection that begins at a form itself is described', () => {
  const { form } = formPage('各镇要在月底前报送水闸检查结果');
  const range = new Range();
  range.selectNodeContents(form);
  const [quote] = describeRange(range, indexText(document.body));
  expect(quote).toMatchObject({ exact: '各镇要在月底前报送水闸检查结果表单里的散字' });
});

test('text that only repeats itself and text without end are read in one pass', () => {
  const p = document.createElement('p');
  // Two million characters, so that an algorithm of quadratic time would not finish.
  p.append('同'.repeat(2_000_000), '这里有一句不同的话。', '同'.repeat(1000));
  document.body.replaceChildren(p);
  const range = new Range();
  range.setStart(p.childNodes[1]!, 2);
  range.setEnd(p.childNodes[1]!, 6);
  const selectors = describeRange(range, indexText(document.body));
  p.prepend('前面多了一句。');
  const { state, range: place } = anchor(selectors, indexText(document.body));
  expect(state).toBe('found');
  expect(rangeAt(place!).toString()).toBe('有一句不');
});
