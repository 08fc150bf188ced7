// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { keepNoteOnLeave } from './keepNoteOnLeave.ts';
import { type NotePatch, useTypedNote } from './useTypedNote.ts';

let note = '';
const keep = vi.fn((_patch: NotePatch, _step: string): Promise<unknown> => Promise.resolve());
const keepOnLeave = vi.fn((_patch: NotePatch, _step: string): (() => void) | undefined => undefined);
const field = () => useInPage(() => useTypedNote({ note, keep, keepOnLeave }));
const patches = (of: { mock: { calls: [NotePatch, string][] } }) => of.mock.calls.map(([patch]) => patch);

beforeEach(() => {
  resetPage();
  note = '先办';
  keep.mockReset().mockResolvedValue(undefined);
  keepOnLeave.mockReset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  resetPage();
});

test('a note is written when the typing pauses, with what stood there before', async () => {
  const { now } = await field();
  await act(() => now().begin());
  await act(() => now().type('先办，'));
  await act(() => void vi.advanceTimersByTime(399));
  await act(() => now().type('先办，再报'));
  await act(() => void vi.advanceTimersByTime(399));
  expect(keep).not.toHaveBeenCalled();
  expect(now().draft).toBe('先办，再报');
  await act(async () => void (await vi.advanceTimersByTimeAsync(1)));
  expect(patches(keep)).toEqual([{ note: '先办，再报', noteFrom: '先办' }]);
  await act(() => now().type('先办'));
  await act(async () => void (await vi.advanceTimersByTimeAsync(400)));
  expect(patches(keep)[1]).toEqual({ note: '先办', noteFrom: '先办，再报' });
  expect(keepOnLeave).not.toHaveBeenCalled();
});

