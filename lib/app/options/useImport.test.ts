import 'fake-indexeddb/auto';
import '../../../test/support/interface.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleReading } from '../../../test/support/samples.ts';
import { contexts } from '../../../test/support/stores.ts';
import { articleIds, getBundles, type Store, saveReading } from '../../store/index.ts';

const { exportParts } = await import('../../exchange/json.ts');
const { t } = await import('../i18n.ts');
const { Importing, importTarget } = await import('./useImport.ts');
type Memory = import('./useImport.ts').ImportMemory;
type View = import('./useImport.ts').ImportView;

let here: Store;
let there: Store;
let view: View;
let importing: InstanceType<typeof Importing>;
let last: ReturnType<Memory['get']>;

/** Starts an import as a newly opened settings page does: with the stored state of the last one. */
const open = () =>
  new Importing(
    importTarget(here, { get: async () => ({}), set: async () => {} }),
    (now) => {
      view = now;
    },
    {
      get: () => last,
      set: (next) => {
        last = next;
      },
    },
  );
beforeEach(() => {
  [here] = contexts(1) as [Store];
  [there] = contexts(1) as [Store];
  last = null;
  importing = open();
});
afterEach(async () => {
  await here.close();
  await there.close();
});

async function exported(): Promise<string> {
  await saveReading(there, sampleReading());
  return (await exportParts(await getBundles(there, await articleIds(there)), 'Pizhu test')).join('');
}

test('a file is shown, brought in and taken back', async () => {
  const file = new Blob([await exported()]);
  await importing.choose(file);
  expect(view).toMatchObject({ lines: ['新增 1 篇'], bad: [], canApply: true, busy: false, canUndo: false });
  expect(await articleIds(here)).toEqual([]);
  await importing.apply(true);
  expect(view).toMatchObject({ lines: [], notice: '已导入 1 篇', canUndo: true });
  expect(await articleIds(here)).toHaveLength(1);
  await importing.choose(file);
  expect(view).toMatchObject({ lines: ['不变 1 篇'], canApply: false, canUndo: true });
  await importing.undo();
  expect(view).toMatchObject({ notice: '已撤销导入；导入后改过的内容保留。', canUndo: false });
  expect(await articleIds(here)).toEqual([]);
});

test('what is bad is listed by place and reason; all or nothing writes nothing', async () => {
  const file = new Blob([(await exported()).replace(/(.*"sha256":"\w+".*)\n\]/, '$1,\n{"saved":5}\n]')]);
  await importing.choose(file);
  expect(view.bad).toEqual(['第 2 篇，saved：格式不对']);
  expect(view.lines).toEqual([
    '新增 1 篇',
    '文件内容与其校验和不符：导出之后被改动过。',
    '读不了的记录 1 条',
  ]);
  await importing.apply(true);
  expect(view.notice).toContain('什么也没有导入');
  expect(await articleIds(here)).toEqual([]);
  await importing.apply(false);
  expect(await articleIds(here)).toHaveLength(1);
});

test('a file of another kind is refused in words', async () => {
  await importing.choose(new Blob(['<html>']));
  expect(view).toMatchObject({
    lines: [],
    notice: '这不是批注导出的文件，什么也没有导入。',
    canApply: false,
  });
});

test('what is stopped leaves nothing behind, and the file can be chosen again', async () => {
  const file = new Blob([await exported()]);
  const reading = importing.choose(file);
  importing.stop();
  await reading;
  expect(view).toMatchObject({ busy: false, lines: [], canApply: false, notice: '已停止，什么也没有导入。' });
  await importing.choose(file);
  const writing = importing.apply(false);
  importing.stop();
  await writing;
  expect(view).toMatchObject({ busy: false, canUndo: false, notice: '已停止，什么也没有导入。' });
  expect(await articleIds(here)).toEqual([]);
  await importing.apply(false);
  expect(view.notice).toBe('已导入 1 篇');
});

test('an import is undone after a restart', async () => {
  await importing.choose(new Blob([await exported()]));
  await importing.apply(false);
  importing = open();
  expect(importing.first).toMatchObject({ canUndo: true, notice: '' });
  await importing.undo();
  expect(view.canUndo).toBe(false);
  expect(await articleIds(here)).toEqual([]);
  expect(open().first.canUndo).toBe(false);
});

test('an import that was cut short says so when it is opened again, goes on, or is undone', async () => {
  const file = new Blob([await exported()]);
  await importing.choose(file);
  await importing.apply(false);
  last = { importId: last!.importId, isFinished: false };
  importing = open();
  expect(importing.first.notice).toContain('上次导入');
  await saveReading(
    there,
    sampleReading({ title: '另一篇', text: '另一篇正文。' }, 'https://www.lanqiao.example/b.html'),
  );
  const more = await exportParts(await getBundles(there, await articleIds(there)), 'Pizhu test');
  await importing.choose(new Blob(more));
  expect(view).toMatchObject({ lines: ['新增 1 篇', '不变 1 篇'], canUndo: true });
  await importing.apply(false);
  expect(await articleIds(here)).toHaveLength(2);
  await importing.undo();
  expect(await articleIds(here)).toEqual([]);
});

test('what a file has beside its articles is counted in words, by kind', async () => {
  const asked = { words: '管网', filtering: {}, order: 'relevance' as const, group: 'none' as const };
  const extras = {
    tags: [{ id: '水务', color: 'blue' as const, description: '供水' }],
    searches: [
      { name: '管网', asked },
      { name: '堤防', asked },
    ],
    settings: { printsMarks: false },
  };
  const parts = await exportParts([], 'Pizhu test', new Date(), { extras });
  await importing.choose(new Blob(parts));
  expect(view).toMatchObject({
    lines: [t('importTags', 1), t('importSearches', 2), t('importSettings', 1)],
    canApply: true,
  });
  expect(new Set(view.lines).size).toBe(3);
  for (const line of view.lines) expect(line).not.toBe('');
});
