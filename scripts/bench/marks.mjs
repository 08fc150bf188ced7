// npm run bench:marks [-- PAGES]
// Marks two passages on each of PAGES stored pages (60 by default) with the built extension. Then edits each page in
// sixteen ways, as websites do, and counts how many marks are found again. Also prints how soon the toolbar appears
// after the pointer is released, and how long marks take.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, setUp } from '../setup.mjs';

const folder = join(root, '../shared/corpus/pages');
if (!existsSync(folder)) {
  console.log('Skipped: there is no ../shared/corpus beside the checkout.');
  process.exit(0);
}
setUp(['chromium']);
if (run('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })) process.exit(1);
const { allowHost, launchChromium } = await import('../lib/chromium.mjs');
const { servePages } = await import('../lib/server.mjs');

/**
 * The edits of a page. Each is the body of a function that runs in the page before the extension looks for the marks.
 * `words` are the marked words; `blocks` are the elements that contain them. For the edits in `GONE`, the words are no
 * longer on the page.
 */
const EDITS = {
  'nothing changed': '',
  'paragraph inserted before': `for (const b of blocks) b.before(p('新增的一段：以上内容由编辑部整理。'));`,
  'paragraph removed elsewhere': `const other = [...document.querySelectorAll('p')].find((o) => !blocks.some((b) => b.contains(o) || o.contains(b))); other?.remove();`,
  'marked paragraph moved': `for (const b of blocks) b.parentNode.append(b);`,
  'wrapped in new elements': `for (const b of blocks) { const d = document.createElement('section'); b.before(d); d.append(b); }`,
  'words split by inline elements': `each((node, at, length) => { const r = new Range(); r.setStart(node, at + (length >> 1)); r.setEnd(node, at + length); const s = document.createElement('b'); r.surroundContents(s); });`,
  'white space changed': `walk((t) => { t.data = t.data.replace(/([，。；])/g, '$1\\u3000'); });`,
  'full width to half width': `walk((t) => { t.data = t.data.replace(/[\\uff01-\\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)); });`,
  'quotation marks changed': `walk((t) => { t.data = t.data.replaceAll('“', '「').replaceAll('”', '」'); });`,
  'a neighbouring sentence rewritten': `each((node, at) => { node.data = '据有关部门最新介绍，' + node.data.slice(Math.max(0, at)); });`,
  'head and foot of the page replaced': `document.body.prepend(p('全新导航：首页 要闻 政务 服务 互动')); document.body.append(p('全新页脚：主办单位与联系方式'));`,
  'hidden text added': `const h = p('隐藏的推荐文字'); h.style.display = 'none'; for (const b of blocks) b.before(h.cloneNode(true));`,
  'body comes late': `const kept = blocks.map((b) => [b, b.parentNode, b.nextSibling]); for (const [b] of kept) b.remove(); setTimeout(() => { for (const [b, parent, next] of kept.reverse()) parent.insertBefore(b, next); }, 400);`,
  'text given a second time below': `document.body.append(p('推荐阅读：' + words[0].slice(0, 6)));`,
  'one character corrected': `each((node, at, length) => { node.replaceData(at + (length >> 1), 1, '某'); });`,
  'words deleted': `each((node, at, length) => node.deleteData(at, length));`,
};
const GONE = new Set(['words deleted']);
const ALTERED = new Set(['one character corrected']);

const helpers = (words, body) => `<script>(() => {
  const words = ${JSON.stringify(words)};
  const p = (text) => Object.assign(document.createElement('p'), { textContent: text });
  const walk = (run) => { const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (n) => /SCRIPT|STYLE/.test(n.parentNode.tagName) ? 2 : 1); const all = []; while (w.nextNode()) all.push(w.currentNode); all.forEach(run); };
  const each = (run) => { for (const one of words) { let done = false; walk((t) => { const at = t.data.indexOf(one); if (!done && at >= 0) { done = true; run(t, at, one.length); } }); } };
  const blocks = []; each((t) => { const b = t.parentNode.closest('p, div, td, li, section') ?? t.parentNode; if (!blocks.includes(b)) blocks.push(b); });
  ${body}
})();</script>`;

const most = Number(process.argv[2] ?? 60);
const pages = new Map();
const server = await servePages(folder, pages);
const chromium = await launchChromium({ extensionDir: join(root, '.output/chrome-mv3') });
const { browser, extensionId } = chromium;
await allowHost(browser, extensionId, '*://*/*');
const options = await browser.newPage();
await options.goto(`chrome-extension://${extensionId}/options.html`);
await (await options.waitForSelector('[data-testid=grant-all]')).click();
await options.waitForFunction(
  async () => (await chrome.scripting.getRegisteredContentScripts({ ids: ['stub'] })).length === 1,
  { polling: 100 },
);
const page = await browser.newPage();
await page.setRequestInterception(true);
page.on('request', (request) => {
  const own = request.url().startsWith(server.origin) || request.url().startsWith('chrome-extension:');
  void (own ? request.continue() : request.abort());
});

const painted = () =>
  page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => /^[a-z]{12}-(?!moved|light|focus)/.test(name))
      .flatMap(([, ranges]) => [...ranges])
      .map((range) => {
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString().replace(/\s/g, '').normalize('NFKC');
      }),
  );
/**
 * Waits until `expected` passages are highlighted, for at most `within` milliseconds. Returns what is highlighted then.
 */
async function settled(expected, within) {
  const end = Date.now() + within;
  let now = [];
  do {
    now = await painted().catch(() => []);
    if (now.length >= expected) return now;
    await new Promise((later) => setTimeout(later, 60));
  } while (Date.now() < end);
  return now;
}

/**
 * Selects two passages of 8 to 20 characters. Each is in a single text node, and its words occur only once on the page.
 */
