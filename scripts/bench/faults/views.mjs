// Edits one article at random from two panels and three tabs. In the end, all five must show the same, with every edit.
import { pick } from '../anchor/article.mjs';
import { halvesIn, readTables } from './collection.mjs';
import { highlighted, markOn, pageOf, sentenceOf } from './operations.mjs';
import { Session, until } from './session.mjs';
import { profileFrom } from './trial.mjs';

const EDITS = 14;
const SENTENCES = 12;
/** Milliseconds within which all views must show the same. */
const PATIENCE = 10_000;

const sorted = (words) => [...words].sort().join('|');

/** What a panel shows of the article: its tags, its note, and the words of its marks. */
const shownIn = (panel) =>
  panel.evaluate(() => {
    const own = document.querySelector('[data-testid=add-tag]').closest('.note-and-tags');
    return {
      tags: [...own.querySelectorAll('.tag-input .tag')].map((one) => one.textContent),
      note: own.querySelector('[data-testid=note]').value,
      marks: [...document.querySelectorAll('[data-testid=mark] blockquote')].map((one) => one.textContent),
    };
  });

async function round({ session, pages, origin, numbers, random, figures, reports }) {
  const n = ++numbers.last;
  pages.set(`${n}.html`, pageOf(n));
  const tabs = [];
  for (let i = 0; i < 3; i++) {
    const tab = await session.browser.newPage();
    tab.setDefaultTimeout(15_000);
    await tab.goto(`${origin}/${n}.html`);
    tabs.push(tab);
  }
  const saved = await session.ask('tab.save', { tabId: await session.tabIdOf(tabs[0]) });
  if (!saved.ok) throw new Error(`Not saved: ${saved.code}`);
  const { id } = saved.value.saved;
  const panels = [await session.panel(id), await session.panel(id)];
  for (const panel of panels) {
    await panel.waitForSelector('[data-testid=article-view]');
    await panel.evaluate(() => document.querySelector('[data-testid=tab-marks]').click());
    await panel.waitForSelector('[data-testid=add-tag]');
  }
  const expected = { tags: new Set(), notes: [], marks: new Set() };
  const free = Array.from({ length: SENTENCES }, (_, k) => sentenceOf(n, k));
  for (let i = 0; i < EDITS; i++) {
    figures.edits++;
    const what = random();
    if (what < 0.45 && free.length) {
      const words = free.splice(Math.floor(random() * free.length), 1)[0];
      const tab = pick(random, tabs);
      await markOn(tab, words);
      expected.marks.add(words);
    } else {
      const panel = pick(random, panels);
      await panel.bringToFront();
      const word = `${what < 0.75 ? '签' : '注'}${n}之${i}`;
      if (what < 0.75) {
        await panel.focus('[data-testid=add-tag]');
        await panel.keyboard.type(word);
        await panel.keyboard.press('Enter');
        expected.tags.add(word);
      } else {
        await panel.evaluate(() => document.querySelector('[data-testid=edit-note]')?.click());
        await panel.waitForSelector('[data-testid=note]:not([hidden])');
        await panel.focus('[data-testid=note]');
        await panel.evaluate((atEnd) => {
          const field = document.activeElement;
          const at = atEnd ? field.value.length : 0;
          field.setSelectionRange(at, at);
        }, random() < 0.5);
        await panel.keyboard.sendCharacter(`${word}。`);
        // Leaves the field at once in half of the cases. In the others, the note is saved after a pause in typing.
        if (random() < 0.5) await panel.evaluate(() => document.activeElement.blur());
        expected.notes.push(`${word}。`);
      }
    }
    // Sometimes pauses a little, but never waits until the edit is saved.
    if (random() < 0.3) await new Promise((done) => setTimeout(done, random() * 300));
  }
  for (const panel of panels) await panel.evaluate(() => document.activeElement?.blur());
  const ends = async () => {
    const tables = await readTables(session.raw);
    const article = tables.articles.find((row) => row.id === id);
    const marks = tables.annotations
      .filter((row) => row.articleId === id)
      .map(({ target }) => target.selector.find(({ exact }) => exact).exact);
    const shown = [];
    for (const panel of panels) shown.push(await shownIn(panel));
    const painted = [];
    for (const tab of tabs) painted.push(sorted(new Set(await highlighted(tab))));
    return { tables, article, marks, shown, painted };
  };
  const differences = ({ article, marks, shown, painted }) => [
    ...shown.flatMap((one, i) => [
      ...(sorted(one.tags) === sorted(article.tags) ? [] : [`panel ${i} tags ${one.tags}`]),
      ...(one.note === article.note ? [] : [`panel ${i} note ${one.note}, kept ${article.note}`]),
      ...(sorted(one.marks) === sorted(marks) ? [] : [`panel ${i} marks ${one.marks}`]),
    ]),
    ...painted.flatMap((one, i) =>
      one === sorted(marks) ? [] : [`tab ${i} painted ${one}, kept ${sorted(marks)}`],
    ),
  ];
  const missing = ({ article, marks }) => [
    ...[...expected.tags].filter((tag) => !article.tags.includes(tag)),
    ...expected.notes.filter((words) => !article.note.includes(words)),
    ...[...expected.marks].filter((words) => marks.filter((one) => one === words).length !== 1),
  ];
  let last;
  await until(
    async () => {
      last = await ends();
      return differences(last).length === 0 && missing(last).length === 0;
    },
    'equal ends',
    PATIENCE,
  ).catch(() => {});
  const gone = missing(last);
  const unequal = differences(last);
  figures.rounds++;
  figures.gone += gone.length;
  figures.unequal += unequal.length;
  figures.half += halvesIn(last.tables).length;
  reports.push(
    ...gone.map((words) => `views ${n}, gone: ${words}`),
    ...unequal.map((words) => `views ${n}, ${words}`),
  );
  for (const page of [...tabs, ...panels]) await page.close();
}

export async function editFromFiveViews({ template, random, pages, origin, numbers, reports, rounds }) {
  const profile = profileFrom(template);
  const figures = { rounds: 0, edits: 0, gone: 0, unequal: 0, half: 0 };
  const session = await Session.start(profile.folder);
  try {
    for (let i = 0; i < rounds; i++)
      await round({ session, pages, origin, numbers, random, figures, reports });
  } finally {
    await session.close();
    profile.remove();
  }
  return figures;
}
