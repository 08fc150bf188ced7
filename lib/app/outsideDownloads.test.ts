import { beforeEach, expect, test } from 'vitest';
import { memoryFolder } from '@/test/support/memoryFolder.ts';
import type { Backup } from './backup.ts';
import { copyToDownloads, type Downloads } from './outsideDownloads.ts';

const OWN = 'pizhu@pizhu.example';
type Item = { id: number; filename: string; state: string; exists: boolean; byExtensionId?: string };

/** A fake list of downloads, the oldest first. `outcome`: the state that the next download reaches. */
class FakeDownloads {
  items: Item[] = [];
  removed: string[] = [];
  outcome = 'complete';
  private last = 0;
  private readonly listeners = new Set<(change: { id: number }) => void>();

  readonly onChanged = {
    addListener: (one: (change: { id: number }) => void) => void this.listeners.add(one),
    removeListener: (one: (change: { id: number }) => void) => void this.listeners.delete(one),
  };
  get listening() {
    return this.listeners.size;
  }
  add = (item: Partial<Item>) => {
    const all = { id: ++this.last, filename: '', state: 'complete', exists: true, ...item };
    this.items.push(all);
    return all;
  };
  download = async ({ filename }: { filename: string }) => {
    const item = this.add({ filename: `/home/li/${filename}`, state: 'in_progress', byExtensionId: OWN });
    setTimeout(() => {
      item.state = this.outcome;
      for (const listener of this.listeners) listener({ id: item.id });
    });
    return item.id;
  };
  search = async ({ id }: { id?: number }) =>
    id === undefined ? [...this.items].reverse() : this.items.filter((one) => one.id === id);
  removeFile = async (id: number) =>
    void this.removed.push(this.items.find((one) => one.id === id)!.filename);
  erase = async ({ id }: { id: number }) => {
    this.items = this.items.filter((one) => one.id !== id);
  };
}

const backup = (day: number): Backup => {
  const sha256 = String(day).repeat(64);
  return {
    name: `2025-03-0${day}T01-30-00.3.${sha256}.json`,
    at: `2025-03-0${day}T01:30:00Z`,
    articles: 3,
    sha256,
  };
};
let fake: FakeDownloads;
const own = memoryFolder();
beforeEach(() => {
  fake = new FakeDownloads();
  for (let day = 1; day <= 7; day++) own.files.set(backup(day).name, new Blob([String(day)]));
});
const copy = (day: number) => copyToDownloads(fake as unknown as Downloads, OWN, own.folder, backup(day));

test('each backup is copied, the last five stay, and no other download is touched', async () => {
  fake.add({ filename: '/home/li/通知.pdf' });
  // Neither file may be deleted: one of the same name that another extension downloaded, and an export of this
  // extension.
  fake.add({ filename: `/home/li/pizhu-${backup(1).name}`, byExtensionId: 'other' });
  fake.add({ filename: '/home/li/批注-3篇.json', byExtensionId: OWN });
  for (let day = 1; day <= 7; day++) await copy(day);
  expect(fake.removed).toEqual([1, 2].map((day) => `/home/li/pizhu/pizhu-${backup(day).name}`));
  expect(fake.items).toHaveLength(3 + 5);
  expect(fake.listening).toBe(0);
});

test('a backup that is copied twice is one of the five', async () => {
  for (const day of [1, 2, 3, 4, 5, 5]) await copy(day);
  expect(fake.removed).toEqual([]);
  await copy(6);
  expect(fake.removed).toEqual([`/home/li/pizhu/pizhu-${backup(1).name}`]);
});

test('a copy whose file is gone is taken out of the list alone', async () => {
  for (let day = 1; day <= 5; day++) await copy(day);
  fake.items[0]!.exists = false;
  await copy(6);
  expect([fake.removed, fake.items.length]).toEqual([[], 5]);
});

test('a copy that the browser breaks off fails, and the older ones stay', async () => {
  for (let day = 1; day <= 5; day++) await copy(day);
  fake.outcome = 'interrupted';
  await expect(copy(6)).rejects.toThrow('The download ended');
  expect([fake.removed, fake.listening]).toEqual([[], 0]);
});
