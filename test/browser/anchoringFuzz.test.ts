import { expect, test } from 'vitest';
import { anchorAll, draftFrom, indexText, locateQuote, type Place } from '@/lib/annotation/index.ts';
import { article, between, chrome, seeded } from '@/scripts/bench/anchor/article.mjs';
import { change, fateOf, passages, placesAfter, textsOf } from '@/scripts/bench/anchor/edits.mjs';

type Random = () => number;

/** Shows an article on a page, between the texts around it. Splits each paragraph into two text nodes. */
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
/** The number of edited articles. Each has up to some dozens of edits, and twelve marked passages. */
const ROUNDS = 3000;
/** The number of UTF-16 units at the beginning of the article that the page repeats above it. */
const LEAD = 40;

/**
 * `byChance`: an edit removed the words of the passage, but inserted the same words elsewhere. No program could tell
 * the difference.
 */
type Wrong = { seed: number; words: string; fate: string; carried: boolean; byChance: boolean };

const saysOnce = (text: string, words: string) =>
  text.includes(words) && text.indexOf(words) === text.lastIndexOf(words);

/**
 * Marks passages of one article, edits the article, and looks for the marks. Returns how many were found, and which
 * were found in a wrong place.
 */
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
      // The text above the article repeats the article's beginning, so a passage may also be found there.
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
  // Checks that marks are found at all. Otherwise the lines above would prove nothing.
  expect(found).toBeGreaterThan(rounds.length * 12);
});
