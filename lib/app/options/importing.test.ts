import 'fake-indexeddb/auto';
import '../../../test/support/interface.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryFolder } from '../../../test/support/memoryFolder.ts';
import { sampleReading } from '../../../test/support/samples.ts';
import { contexts } from '../../../test/support/stores.ts';
import {
  articleIds,
  deleteArticle,
  eraseEverything,
  getBundles,
  type Store,
  saveReading,
} from '../../store/index.ts';

const { exportParts } = await import('../../exchange/json.ts');
const { errorText, t } = await import('../i18n.ts');
const { importCopy } = await import('./importCopy.ts');
const { Importing } = await import('./importing.ts');
const { importTarget } = await import('./importTarget.ts');
type Memory = import('./importMemory.ts').ImportMemory;
type View = import('./importView.ts').ImportView;

let here: Store;
let there: Store;
let view: View;
let importing: InstanceType<typeof Importing>;
let last: ReturnType<Memory['get']>;
let own: ReturnType<typeof memoryFolder>;
let hasFolder: boolean;
/** Is called before each batch of articles is written, and before an import is undone. */
let beforeBatch: () => void;
/** Is called after each batch of articles that was written. */
let afterBatch: () => void | Promise<void>;

/** Starts an import as a newly opened settings page does: with the stored state of the last one. */
const open = () =>
  new Importing(
    withPauses(importTarget(here, { get: async () => ({}), set: async () => {} })),
    (now) => {
      view = now;
    },
    {
      get: () => last,
      set: (next) => {
        last = next;
      },
    },
    importCopy(async () => (hasFolder ? own.folder : null)),
  );