test('a field that loses the focus writes at once, and one that was not changed writes nothing', async () => {
  const { now } = await field();
  await act(() => now().begin());
  await act(async () => now().end());
  expect(keep).not.toHaveBeenCalled();
  await act(() => now().type('缓办'));
  await act(async () => now().end());
  expect(patches(keep)).toEqual([{ note: '缓办', noteFrom: '先办' }]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
  expect(keep).toHaveBeenCalledTimes(1);
});

test('a change by another view shows, except while the field is typed in or holds what is not written', async () => {
  const { now, again } = await field();
  note = '缓办';
  await again();
  expect(now().draft).toBe('缓办');
  await act(() => now().begin());
  note = '速办';
  await again();
  expect(now().draft).toBe('缓办');
  await act(async () => now().end());
  await act(() => now().type('不办'));
  note = '先办';
  await again();
  expect(now().draft).toBe('不办');
});

test('after a write that failed the next one starts from the stored note', async () => {
  keep.mockRejectedValueOnce(new Error('full'));
  const { now } = await field();
  await act(() => now().type('缓办'));
  await act(async () => now().end());
  await act(() => now().type('速办'));
  await act(async () => now().end());
  expect(patches(keep)).toEqual([
    { note: '缓办', noteFrom: '先办' },
    { note: '速办', noteFrom: '先办' },
  ]);
});

test.each(['closed', 'hidden', 'left'])(
  'a view that is %s gives what is typed to a context that stays',
  async (how) => {
    const { now, end } = await field();
    await act(() => now().type('缓办'));
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    if (how === 'closed') await end();
    else if (how === 'left') await act(async () => void dispatchEvent(new Event('pagehide')));
    else await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    vi.restoreAllMocks();
    expect(keepOnLeave.mock.calls).toEqual(keep.mock.calls);
    expect(patches(keepOnLeave)).toEqual([{ note: '缓办', noteFrom: '先办' }]);
  },
);

test('a view that becomes visible writes nothing, and a closed one listens no more', async () => {
  const { now, end } = await field();
  await act(() => now().type('缓办'));
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
  expect(keep).not.toHaveBeenCalled();
  await end();
  dispatchEvent(new Event('pagehide'));
  expect(keep).toHaveBeenCalledTimes(1);
});

test('a write that is not done when the view closes is handed over as the same step', async () => {
  keep.mockReturnValueOnce(new Promise(() => {}));
  const { now, end } = await field();
  await act(() => now().type('缓办'));
  await act(async () => now().end());
  await end();
  expect(keep).toHaveBeenCalledTimes(1);
  expect(keepOnLeave.mock.calls).toEqual(keep.mock.calls);
});

test('what is typed during a write is handed over after it, even if the field loses the focus first', async () => {
  keep.mockReturnValue(new Promise(() => {}));
  const { now, end } = await field();
  await act(() => now().type('先办，再报'));
  await act(async () => now().end());
  await act(() => now().type('先办，再报，后查'));
  // When a page is closed, the field loses the focus before the page is hidden.
  await act(async () => now().end());
  await end();
  expect(patches(keepOnLeave)).toEqual([
    { note: '先办，再报', noteFrom: '先办' },
    { note: '先办，再报，后查', noteFrom: '先办，再报' },
  ]);
  expect(new Set(keepOnLeave.mock.calls.map(([, step]) => step)).size).toBe(2);
});

test('a write that fails takes nothing along that was typed meanwhile', async () => {
  let refuse = (_: Error) => {};
  keep.mockReturnValueOnce(
    new Promise((_, failed) => {
      refuse = failed;
    }),
  );
  const { now } = await field();
  await act(() => now().type('先办，再报'));
  await act(async () => now().end());
  await act(() => now().type('先办，再报，后查'));
  await act(async () => now().end());
  expect(keep).toHaveBeenCalledTimes(1);
  await act(async () => refuse(new Error('full')));
  expect(patches(keep)).toEqual([
    { note: '先办，再报', noteFrom: '先办' },
    { note: '先办，再报，后查', noteFrom: '先办' },
  ]);
});

test('the background keeps a note for a view that closes, and a refusal is no failure of the view', async () => {
  background.answers['collection.keepNote'] = () => {
    throw { code: 'storage' };
  };
  const on = { kind: 'article' as const, id: '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f' };
  const step = '11111111-2222-4333-8444-555555555555';
  keepNoteOnLeave(on)({ note: '缓办', noteFrom: '先办' }, step);
  await vi.waitFor(() =>
    expect(background.asked).toEqual([
      { name: 'collection.keepNote', request: { on, note: '缓办', from: '先办', step } },
    ]),
  );
});

test('a page that lives on takes back what it left and could not save, once later words are saved', async () => {
  const takeBack = vi.fn();
  keepOnLeave.mockReturnValue(takeBack);
  keep.mockRejectedValueOnce(new Error('full'));
  const { now } = await field();
  await act(() => now().type('缓办'));
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
  vi.restoreAllMocks();
  expect(takeBack).not.toHaveBeenCalled();
  await act(() => now().type('速办'));
  await act(async () => now().end());
  expect(patches(keep).at(-1)).toEqual({ note: '速办', noteFrom: '先办' });
  expect(takeBack).toHaveBeenCalledTimes(1);
});

test('after two writes that failed together the next one starts from the stored note', async () => {
  const refuse: ((error: Error) => void)[] = [];
  const pending = () => new Promise((_, failed) => void refuse.push(failed));
  keep.mockImplementationOnce(pending).mockImplementationOnce(pending);
  const { now } = await field();
  await act(() => now().type('缓办'));
  await act(async () => now().end());
  await act(() => now().type('缓办，再报'));
  await act(async () => void dispatchEvent(new Event('pagehide')));
  expect(patches(keep).map(({ noteFrom }) => noteFrom)).toEqual(['先办', '缓办']);
  await act(async () => refuse[0]!(new Error('full')));
  await act(async () => refuse[1]!(new Error('full')));
  await act(() => now().type('速办'));
  await act(async () => now().end());
  expect(patches(keep).at(-1)).toEqual({ note: '速办', noteFrom: '先办' });
});
