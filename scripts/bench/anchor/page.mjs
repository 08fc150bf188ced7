// Runs in the browser: builds the page, lets a library describe and anchor passages of the page, and judges the
// results.
import { article, chrome, pick, seeded } from './article.mjs';
import {
  change,
  fateOf,
  fewWords,
  isSaidOnce,
  passages,
  placesAfter,
  rewrite,
  textsOf,
  untouched,
} from './edits.mjs';
import { tools } from './tools.mjs';
import { traditional } from './traditional.mjs';

export { painting } from './painting.mjs';

const element = (name, ...children) => {
  const one = document.createElement(name);
  for (const child of children) one.append(child);
  return one;
};

/**
 * Makes a paragraph in which some words are in inline elements, as on real pages. So its text is spread over several
 * nodes.
 */
function paragraphElement(random, text) {
  const parts = [];
  for (let rest = text; rest; ) {
    const size = random() < 0.5 ? rest.length : 1 + Math.floor(random() * rest.length);
    const part = rest.slice(0, size);
    parts.push(random() < 0.3 ? element(pick(random, ['b', 'span', 'a']), part) : part);
    rest = rest.slice(size);
  }
  return element('p', ...parts);
}

/** Builds the page, and returns its text nodes with their offsets in the article. */
function build(random, paragraphs, around) {
  const lines = (words) => words.flatMap((one) => [element('div', one), '\n']);
  const main = element('main');
  for (const text of paragraphs) main.append(paragraphElement(random, text), '\n    ');
  document.body.replaceChildren(...lines(around.before), main, '\n', ...lines(around.after));
  const starts = new Map();
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    starts.set(node, at);
    if (node.data.trim()) at += node.length;
  }
  return { main, starts };
}

function rangeOf({ starts }, { start, end }) {
  const range = document.createRange();
  for (const [node, at] of starts) {
    if (!node.data.trim()) continue;
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    if (end > at && end <= at + node.length) {
      range.setEnd(node, end - at);
      break;
    }
  }
  return range;
}

/** The offset in the article of a range boundary; null outside the article. */
function offsetOf({ main, starts }, node, offset) {
  const start = starts.get(node);
  if (start !== undefined) return node.data.trim() ? start + offset : start;
  if (!main.contains(node)) return null;
  const before = document.createRange();
  before.setStart(main, 0);
  before.setEnd(node, offset);
  return before.toString().replace(/\s/g, '').length;
}

const unchanged = (text) => text;

const SCENARIOS = {
  unchanged: { share: 0, chrome: false },
  edited: { share: 0.1, chrome: false },
  chrome: { share: 0, chrome: true },
  both: { share: 0.1, chrome: true },
  traditional: { share: 0, chrome: false, write: traditional },
  rewritten: { rewrites: true, chrome: false },
};

/**
 * Compares the found places with the true places. `isUnique` tells whether the words of a passage occur only once on
 * the page. Where they occur twice, no found place counts as right.
 */
function judge(page, places, spans, found, isUnique) {
  const count = {};
  const add = (name) => {
    count[name] = (count[name] ?? 0) + 1;
  };
  spans.forEach((span, i) => {
    const { fate: byPlace, start, end } = fateOf(places, span);
    const fate = byPlace === 'kept' && !isUnique(span) ? 'torn' : byPlace;
    add(fate);
    const place = found[i]?.range === undefined ? found[i] : found[i].range;
    const state = place ? (found[i].state ?? 'found') : 'missing';
    if (state === 'missing') {
      add(`${fate} missed`);
      return;
    }
    const from = offsetOf(page, place.startContainer, place.startOffset);
    const to = offsetOf(page, place.endContainer, place.endOffset);
    // For an edited passage, the found place must overlap the true place by at least 70% of the two together.
    const shared = Math.min(to ?? -1, end) - Math.max(from ?? 0, start);
    const whole = Math.max(to ?? 0, end) - Math.min(from ?? 0, start);
    const right =
      from !== null &&
      to !== null &&
      (fate === 'kept' ? from === start && to === end : fate === 'edited' && shared >= 0.7 * whole);
    add(`${fate} ${right ? 'right' : 'wrong'} ${state}`);
  });
  return count;
}

/** Runs one library with one seed. Returns milliseconds and counts for each scenario. `count` passages are marked. */
export async function run({ tool, seed, bytes, count, scenarios }) {
  const { describe, tie, anchor } = tools[tool];
  const random = seeded(seed);
  const paragraphs = article(random, bytes);
  const text = paragraphs.join('');
  const spans = passages(random, paragraphs, count);
  const lead = paragraphs[0].slice(0, 60);
  const old = chrome(random, lead);
  const first = build(random, paragraphs, old);
  const ranges = spans.map((span) => rangeOf(first, span));
  let from = performance.now();
  const described = await describe(ranges);
  const result = { describe: performance.now() - from, characters: text.length, scenarios: {} };
  const few = fewWords(seeded(seed + 5), paragraphs);
  const fewDescribed = scenarios.includes('rewritten')
    ? await describe(few.map((span) => rangeOf(first, span)))
    : [];
  const captured = paragraphs.join('\n');
  from = performance.now();
  tie?.(described, captured);
  result.tie = performance.now() - from;
  tie?.(fewDescribed, captured);
  const around = { false: old, true: chrome(seeded(seed + 77), lead) };
  for (const name of scenarios) {
    const scenario = SCENARIOS[name];
    const seedOf = seeded(seed * 31 + name.length);
    const { rewrites = false, write = unchanged } = scenario;
    const marked = rewrites ? few : spans;
    const changed = rewrites
      ? rewrite(seedOf, paragraphs, few)
      : scenario.share
        ? change(seedOf, paragraphs, scenario.share)
        : untouched(paragraphs);
    const { before, after } = around[scenario.chrome];
    const page = build(name === 'unchanged' ? seeded(seed) : seedOf, textsOf(changed).map(write), {
      before: before.map(write),
      after: after.map(write),
    });
    const places = placesAfter(changed, text.length);
    // Copies the descriptions, because a library may attach data to them. Forces the layout before the clock starts, so
    // that the layout is not measured.
    const kept = structuredClone(rewrites ? fewDescribed : described);
    const whole = document.body.textContent;
    const once = ({ start, end }) => !rewrites || isSaidOnce(whole, text.slice(start, end));
    document.body.getBoundingClientRect();
    from = performance.now();
    const found = await anchor(kept, captured);
    const anchorTime = performance.now() - from;
    result.scenarios[name] = { anchor: anchorTime, ...judge(page, places, marked, found, once) };
  }
  return result;
}
