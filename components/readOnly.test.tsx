// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import type { ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { KEPT } from '@/lib/app/batch/kept.ts';
import { PageReading } from '@/lib/record/schema.ts';
import { addAnnotation, deleteAnnotation, editArticle, openStore, saveReading } from '@/lib/store/index.ts';
import { background, page, resetPage, show } from '@/test/support/ownPage.ts';
import { richReading } from '@/test/support/richReading.mjs';
import { sampleDraft, sampleSaved } from '@/test/support/samples.ts';
import { BatchView } from './batch/BatchView.tsx';
import { Collection } from './collection/Collection.tsx';
import { Options } from './options/Options.tsx';
import { Popup } from './popup/Popup.tsx';

// Tests all views with a database that a newer version of the extension has written. Each view must say so, and may
// enable only controls that change nothing in the collection.

const reading = PageReading.parse(richReading);
let id: string;

beforeAll(async () => {
  const db = openStore();
  id = (await saveReading(db, reading)).saved.id;
  await editArticle(db, id, { addTags: ['水务'], note: '已核对' });
  await addAnnotation(db, id, sampleDraft('抓好四项工作'));
  const second = await addAnnotation(db, id, sampleDraft('补齐管网短板'));
  await deleteAnnotation(db, second.id);
  await db.close();
  const now = indexedDB.open('pizhu');
  await new Promise((done) => {
    now.onsuccess = done;
  });
  const { version } = now.result;
  now.result.close();
  const raised = indexedDB.open('pizhu', version + 10);
  await new Promise((done) => {
    raised.onsuccess = done;
  });
  raised.result.close();
});
beforeEach(() => {
  resetPage();
  window.scrollTo = () => {};
  (globalThis as { ResizeObserver?: unknown }).ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});
afterEach(() => {
  vi.restoreAllMocks();
  resetPage();
});

const one = (testId: string) => document.querySelector<HTMLElement>(`[data-testid=${testId}]`);
const there = (testId: string) => vi.waitFor(() => expect(one(testId)).not.toBeNull(), 5000);
async function press(testId: string) {
  await there(testId);
  await act(async () => one(testId)!.click());
}

/**
 * The test ids of all controls that can be used, or of all that cannot. A field that can only be read counts among the
 * latter. A control without test id is listed by its label.
 */
function controls(usable: boolean): string[] {
  const all = [...document.querySelectorAll('button, input, textarea, select')];
  return all
    .filter((control) => control.matches(':disabled, textarea:read-only') !== usable)
    .map(
      (control) =>
        control.getAttribute('data-testid') ??
        control.getAttribute('aria-label') ??
        control.textContent ??
        '',
    );
}

async function shown(view: ComponentChild): Promise<void> {
  await show(view);
  await there('read-only');
  expect(one('read-only')!.textContent).toBe(
    '这些内容由更新版本的批注保存，当前版本只能查看，不能修改。请更新扩展。',
  );
}

/** The controls in the panel's view of an article that change the collection. */
const WRITES = ['delete-article', 'mark-unread', 'star', 'correct-fields', 'step-undo', 'note', 'add-tag'];

test('in the panel an article is read and copied, and nothing of it can be changed', async () => {
  await page.storage.session.set({ panelArticle: id });
  await shown(<Collection />);
  await there('article-view');
  await vi.waitFor(() => expect(controls(false)).toEqual(expect.arrayContaining(WRITES)), 5000);
  expect(controls(false)).toEqual(expect.arrayContaining(['mark-delete', 'edit-note', '移除标签 水务']));
  const usable = controls(true);
  for (const writes of [...WRITES, 'mark-delete', 'edit-note', 'mark-reattach'])
    expect(usable).not.toContain(writes);
  expect(usable).toEqual(expect.arrayContaining(['back', 'open-page', 'cite', 'mark-jump', 'copy-marks']));
  await press('tab-tasks');
  await there('task');
  expect(controls(false)).toEqual(expect.arrayContaining(['add-task', 'mark-task']));
  await press('task-open');
  await vi.waitFor(() =>
    expect(controls(false)).toEqual(expect.arrayContaining(['task-edit', 'task-remove'])),
  );
});

test('in the list articles are sought, chosen and exported, and neither starred nor deleted', async () => {
  await shown(<Collection />);
  await there('article-row');
  await act(async () => document.querySelector<HTMLElement>('.article-row input')!.click());
  await there('bulk-bar');
  expect(controls(false)).toEqual([
    'add-tag',
    'bulk-tag',
    'bulk-untag',
    'bulk-star',
    'bulk-unstar',
    'bulk-read',
    'bulk-unread',
    'bulk-delete',
    'star',
    'step-undo',
    'step-redo',
    'save-tabs',
  ]);
  await press('open-trash');
  await there('trash-item');
  expect(controls(false)).toEqual([
    'step-undo',
    'step-redo',
    'restore-all',
    'empty-trash',
    'trash-restore',
    'trash-erase',
  ]);
  await press('back');
  await press('open-tags');
  await there('edit-tag');
  expect(controls(false)).toEqual(['step-undo', 'step-redo', 'edit-tag']);
});

test('in the settings nothing is imported, restored or erased', async () => {
  await shown(<Options />);
  await vi.waitFor(() =>
    expect(controls(false)).toEqual(expect.arrayContaining(['import-file', 'erase-all'])),
  );
  expect(controls(true)).toEqual(expect.arrayContaining(['export-all', 'grant-gov', 'reference-style']));
});

test('the popup shows the page, and does not save it', async () => {
  background.answers['tab.read'] = () => ({
    reading,
    saved: sampleSaved(),
    updates: true,
    copies: [],
  });
  await shown(<Popup />);
  expect(controls(false)).toEqual(expect.arrayContaining(['save', 'mark-task']));
  expect(controls(true)).toEqual(expect.arrayContaining(['open-panel', 'cite']));
});

test('a batch can be looked at and not begun', async () => {
  const waiting = {
    url: 'https://a.example/2',
    title: '甲',
    tabId: null,
    chosen: true,
    known: false,
    state: 'waiting',
    code: null,
    articleId: null,
  };
  await page.storage.local.set({ [KEPT]: { pages: [waiting] } });
  await shown(<BatchView />);
  await there('batch-start');
  expect(controls(false)).toEqual(['batch-start']);
});
