// Lets the extension run out of disk space on a small file system. Checks that it reports refused changes and keeps
// acknowledged changes.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepReading } from '../../lib/views.mjs';
import { halvesIn, readTables } from './collection.mjs';
import { numbered } from './operations.mjs';
import { Session } from './session.mjs';

const SIZE = 200;
const TIMES = 5;
const BEFORE = 3;
const MOST = 120;

/** Mounts a small file system in memory. Where that is impossible, returns the reason. */
function mountSmall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { why: 'only root mounts one on Linux' };
  const folder = mkdtempSync(join(tmpdir(), 'pizhu-small-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}m`, 'tmpfs', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return { why: `mount said: ${String(stderr).trim()}` };
  }
  return {
    folder,
    remove() {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Fills a file system until at most `left` bytes are free. */
function fill(folder, left) {
  const { bavail, bsize } = statfsSync(folder);
  const bytes = Math.max(0, bavail * bsize - left);
  try {
    appendFileSync(join(folder, 'filler'), Buffer.alloc(bytes));
  } catch (error) {
    // Ignores a full disk: the browser writes too, and may have taken the last bytes meanwhile.
    if (error.code !== 'ENOSPC') throw error;
  }
}

/**
 * Adds tags in the panel until the full disk refuses one. Returns the panel's error message, or a note that all tags
 * were kept.
 */
async function saidInPanel(session, id) {
  const panel = await session.panel(id);
  try {
    await panel.waitForSelector('[data-testid=article-view]');
    await panel.evaluate(() => document.querySelector('[data-testid=tab-marks]').click());
    await panel.waitForSelector('[data-testid=add-tag]');
    for (let n = 0; n < 40; n++) {
      await panel.focus('[data-testid=add-tag]');
      await panel.keyboard.sendCharacter(`满${n}${'字'.repeat(50)}`);
      await panel.keyboard.press('Enter');
      const words = await panel
        .waitForSelector('[role=alert]', { timeout: 500 })
        .then((alert) => alert.evaluate((one) => one.textContent))
        .catch(() => null);
      if (words) return words;
    }
    return 'the tags were kept';
  } catch (error) {
    return `${await panel.evaluate(() => document.body.innerText.slice(0, 200))} (${error.message})`;
  } finally {
    await panel.close();
  }
}

/** Saves articles until the disk is full, frees space, restarts the browser, and checks what was kept. */
export async function fullDisk({ template, random, numbers, reports }) {
  const small = mountSmall();
  if (!small.folder) return { skipped: small.why };
  const figures = { faults: 0, done: 0, acknowledged: 0, refused: 0, lost: 0, half: 0 };
  const said = new Set();
  let session;
  let id;
  try {
    const profile = join(small.folder, 'profile');
    cpSync(template, profile, { recursive: true, filter: (path) => !/Singleton/.test(path) });
    const kept = [];
    for (let n = 0; n < TIMES; n++) {
      session = await Session.start(profile);
      for (let i = 0; i < MOST; i++) {
        if (i === BEFORE) fill(small.folder, random() * 40e6);
        const reading = numbered(++numbers.last);
        // Makes the text long, so that the disk is soon full.
        reading.article.text += `\n${Array.from({ length: 60_000 }, () => String.fromCharCode(0x4e00 + random() * 20_000)).join('')}`;
        figures.done++;
        try {
          id = await keepReading(session.raw, reading);
          kept.push(reading.url);
          figures.acknowledged++;
        } catch {
          figures.refused++;
          // Fills the rest of the disk, and checks what the panel says about a refused change.
          fill(small.folder, 0);
          said.add(await saidInPanel(session, id));
          break;
        }
      }
      figures.faults++;
      rmSync(join(small.folder, 'filler'), { force: true });
      if (random() < 0.5) await session.kill();
      else await session.close();
      session = await Session.start(profile);
      const tables = await readTables(session.raw);
      const there = new Set((tables.articles ?? []).map(({ url }) => url));
      const lost = kept.filter((url) => !there.has(url));
      const halves = halvesIn(tables);
      figures.lost += lost.length;
      figures.half += halves.length;
      reports.push(
        ...[...lost.map((url) => `lost: ${url}`), ...halves].map((words) => `disk ${n}, ${words}`),
      );
      await session.close();
      session = undefined;
    }
  } finally {
    await session?.close().catch(() => session.kill().catch(() => {}));
    small.remove();
  }
  return { ...figures, said: [...said] };
}
