import { expect, test } from 'vitest';
import { anchorAll, draftFrom, indexText, locateQuote, type Place } from '@/lib/annotation/index.ts';
import { article, between, chrome, seeded } from '@/scripts/bench/anchor/article.mjs';
import { change, fateOf, passages, placesAfter, textsOf } from '@/scripts/bench/anchor/edits.mjs';

type Random = () => number;

/** Shows paragraphs, each in one to three nodes, between lines of a page's frame. */
function show(random: Random, paragraphs: string[], before: string[], after: string[]) {
  const line = (text: string) => {
    const p = document.createElement('p');
    const cut = Math.floor(random() * text.length);
    const inline = document.createElement('b');
    inline.append(text.slice(cut));
    p.append(text.slice(0, cut), inline);
    return p;
  };
  document.body.replaceChildren(...[...before, ...paragraphs, ...after].map(line));
  const index = indexText(document.body);
  const lead = before.join('').length;
  const offset = (node: Node, at: number) => index.starts[index.order.get(node)!]! + at - lead;
  return {
    index,
    before: lead,
    spanOf: (place: Place) => ({
      start: offset(place.startContainer, place.startOffset),
      end: offset(place.endContainer, place.endOffset),
    }),
    range: ({ start, end }: { start: number; end: number }) => {
      const range = document.createRange();
      const boundary = (at: number, isEnd: boolean): [Text, number] => {
        const raw = at + lead;
        const i = index.starts.findLastIndex((one) => (isEnd ? one < raw : one <= raw));
        return [index.nodes[i]!, raw - index.starts[i]!];
      };
      range.setStart(...boundary(start, false));
      range.setEnd(...boundary(end, true));
      return range;
    },
  };
}

const ABOUT = { source: 'https://example.org/', color: 'yellow', capturedText: null } as const;
const SHA = 'of the captured text';
/** Of one to some dozens of edits each, with twelve passages. */
const ROUNDS = 3000;
/** Units of the article's beginning that the page repeats above it. */
const LEAD = 40;

/** `byChance`: an edit took the words out, and what it put in their place says them too. Nobody can tell. */
type Wrong = { seed: number; words: string; fate: string; carried: boolean; byChance: boolean };

const saysOnce = (text: string, words: string) =>
  text.includes(words) && text.indexOf(words) === text.lastIndexOf(words);

/** One article, its passages, one set of edits: how many were found, and which elsewhere than the edits left them. */
function round(seed: number): { found: number; wrong: Wrong[] } {
  const random = seeded(seed);
  const paragraphs = article(random, between(random, 600, 6000));
  const spans = passages(random, paragraphs, 12);
  const text = paragraphs.join('');
  const frame = chrome(random, text.slice(0, LEAD));
  const old = show(random, paragraphs, frame.before, frame.after);
  const captured = paragraphs.join('\n');
  const marks = spans.map((span, i) => {
    const draft = draftFrom(old.range(span), old.index, ABOUT);
    const quote = draft.target.selector.find((one) => one.type === 'TextQuoteSelector')!;
    const place = locateQuote(quote, captured, true);
    return { id: String(i), target: { ...draft.target, captured: place && { sha256: SHA, ...place } } };
  });
  const changed = change(random, paragraphs, between(random, 5, 50) / 100);
  const places = placesAfter(changed, text.length);
  const around = random() < 0.5 ? frame : chrome(random, text.slice(0, LEAD));
  const now = show(random, textsOf(changed), around.before, around.after);
  const result = { found: 0, wrong: [] as Wrong[] };
  for (const texts of [new Map([[SHA, captured]]), new Map<string, string>()]) {
    const anchored = anchorAll(marks, now.index, texts);
    spans.forEach((span, i) => {
      const { state, range } = anchored.get(String(i))!;
      if (state !== 'found') return;
      result.found++;
      const { fate, start, end } = fateOf(places, span);
      const at = now.spanOf(range);
      const words = text.slice(span.start, span.end);
      const same = now.index.raw.slice(at.start + now.before, at.end + now.before) === words;
      // The lead above the article is a copy of its beginning.
      const met = fate !== 'removed' && (at.start === start || at.end === end);
      const inLead = span.end <= LEAD && at.end <= 0;
      if (same && (met || inLead)) return;
      const byChance =
        same && fate === 'removed' && saysOnce(captured, words) && saysOnce(now.index.raw, words);
      result.wrong.push({ seed, words, fate, carried: texts.size > 0, byChance });
    });
  }
  return result;
}

test('after thousands of edits, what is said to be found stands at its own words and nowhere else', () => {
  const rounds = Array.from({ length: ROUNDS }, (_, i) => round(5000 + i));
  const found = rounds.reduce((sum, one) => sum + one.found, 0);
  const wrong = rounds.flatMap((one) => one.wrong);
  expect(wrong.filter(({ byChance }) => !byChance)).toEqual([]);
  expect(wrong.length).toBeLessThan(found / 10_000);
  // Most of the marks are found: a test that nothing is found would pass the line above.
  expect(found).toBeGreaterThan(rounds.length * 12);
});
