// The kinds of operations that a person carries out. Each is repeated through the interface or a message until a fault
// occurs. A claim says how the tables must look after an operation. The claim is made before the operation. It is
// acknowledged once the interface has reported success.
import { readFileSync } from 'node:fs';
import { richReading } from '../../../test/support/richReading.mjs';
import { keepReading } from '../../lib/views.mjs';
import { pick } from '../anchor/article.mjs';
import { until } from './session.mjs';

const SENTENCES = 12;
/** A sentence of the page of article `n`, which an operation can mark. */
export const sentenceOf = (n, k) => `第${n}号通报第${k}项要求各街道逐日核对台账`;

/** The page of article `n`, with invented words. Another `version` gives another text. */
export const pageOf = (n, version = 0) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<title>第${n}号通报-青山新闻网</title><h1>第${n}号通报</h1><p>2025-05-06 来源：青山发布</p><div id="content">
${Array.from({ length: SENTENCES }, (_, k) => `<p>${sentenceOf(n, k)}，并于每周五前把办理情况报送区里备查。</p>`).join('\n')}
<p>本页为第${version}次刊发。</p></div></html>`;

const click = (page, testId) =>
  page.waitForSelector(`[data-testid=${testId}]`).then((button) => button.evaluate((one) => one.click()));
const has = (page, selector) => page.evaluate((one) => document.querySelector(one) !== null, selector);
const there = (yes) => (yes ? 'yes' : 'no');

/** A sample reading with the number `n` in its address, title and text, so that each is different. */
export const numbered = (n) => ({
  ...richReading,
  url: `https://www.lanqiao.example/zw/${n}.html`,
  article: { ...richReading.article, title: `第${n}篇通报`, text: `${richReading.article.text}\n第${n}篇` },
});
const articleOf = (tables, url) => (tables.articles ?? []).filter((row) => row.url === url);
/** Returns a check that an article with this address is saved exactly once, with all its words. */
const savedOnce = (url, words) => (tables) => {
  const found = articleOf(tables, url);
  if (found.length > 1) return 'half';
  if (!found[0]) return 'no';
  const text = tables.texts.find(
    (row) => row.articleId === found[0].id && row.sha256 === found[0].sha256,
  )?.text;
  if (text === undefined) return 'half';
  return there(text.includes(words));
};

/** Saves pages. Sometimes saves a page again after its text has changed. */
const save = {
  async setUp(own) {
    own.page = await own.session.browser.newPage();
  },
  async once(own, claim) {
    const again = own.saved.length > 0 && own.random() < 0.3;
    const n = again ? pick(own.random, own.saved) : own.next();
    own.versions.set(n, (own.versions.get(n) ?? 0) + 1);
    const version = own.versions.get(n);
    own.pages.set(`${n}.html`, pageOf(n, version));
    const url = `${own.origin}/${n}.html`;
    await own.page.goto(url);
    const claimed = claim(`save ${n}`, savedOnce(url, `第${version}次刊发`));
    const answer = await own.session.ask('tab.save', { tabId: await own.session.tabIdOf(own.page) });
    if (!answer.ok) return;
    own.saved.push(n);
    claimed.acknowledge();
  },
};

/** The words under the extension's highlights. */
export const highlighted = (page) =>
  page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((ranges) => [...ranges])
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return String(live);
      }),
  );

/** Selects words by script. The toolbar then appears when a key is pressed. */
const select = async (page, words) => {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(wanted);
      if (at < 0) continue;
      walker.currentNode.parentElement.scrollIntoView({ block: 'center' });
      getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + wanted.length);
      return;
    }
  }, words);
  await page.keyboard.press('Shift');
};

const BAR = '[style*="z-index: 2147483647"][style*="max-content"]';

/** Marks words of an open page by selecting them and pressing a key. */
export async function markOn(page, words) {
  await page.bringToFront();
  await select(page, words);
  await page.waitForSelector(BAR);
  await page.keyboard.press('1');
}

/** Marks sentences of pages. The first mark on a page also saves the page. */
const mark = {
  async setUp(own) {
    own.page = await own.session.browser.newPage();
    own.unmarked = [];
  },
  async once(own, claim) {
    if (own.unmarked.length === 0) {
      own.at = own.next();
      own.pages.set(`${own.at}.html`, pageOf(own.at));
      own.unmarked = Array.from({ length: SENTENCES }, (_, k) => sentenceOf(own.at, k));
      await own.page.goto(`${own.origin}/${own.at}.html`);
    }
    const words = own.unmarked.shift();
    const claimed = claim(`mark ${words}`, ({ annotations = [] }) => {
      const made = annotations.filter(({ target }) => target.selector.some(({ exact }) => exact === words));
      return made.length > 1 ? 'half' : there(made.length === 1);
    });
    await markOn(own.page, words);
    await until(async () => (await highlighted(own.page)).includes(words), 'the mark');
    claimed.acknowledge();
  },
};

