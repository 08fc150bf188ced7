// @vitest-environment jsdom
import '../test/support/interface.ts';

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComponentChild, render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ArticleFacts } from '@/components/article/ArticleFacts.tsx';
import { OtherCopies } from '@/components/article/OtherCopies.tsx';
import { MarkedText } from '@/components/marks/MarkedText.tsx';
import { Chip } from '@/components/ui/Chip.tsx';
import { Link } from '@/components/ui/Link.tsx';
import { Markdown } from '@/components/ui/Markdown.tsx';
import { answerMessages } from '@/lib/app/background/router.ts';
import { showPlain } from '@/lib/app/showPlain.ts';
import { readArticle } from '@/lib/article/index.ts';
import { Article } from '@/lib/article/schema.ts';
import { fromOwn } from '@/lib/messages/fromOwn.ts';
import { fromPages } from '@/lib/messages/fromPages.ts';
import { plainText } from '@/lib/record/plainText.ts';
import { readText } from '@/lib/tasks/index.ts';
import { TextReading } from '@/lib/tasks/schema.ts';
import { backgroundForTest } from '../test/support/background.ts';
import { numbers } from '../test/support/officialese.ts';
import { sampleAnnotation, sampleReading } from '../test/support/samples.ts';
import { spent } from '../test/support/spent.ts';

// The seed is fixed, so that a failure can be repeated. `npm run fuzz` runs longer and with other seeds.
const SEED = Number(process.env.FUZZ_SEED ?? 20250304);
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0);
/** The CPU time allowed for one input, in milliseconds. The limit is far above the usual time. */
const HANGS = 5_000;
const LIMIT = { timeout: 180_000 + SECONDS * 1000 };

/**
 * Runs `once` at least `least` times, and continues until SECONDS have passed. The error names the input that failed.
 */
async function repeat(least: number, once: (random: (bound: number) => number) => unknown) {
  const end = Date.now() + SECONDS * 1000;
  for (let i = 0; i < least || Date.now() < end; i++) {
    const from = spent();
    try {
      await once(numbers(SEED + i));
    } catch (error) {
      throw new Error(`input ${SEED + i}: ${(error as Error).stack}`);
    }
    expect(spent() - from, `input ${SEED + i} hangs`).toBeLessThan(HANGS);
  }
}

const HOSTILE = [
  '<script>globalThis.hacked = true</script>',
  '<img src=x onerror="globalThis.hacked = true">',
  '"><svg onload=alert(1)>',
  '[甲](javascript:alert(1))',
  '![乙](https://attacker.example/a.png)',
  '<https://a.example/<b>>',
  '&lt;b&gt;&#0;',
  '\u202E管网\u202C',
  '\u200B\uFEFF\u2066',
  '\0\x1B[31m',
  '\uD800',
  '>'.repeat(3000),
  '1. '.repeat(3000),
  '*a_'.repeat(2000),
  '`'.repeat(500),
  '['.repeat(800),
  '一要'.repeat(400),
  '（一）\n',
  '=cmd|/c calc',
  '# 题\n- [ ] 项\n\n| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 |',
  '王'.repeat(5000),
  '',
  ' \n\t',
];
type Random = (bound: number) => number;
const pick = <T,>(random: Random, all: T[]): T => all[random(all.length)]!;
const words = (random: Random): string =>
  Array.from({ length: 1 + random(4) }, () => pick(random, HOSTILE)).join(
    pick(random, ['', ' ', '\n', '\n\n']),
  );

const pages = readdirSync('test/pages').map((name) =>
  readFileSync(join('test/pages', name, 'source.html'), 'utf8'),
);

/** A page in which pieces of HTML were removed, doubled or moved, and hostile pieces were inserted. */
function mutated(random: Random): string {
  let html = pick(random, pages);
  for (let i = 1 + random(12); i > 0; i--) {
    const at = random(html.length);
    const length = random(random(4) ? 60 : 2000);
    const piece = html.slice(at, at + length);
    const rest = html.slice(0, at) + html.slice(at + length);
    const to = random(rest.length + 1);
    const put = pick(random, [
      '',
      piece,
      piece + piece,
      pick(random, HOSTILE),
      '<div>'.repeat(random(300)),
      '</p></div>',
      '<table>',
    ]);
    html = rest.slice(0, to) + put + rest.slice(to);
  }
  return html;
}

test('a page in whatever state is read, and every span of its tasks is within its text', LIMIT, () =>
  repeat(25, (random) => {
    const doc = new DOMParser().parseFromString(mutated(random), 'text/html');
    const url = 'https://www.qingshan.example/zw/1.html';
    const article = readArticle(doc, { url, now: new Date('2025-05-06T01:00:00Z') });
    expect(Article.safeParse(article).error).toBeUndefined();
    const reading = readText(article.text, article);
    expect(TextReading.safeParse(reading).error).toBeUndefined();
    const spans: { start: number; end: number }[] = [];
    JSON.stringify(reading, (_, value) => {
      if (typeof value?.start === 'number' && typeof value?.end === 'number') spans.push(value);
      return value;
    });
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(article.text.length);
    }
  }),
);