const passagesOf = () =>
  page.evaluate(() => {
    const all = document.body.textContent;
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      /SCRIPT|STYLE|NOSCRIPT|TEXTAREA/.test(node.parentNode.tagName) || !node.parentElement.checkVisibility()
        ? 2
        : 1,
    );
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      if (data.trim().length < 40) continue;
      const [words] = /\p{Script=Han}{8,20}/u.exec(data.slice(10)) ?? [];
      if (words && all.split(words).length === 2) found.push(words);
    }
    return found.length < 2
      ? []
      : [found[Math.floor(found.length / 4)], found[Math.floor((found.length * 3) / 4)]];
  });

async function mark(words) {
  const box = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(wanted);
      if (at < 0) continue;
      const range = new Range();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + wanted.length);
      walker.currentNode.parentElement.scrollIntoView({ block: 'center' });
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
    window.times = {};
    addEventListener(
      'keyup',
      () => {
        window.times.released ??= performance.now();
      },
      { capture: true, once: true },
    );
    new MutationObserver(() => {
      window.times.toolbar ??= performance.now();
    }).observe(document.documentElement, { childList: true });
    addEventListener(
      'keydown',
      () => {
        window.times.key = performance.now();
        const before = [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0);
        const look = () => {
          const now = [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0);
          if (now > before) window.times.marked = performance.now();
          else requestAnimationFrame(look);
        };
        if (!window.times.marked) look();
      },
      { capture: true },
    );
    return true;
  }, words);
  if (!box) return null;
  await page.keyboard.press('Shift');
  await page.waitForFunction(() => window.times.toolbar, { timeout: 5000 }).catch(() => {});
  await page.keyboard.press('1');
  await page.waitForFunction(() => window.times.marked, { timeout: 5000 }).catch(() => {});
  return page.evaluate(() => window.times);
}

const table = Object.fromEntries(Object.keys(EDITS).map((name) => [name, { right: 0, orphan: 0, wrong: 0 }]));
const toolbar = [];
const first = [];
const later = [];
let done = 0;
for (const name of readdirSync(folder).filter((one) => one.endsWith('.html'))) {
  if (done >= most) break;
  const source = new TextDecoder(
    /charset=["']?gb/i.test(readFileSync(join(folder, name), 'latin1').slice(0, 2048)) ? 'gb18030' : 'utf-8',
  ).decode(readFileSync(join(folder, name)));
  // Removes the page's own scripts, because they would call servers that the benchmark does not have.
  const still = source.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<meta[^>]+charset[^>]*>/i, '');
  pages.set(name, still);
  const url = `${server.origin}/${name}`;
  const open = () => page.goto(url, { waitUntil: 'domcontentloaded', timeout: 15_000 });
  await open();
  await page.bringToFront();
  const words = await passagesOf();
  if (words.length < 2) continue;
  const times = [];
  for (const one of words) times.push(await mark(one));
  const wanted = words.map((one) => one.normalize('NFKC'));
  if ((await settled(2, 3000)).length < 2) continue;
  done += 1;
  const [one, two] = times;
  for (const { released, toolbar: shown } of times) if (shown) toolbar.push(shown - released);
  if (one.marked) first.push(one.marked - one.key);
  if (two.marked) later.push(two.marked - two.key);
  for (const [edit, body] of Object.entries(EDITS)) {
    pages.set(name, `${still}${helpers(words, body)}`);
    await open();
    const now = await settled(GONE.has(edit) ? 99 : 2, GONE.has(edit) ? 700 : 3000);
    const counts = table[edit];
    for (const want of wanted) {
      const isRight = now.some((got) => got === want || (ALTERED.has(edit) && likeness(got, want) > 0.7));
      if (GONE.has(edit)) counts[now.length === 0 ? 'right' : 'wrong'] += 1;
      else if (isRight) counts.right += 1;
      else counts[now.some((got) => !wanted.includes(got)) ? 'wrong' : 'orphan'] += 1;
    }
  }
}
/** The share of characters that two strings have in common, compared position by position. */
function likeness(a, b) {
  let same = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] === b[i]) same += 1;
  return same / Math.max(a.length, b.length);
}
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1]?.toFixed(0) ?? '-';
const worst = (all) => (all.length ? Math.max(...all).toFixed(0) : '-');
console.log(
  `${done} pages, two marks each\n\n| what the site did | right | orphan | wrong |\n| --- | --- | --- | --- |`,
);
for (const [edit, { right, orphan, wrong }] of Object.entries(table))
  console.log(`| ${edit} | ${right} | ${orphan} | ${wrong} |`);
console.log(`\ntoolbar after the release: median ${median(toolbar)} ms, worst ${worst(toolbar)} ms`);
console.log(
  `first mark on an unsaved page after the key: median ${median(first)} ms, worst ${worst(first)} ms`,
);
console.log(`further marks: median ${median(later)} ms, worst ${worst(later)} ms`);
const sum = (what) => Object.values(table).reduce((all, counts) => all + counts[what], 0);
const kept = Object.entries(table).filter(([edit]) => !GONE.has(edit));
const figures = {
  pages: done,
  right: sum('right'),
  orphan: sum('orphan'),
  wrong: sum('wrong'),
  toolbarMs: Number(median(toolbar)),
  firstMarkMs: Number(median(first)),
};
const goals = {
  pages: done >= Math.min(most, 60),
  noneWrong: figures.wrong === 0,
  orphansOnlyWhereWordsAreGone: kept.every(([, { orphan }]) => orphan === 0),
  toolbarWithin50Ms: figures.toolbarMs <= 50,
  firstMarkWithin200Ms: figures.firstMarkMs <= 200,
};
await chromium.close();
await server.close();
console.log(JSON.stringify({ figures, goals }));
process.exit(0);
