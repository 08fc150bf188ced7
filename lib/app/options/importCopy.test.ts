import { afterEach, expect, test, vi } from 'vitest';
import { memoryFolder } from '../../../test/support/memoryFolder.ts';
import { importCopy } from './importCopy.ts';

afterEach(() => vi.unstubAllGlobals());

const file = new Blob(['{"saved":1}']);
const fake = () => {
  const own = memoryFolder();
  return { ...own, copy: importCopy(async () => own.folder) };
};

test('the copy of an import takes the place of an earlier one, is found by its import, and is deleted', async () => {
  const { files, copy } = fake();
  expect(await (await copy.keep('first', file))!.text()).toBe('{"saved":1}');
  await copy.keep('second', new Blob(['{}']));
  expect([...files.keys()]).toEqual(['second']);
  expect(await (await copy.find('second'))!.text()).toBe('{}');
  await copy.drop();
  expect(files.size).toBe(0);
});

test('a file that finds no room is not kept, nor is half of it', async () => {
  const { state, files, copy } = fake();
  state.full = true;
  expect(await copy.keep('first', file)).toBeNull();
  expect(files.size).toBe(0);
  state.full = false;
  vi.stubGlobal('navigator', {
    storage: { estimate: async () => ({ quota: 64 * 2 ** 20 + 5 * file.size, usage: 0 }) },
  });
  expect(await copy.keep('first', file)).toBeNull();
  vi.stubGlobal('navigator', {
    storage: { estimate: async () => ({ quota: 64 * 2 ** 20 + 5 * file.size + 1, usage: 0 }) },
  });
  expect((await copy.keep('first', file))!.size).toBe(file.size);
});

test('where the browser has no place for files, or refuses it, there is no copy and no error', async () => {
  const refused = importCopy(() => Promise.reject(new DOMException('no', 'SecurityError')));
  for (const copy of [importCopy(async () => null), refused, importCopy()]) {
    expect(await copy.keep('first', file)).toBeNull();
    expect(await copy.find('first')).toBeNull();
    await copy.drop();
  }
});