/** A random value of any type that a message can contain. */
function anything(random: Random, depth = 0): unknown {
  const simple = [
    null,
    true,
    -1,
    0,
    1e308,
    '',
    'constructor',
    '__proto__',
    words(random),
    crypto.randomUUID(),
  ];
  if (depth > 3 || random(3) === 0) return pick(random, simple);
  if (random(2)) return Array.from({ length: random(4) }, () => anything(random, depth + 1));
  const names = [
    'id',
    'draft',
    'patch',
    'target',
    'tabId',
    'articleId',
    'canonicalUrl',
    'highlights',
    'text',
    '__proto__',
    'selector',
  ];
  return Object.fromEntries(
    Array.from({ length: random(6) }, () => [pick(random, names), anything(random, depth + 1)]),
  );
}

test(
  'a message of whatever shape gets an answer of its form or none, and changes nothing',
  LIMIT,
  async () => {
    const own = backgroundForTest();
    answerMessages(own, 'AUTHOR');
    own.fake.open(1, 'https://attacker.example/1');
    const names = [
      ...Object.keys(fromPages),
      ...Object.keys(fromOwn),
      'constructor',
      '__proto__',
      'toString',
      '',
    ];
    await repeat(300, async (random) => {
      const raw = pick(random, [
        { pizhu: pick(random, names), request: anything(random) },
        { pizhu: anything(random), request: anything(random) },
        anything(random),
      ]);
      const name = (raw as { pizhu?: unknown } | null)?.pizhu;
      const reply = await (random(2)
        ? own.fake.send(
            {
              id: 'pizhuextension',
              url: 'https://attacker.example/1',
              origin: 'https://attacker.example',
              frameId: 0,
              tab: { id: 1, url: 'https://attacker.example/1' },
            },
            raw,
          )
        : own.fake.send(
            {
              id: pick(random, ['pizhuextension', 'another']),
              url: pick(random, ['chrome-extension://pizhuextension/popup.html', 'https://a.example/', '']),
            },
            raw,
          ));
      if (reply !== 'silence') expect([true, false]).toContain((reply as { ok: boolean }).ok);
      if (typeof name !== 'string' || !names.includes(name)) expect(reply).toBe('silence');
    });
    expect(own.fake.created).toEqual([]);
  },
);

afterEach(() => render(null, document.body));
showPlain();

const facts = (random: Random) => ({
  ...sampleReading({
    title: words(random),
    source: words(random),
    keywords: [words(random), words(random)],
    publishedAt: null,
  }).article,
});
const nothing = () => {};

/** Views that show hostile words in every place where words come from a page, a file or a person. */
const VIEWS: ((random: Random) => ComponentChild)[] = [
  (random) => <Markdown text={words(random)} />,
  (random) => <Chip title={words(random)}>{words(random)}</Chip>,
  (random) => (
    <Link url={pick(random, ['javascript:alert(1)', words(random), 'https://a.example/'])}>
      {words(random)}
    </Link>
  ),
  (random) => (
    <ArticleFacts article={facts(random)} view={pick(random, ['popup', 'panel'])} most={9} cite={nothing} />
  ),
  (random) => (
    <OtherCopies
      copies={[
        {
          id: crypto.randomUUID(),
          title: words(random),
          host: words(random),
          capturedAt: '2025-03-04T01:30:00.000Z',
          shown: false,
        },
      ]}
      open={nothing}
      show={nothing}
    />
  ),
  (random) => {
    const text = words(random);
    const end = random(text.length + 1);
    const annotation = sampleAnnotation(text.slice(0, end), [], null);
    const marks = end ? [{ start: 0, end, annotation }] : [];
    return <MarkedText text={text} from={0} to={text.length} marks={marks} choose={nothing} />;
  },
];

test('no words become markup, whatever they are and wherever they show', LIMIT, () => {
  const warned = vi.spyOn(console, 'error');
  return repeat(150, (random) => {
    render(pick(random, VIEWS)(random), document.body);
    expect(
      document.querySelector(
        'script, img[src*="x"], img[src*="attacker"], iframe, object, embed, svg[onload], style, form',
      ),
    ).toBeNull();
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name, value).not.toMatch(/^on/);
        if (name === 'href') expect(value).toMatch(/^(https?:|mailto:)/i);
        else expect(value).toBe(plainText(value));
      }
    expect(document.body.textContent).toBe(plainText(document.body.textContent!));
    expect(warned).not.toHaveBeenCalled();
    render(null, document.body);
    expect('hacked' in globalThis).toBe(false);
  });
});