const openArticle = async (own, id) => {
  if (!own.panel || own.panel.isClosed()) own.panel = await own.session.panel(id);
  else await own.session.raw.evaluate((one) => chrome.storage.session.set({ panelArticle: one }), id);
  await own.panel.waitForSelector('[data-testid=article-view]');
};

/** Types tags and notes of an article in the panel. */
const edit = {
  async setUp(own) {
    const reading = numbered('甲');
    own.id = await keepReading(own.session.raw, reading);
    own.panel = await own.session.panel(own.id);
    await click(own.panel, 'tab-marks');
    await own.panel.waitForSelector('[data-testid=note]');
  },
  async once(own, claim) {
    const n = own.next();
    const article = (tables) => tables.articles?.find(({ id }) => id === own.id);
    if (own.random() < 0.5) {
      const tag = `标签${n}`;
      const claimed = claim(`tag ${n}`, (tables) => there(article(tables)?.tags.includes(tag)));
      await own.panel.focus('[data-testid=add-tag]');
      await own.panel.keyboard.type(tag);
      await own.panel.keyboard.press('Enter');
      await until(
        () =>
          own.panel.evaluate((one) => document.querySelector('.tag-input').textContent.includes(one), tag),
        'the tag',
      );
      claimed.acknowledge();
      return;
    }
    const words = `${n}号核对情况，`;
    const claimed = claim(`note ${n}`, (tables) => there(article(tables)?.note.includes(words)));
    await own.panel.evaluate(() => document.querySelector('[data-testid=edit-note]')?.click());
    await own.panel.waitForSelector('[data-testid=note]:not([hidden])');
    await own.panel.focus('[data-testid=note]');
    await own.panel.evaluate(() => {
      const field = document.activeElement;
      field.setSelectionRange(field.value.length, field.value.length);
    });
    await own.panel.keyboard.sendCharacter(words);
    // Counts the note as saved before it is, because the typed words must be kept even if the view is closed at once.
    if (own.kind === 'tab') claimed.acknowledge();
    await own.panel.evaluate(() => document.activeElement.blur());
    if (own.kind === 'tab') return;
    // The field does not report success. So the note is acknowledged once it can be read from the tables.
    await until(async () => there(article(await own.tables())?.note.includes(words)) === 'yes', 'the note');
    claimed.acknowledge();
  },
};

const goneTo = (url) => (tables) => {
  const inTrash = (tables.trash ?? []).some(
    ({ content }) => content.kind === 'article' && content.article.url === url && content.texts.length > 0,
  );
  const isThere = articleOf(tables, url).length === 1;
  if (isThere === inTrash) return 'half';
  return there(inTrash);
};

async function deleteOne(own, claim) {
  const n = own.next();
  const reading = numbered(n);
  const id = await keepReading(own.session.raw, reading);
  claim(`kept ${n}`, savedOnce(reading.url, `第${n}篇`)).acknowledge();
  await openArticle(own, id);
  await until(
    () => own.panel.evaluate((title) => document.body.innerText.includes(title), reading.article.title),
    'the article',
  );
  const claimed = claim(`kept ${n}`, goneTo(reading.url));
  await click(own.panel, 'delete-article');
  await until(async () => !(await has(own.panel, '[data-testid=article-view]')), 'the deletion');
  claimed.acknowledge();
  return { n, reading };
}

/** Deletes articles in the panel. */
const remove = {
  async setUp(own) {
    own.panel = await own.session.panel();
  },
  once: (own, claim) => deleteOne(own, claim),
};

/** Deletes an article and undoes the deletion. */
const undo = {
  setUp: remove.setUp,
  async once(own, claim) {
    const { n, reading } = await deleteOne(own, claim);
    const claimed = claim(`kept ${n}`, savedOnce(reading.url, `第${n}篇`));
    await click(own.panel, 'step-undo');
    await until(
      () => own.panel.evaluate((title) => document.body.innerText.includes(title), reading.article.title),
      'the article that came back',
    );
    // The message about the undo names the article too, so the operation waits for the article's row.
    await until(
      () =>
        own.panel.$$eval(
          '[data-testid=article-row]',
          (rows, title) => rows.some((row) => row.textContent.includes(title)),
          reading.article.title,
        ),
      'the row',
    );
    claimed.acknowledge();
  },
};

const dump = JSON.parse(readFileSync(new URL('../../../test/dumps/v2.json', import.meta.url), 'utf8'));
/** The number of copies made of each article in the stored database of an earlier version. */
const COPIES = 60;