const withPauses = (target: ReturnType<typeof importTarget>): ReturnType<typeof importTarget> => ({
  ...target,
  atOnce: 20,
  begin: (...given) => {
    const write = target.begin(...given);
    // Writes each part in a transaction of its own, so that a test knows how far an import comes.
    return async (part) => {
      beforeBatch();
      const count = await write(part);
      await afterBatch();
      return count;
    };
  },
  undo: async (importId) => {
    beforeBatch();
    await target.undo(importId);
  },
});
beforeEach(() => {
  [here] = contexts(1) as [Store];
  [there] = contexts(1) as [Store];
  last = null;
  own = memoryFolder();
  hasFolder = true;
  beforeBatch = () => {};
  afterBatch = () => {};
  // Leaves out locks, so that an import that hangs in one test does not hold up another test.
  vi.stubGlobal('navigator', {});
  importing = open();
});
afterEach(async () => {
  vi.unstubAllGlobals();
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
  expect(view.bad).toEqual(['第 2 篇，整篇：格式不对']);
  expect(view.lines).toEqual(['新增 1 篇']);
  expect(view.warnings).toEqual(['文件内容与其校验和不符：导出之后被改动过。', '无法读取的记录 1 条']);
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
    notice:
      '这个文件不能导入，什么也没有导入。能导入的有：批注导出的 JSON 或 NDJSON 文件、W3C 网页标注、Hypothesis 导出文件。',
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

test('an import that was cut short without a copy says so, goes on with the file chosen again, or is undone', async () => {
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

/** A file of 25 articles, which are written in two batches. */
async function longFile(): Promise<Blob> {
  for (let n = 1; n <= 25; n++)
    await saveReading(
      there,
      sampleReading({ title: `第${n}期` }, `https://www.qingshan.example/zw/${n}.html`),
    );
  return new Blob(await exportParts(await getBundles(there, await articleIds(there)), 'Pizhu test'));
}

/** Imports the file, and stops after the first 20 articles. */
async function halted() {
  const file = await longFile();
  await importing.choose(file);
  afterBatch = () => importing.stop();
  await importing.apply(true);
  afterBatch = () => {};
  return file;
}

test('a stopped import says how far it came, and goes on without the file, or is taken back', async () => {
  await halted();
  expect(view).toMatchObject({ busy: false, lines: [], canContinue: true, canUndo: true });
  expect(view.notice).toBe(t('importHalted', 20));
  expect(await articleIds(here)).toHaveLength(20);
  await importing.resume();
  expect(view).toMatchObject({ notice: '已导入 25 篇', canContinue: false, canUndo: true });
  expect(await articleIds(here)).toHaveLength(25);
  expect(own.files.size).toBe(0);
  await importing.undo();
  expect(await articleIds(here)).toEqual([]);
});

test('a stopped import is taken back, and its copy deleted', async () => {
  await halted();
  expect(own.files.size).toBe(1);
  await importing.undo();
  expect(view).toMatchObject({ canContinue: false, canUndo: false });
  expect([await articleIds(here), own.files.size, last]).toEqual([[], 0, null]);
});

test('an import goes on after a restart where it was cut short; what was deleted since stays deleted', async () => {
  await importing.choose(await longFile());
  const brokenOff = new Promise<void>((written) => {
    afterBatch = () => {
      written();
      return new Promise(() => {});
    };
  });
  void importing.apply(false);
  await brokenOff;
  // The browser was closed before the page stored how far the import had come. So the articles of this batch are read
  // again, and nothing in them changes.
  expect(last).toMatchObject({ isFinished: false, hasCopy: true });
  afterBatch = () => {};
  importing = open();
  expect(importing.first).toMatchObject({ canContinue: true, canUndo: true });
  expect(importing.first.notice).toBe(t('importBrokenOffHere', 0));
  afterBatch = () => importing.stop();
  await importing.resume();
  expect(last).toMatchObject({ place: 20 });
  afterBatch = () => {};
  const [gone] = await articleIds(here);
  await deleteArticle(here, gone!);
  importing = open();
  await importing.resume();
  expect(await articleIds(here)).toHaveLength(24);
  expect(last).toEqual({ importId: expect.any(String), isFinished: true });
  expect(own.files.size).toBe(0);
});

test('where the browser keeps no files, a stopped import goes on in this page, and after a restart with its file', async () => {
  hasFolder = false;
  const file = await halted();
  expect(view.canContinue).toBe(true);
  importing = open();
  expect(importing.first).toMatchObject({ canContinue: false, notice: t('importBrokenOff') });
  await importing.resume();
  expect(await articleIds(here)).toHaveLength(20);
  await importing.choose(file);
  await importing.apply(false);
  expect(await articleIds(here)).toHaveLength(25);
  await importing.undo();
  expect(await articleIds(here)).toEqual([]);
});

test('a copy that the browser has deleted is told, and the import can still be taken back', async () => {
  await halted();
  own.files.clear();
  importing = open();
  await importing.resume();
  expect(view).toMatchObject({
    notice: t('error_importCopyGone' as never),
    canContinue: false,
    canUndo: true,
  });
  await importing.undo();
  expect(await articleIds(here)).toEqual([]);
});

test('a file that is cut short while it takes the place of a stopped import does not go on in its stead', async () => {
  await halted();
  await importing.choose(new Blob([await exported()]));
  const { getFileHandle } = own.folder;
  // Resolves when the new copy exists, but before the page has recorded that. Then the browser is closed.
  const copied = new Promise<void>((reached) => {
    own.folder.getFileHandle = async (name, options) =>
      Object.assign(await getFileHandle(name, options), {
        getFile: () => {
          reached();
          return new Promise<File>(() => {});
        },
      });
  });
  void importing.apply(false);
  await copied;
  own.folder.getFileHandle = getFileHandle;
  importing = open();
  expect(importing.first).toMatchObject({ canContinue: false, canUndo: true, notice: t('importBrokenOff') });
  expect(await articleIds(here)).toHaveLength(20);
  await importing.undo();
  expect(await articleIds(here)).toEqual([]);
});

test('an import that fails is taken back whole, also what it had written before a stop', async () => {
  await halted();
  afterBatch = () => {
    afterBatch = () => {};
    return Promise.reject(new Error('full'));
  };
  await importing.resume();
  expect(view).toMatchObject({ canContinue: false, canUndo: false });
  expect(view.notice).not.toBe('');
  expect([await articleIds(here), own.files.size, last]).toEqual([[], 0, null]);
});

test('an import that fails and cannot be taken back either is remembered, goes on, or is taken back later', async () => {
  await importing.choose(await longFile());
  let isFull = false;
  beforeBatch = () => {
    isFull ||= last?.place !== undefined;
    if (isFull) throw new Error('full');
  };
  await importing.apply(false);
  expect(view).toMatchObject({ canUndo: true, notice: errorText(new Error('full')) });
  expect(await articleIds(here)).toHaveLength(20);
  importing = open();
  expect(importing.first).toMatchObject({ canContinue: true, canUndo: true });
  beforeBatch = () => {};
  await importing.resume();
  expect(await articleIds(here)).toHaveLength(25);
  await importing.undo();
  expect(await articleIds(here)).toEqual([]);
});

test('an undo that is cut short can be repeated, or the import goes on and brings back what was undone', async () => {
  for (const then of ['resume', 'undo'] as const) {
    await halted();
    expect(last).toMatchObject({ place: 20 });
    // The browser is closed when one article is undone.
    const cutShort = new Promise<void>((reached) => {
      beforeBatch = () => {
        reached();
        throw new Error('closed');
      };
    });
    void importing.undo();
    await cutShort;
    beforeBatch = () => {};
    const [first] = await articleIds(here);
    await deleteArticle(here, first!);
    importing = open();
    expect(importing.first).toMatchObject({ canContinue: true, canUndo: true });
    await importing[then]();
    expect(await articleIds(here)).toHaveLength(then === 'resume' ? 25 : 0);
    if (then === 'resume') await importing.undo();
  }
});

test('an import under way is stopped before all is erased, and writes nothing afterwards', async () => {
  await importing.choose(await longFile());
  let goOn = () => {};
  const underWay = new Promise<void>((written) => {
    afterBatch = () => {
      written();
      return new Promise((done) => (goOn = done));
    };
  });
  const order: string[] = [];
  const applied = importing.apply(false).then(() => void order.push('stopped'));
  await underWay;
  const erased = importing.erase(async () => {
    order.push('erased');
    await eraseEverything(here);
    last = null;
  });
  goOn();
  await Promise.all([applied, erased]);
  expect(order).toEqual(['stopped', 'erased']);
  expect([await articleIds(here), last]).toEqual([[], null]);
  expect(view).toMatchObject({ busy: false, notice: '', canUndo: false, canContinue: false });
});

test('only one tab imports at a time, and the others say so', async () => {
  const locks = {
    request: async (_: string, __: object, work: (lock: null) => unknown) => work(null),
    query: async () => ({ held: [{ name: 'pizhu-import' }] }),
  };
  await importing.choose(new Blob([await exported()]));
  vi.stubGlobal('navigator', { locks });
  await importing.apply(false);
  expect(view.notice).toBe(t('error_importElsewhere' as never));
  expect([await articleIds(here), last]).toEqual([[], null]);
  last = { importId: 'a', isFinished: false, hasCopy: true };
  importing = open();
  await importing.look();
  expect(view).toMatchObject({
    notice: t('error_importElsewhere' as never),
    canContinue: false,
    canUndo: false,
  });
});

test('each part that cannot be read is named in words, and a long list of them is cut', async () => {
  const value = JSON.parse(await exported());
  const [one] = value.articles;
  one.annotations = [{}, {}];
  one.texts.push({});
  value.extras = { tags: [{}], searches: 5, settings: 7, trash: [1] };
  await importing.choose(new Blob([JSON.stringify(value)]));
  expect(view.bad.toSorted()).toEqual(
    [
      '第 1 篇，正文 2：格式不对',
      '第 1 篇，标记 1：格式不对',
      '第 1 篇，标记 2：格式不对',
      '设置：格式不对',
      '“最近删除” 1：格式不对',
      '标签说明 1：格式不对',
      '已存的搜索：格式不对',
    ].toSorted(),
  );
  value.articles = Array.from({ length: 25 }, () => 5);
  value.extras = 5;
  await importing.choose(Object.assign(new Blob([JSON.stringify(value)]), { name: 'a.json' }));
  expect(view.bad).toHaveLength(21);
  expect(view.bad.at(-1)).toBe('另有 6 条');
  expect(view).toMatchObject({ file: 'a.json', lines: [t('importNothing')], canApply: false });
});
