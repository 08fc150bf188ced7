// Generates Chinese articles of about 3,000 characters from a seed. Plants the searched words in some of them, and
// similar words that must not be found.
import { between, pick, seeded } from '../anchor/article.mjs';

const LENGTH = 3000;
const CHARACTERS = 2500;
const WORDS = 20_000;

/** Words of two or three characters. Articles use the first ones more often, as natural languages do (Zipf's law). */
function lexicon(random) {
  const character = () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * CHARACTERS) * 8);
  return Array.from({ length: WORDS }, () =>
    Array.from({ length: between(random, 2, 3) }, character).join(''),
  );
}

/**
 * The searched words, each with the share of articles that contain them. The generated words have none of their
 * characters.
 */
export const PLANTED = [
  { name: 'rare', words: '鸂鶒渡口', part: 0 },
  { name: 'common', words: '驭鹿平台', part: 0.2 },
  { name: 'two characters', words: '驭鹿', part: 0.2 },
  { name: 'one character', words: '驭', part: 0.2 },
  { name: 'nine characters', words: '驭鹿平台督办事项表', part: 0.02 },
];
/** The seed from which the articles are generated. */
const SEED = 7;
PLANTED.push({ name: 'every article', words: lexicon(seeded(SEED))[0], part: 1 });

/** The number of articles that contain the rare words. */
const RARE = 5;

/** Similar words: they contain all pairs of characters of the searched words, but never the words themselves. */
const DECOYS = ['鸂鶒渡。口渡口', '鸂鶒。鶒渡口', '驭鹿平。鹿平台', '平台驭。鹿平台'];

/** Generates `count` articles, one after the other. */
export function* articles(count, seed = SEED) {
  const random = seeded(seed);
  const words = lexicon(random);
  const word = () => words[Math.floor(random() ** 3 * WORDS)];
  const rareEvery = Math.max(1, Math.floor(count / RARE));
  for (let n = 0; n < count; n++) {
    const parts = [];
    let length = 0;
    while (length < LENGTH) {
      const sentence = `${Array.from({ length: between(random, 5, 14) }, word).join('')}${pick(random, ['，', '。', '；', '。\n'])}`;
      parts.push(sentence);
      length += sentence.length;
    }
    const plant = (planted) => parts.splice(between(random, 1, parts.length), 0, planted);
    if (n % rareEvery === 3) plant('鸂鶒渡口，');
    else if (random() < 0.05) plant(`${pick(random, DECOYS.slice(0, 2))}。`);
    if (random() < 0.18) plant('驭鹿平台，');
    else if (random() < 0.1) plant(`${pick(random, DECOYS.slice(2))}。`);
    if (random() < 0.02) plant('驭鹿平台督办事项表。');
    yield {
      title: `${word()}${word()}第${n}期`,
      text: parts.join(''),
      url: `https://bench.example/${n}.html`,
    };
  }
}