/** Replaces the collection with a database of an earlier version. Returns the ids of its articles. */
const putEarlier = (raw) =>
  raw.evaluate(
    async ({ version, stores }, copies) => {
      const asked = (request) =>
        new Promise((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      const whole = new Set(
        stores.find(({ name }) => name === 'texts').rows.map((row) => `${row.articleId} ${row.sha256}`),
      );
      // Skips articles that even the earlier version could not read. The extension would set them aside.
      const good = new Set(
        stores
          .find(({ name }) => name === 'articles')
          .rows.filter((row) => row.article?.title && whole.has(`${row.id} ${row.sha256}`))
          .map(({ id }) => id),
      );
      const ids = new Set();
      const fill = (opening) => () => {
        for (const { name, keyPath, indexes, rows } of stores) {
          const store = opening.result.createObjectStore(name, { keyPath });
          for (const index of indexes)
            store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
          for (let copy = 0; copy < copies; copy++) {
            const end = String(copy).padStart(4, '0');
            const other = (id) => `${id.slice(0, -4)}${end}`;
            for (const row of rows) {
              if (!good.has(name === 'articles' ? row.id : row.articleId)) continue;
              const own = { ...row };
              if (row.id) own.id = other(row.id);
              if (row.articleId) own.articleId = other(row.articleId);
              if (row.addresses) own.addresses = row.addresses.map((one) => `${one}?${copy}`);
              store.put(own);
              if (name === 'articles') ids.add(own.id);
            }
          }
        }
      };
      // Tries several times, because the background may meanwhile open the database again in the present version.
      for (let left = 20; ; left--) {
        const deleting = indexedDB.deleteDatabase('pizhu');
        const held = await Promise.race([
          asked(deleting).then(() => false),
          new Promise((done) => setTimeout(() => done(true), 5000)),
        ]);
        if (held) throw new Error('Another context holds the database open.');
        const opening = indexedDB.open('pizhu', version);
        opening.onupgradeneeded = fill(opening);
        const made = await asked(opening).catch((error) => {
          if (left === 0) throw error;
        });
        made?.close();
        if (made) return [...ids];
      }
    },
    dump,
    COPIES,
  );

/** Puts a database of an earlier version in place and opens it in the panel, which upgrades it. */
const migrate = {
  /**
   * The longest time in milliseconds until the fault. It is shorter than for other operations, because the upgrade
   * takes less than a second.
   */
  span: 900,
  async setUp(own) {
    own.panel = undefined;
  },
  async once(own, claim) {
    for (const one of await own.session.browser.pages())
      if (one !== own.session.raw && one.url().startsWith(own.session.base)) await one.close();
    // Drops the claim about the previous database, because a new one replaces it.
    own.claims.delete('migrate');
    const ids = await putEarlier(own.session.raw);
    const claimed = claim('migrate', (tables) => {
      const there = new Set((tables.articles ?? []).map(({ id }) => id));
      if (!ids.every((id) => there.has(id))) return 'half';
      // The database counts as upgraded once it has the table `list`.
      return 'list' in tables ? 'yes' : 'no';
    });
    own.panel = await own.session.panel();
    await own.panel.waitForSelector('[data-testid=article-row]');
    claimed.acknowledge();
  },
};

/** Lists the names of the backups, and those backups whose content does not match the hash in their name. */
const backupsIn = (raw) =>
  raw.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('backups', { create: true });
    const names = [];
    const broken = [];
    for await (const name of folder.keys()) {
      const [, count, sha256] = /\.(\d+)\.([0-9a-f]{64})\.json$/.exec(name) ?? [];
      if (!sha256) continue;
      const file = await folder
        .getFileHandle(name)
        .then((handle) => handle.getFile())
        .catch(() => null);
      // Skips a backup that was deleted meanwhile, because only a few backups are kept.
      const bytes = await file?.arrayBuffer().catch(() => null);
      if (!bytes) continue;
      const hash = await crypto.subtle.digest('SHA-256', bytes);
      const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      names.push(name);
      if (hex !== sha256 || JSON.parse(new TextDecoder().decode(bytes)).articles.length !== Number(count))
        broken.push(name);
    }
    return { names, broken };
  });

/** The number of articles in a backup. */
const BACKED_UP = 40;
/** The number of backups that are kept. */
const KEPT = 5;

/** Makes backups on the settings page. */
const backup = {
  async setUp(own) {
    if (own.backups === undefined) {
      for (let n = 0; n < BACKED_UP; n++) await keepReading(own.session.raw, numbered(own.next()));
      own.backups = 0;
    }
    own.panel = await own.session.open('options.html');
  },
  async once(own, claim) {
    await own.panel.waitForSelector('[data-testid=backup-now]:not(:disabled)');
    const known = own.backups;
    const claimed = claim('backup', (tables) => {
      if (tables.backups.broken.length) return 'half';
      return there(tables.backups.names.length >= Math.min(KEPT, own.backups));
    });
    // Backups made within the same second have the same name, so the operation waits for a new name.
    const before = new Set((await backupsIn(own.session.raw)).names);
    await click(own.panel, 'backup-now');
    await until(
      async () => (await backupsIn(own.session.raw)).names.some((name) => !before.has(name)),
      'the backup',
    );
    await own.panel.waitForSelector('[data-testid=backup-now]:not(:disabled)');
    own.backups = known + 1;
    claimed.acknowledge();
    await new Promise((done) => setTimeout(done, 1000 * own.random()));
  },
  /** Lets a claim, which normally checks only the tables, check the backups too. */
  more: async (own) => ({ backups: await backupsIn(own.session.raw) }),
};

export const OPERATIONS = { save, mark, edit, delete: remove, undo, migrate, backup };
