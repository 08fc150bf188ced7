// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { NoteAndTags } from './NoteAndTags.tsx';

type Patch = { note?: string; noteFrom?: string; tags?: string[] };

const refuses = () => Promise.reject({ code: 'storage' });

function show(props: {
  note?: string;
  tags?: string[];
  keep: (patch: Patch) => Promise<unknown>;
  keepOnLeave?: (patch: Patch) => (() => void) | undefined;
}) {
  act(() =>
    render(
      <NoteAndTags
        note={props.note ?? ''}
        tags={props.tags ?? []}
        known={['水务']}
        keep={props.keep}
        keepOnLeave={props.keepOnLeave}
        rendered={(note) => <b>{note}</b>}
      />,
      document.body,
    ),
  );
}
afterEach(() => act(() => render(null, document.body)));

const note = () => document.querySelector<HTMLTextAreaElement>('[data-testid=note]')!;
const tag = () => document.querySelector<HTMLInputElement>('[data-testid=add-tag]')!;
const alert = () => document.querySelector('[role=alert]')?.textContent ?? null;

const type = (field: HTMLTextAreaElement | HTMLInputElement, words: string) =>
  act(async () => {
    field.focus();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const leave = (field: HTMLElement) => act(async () => field.blur());
const enter = (init: KeyboardEventInit = {}) =>
  act(async () => {
    tag().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }));
  });

test('a note is kept when the typing pauses, over what it was typed over', async () => {
  vi.useFakeTimers();
  const keep = vi.fn(async (_patch: Patch) => {});
  show({ note: '旧', keep });
  for (const words of ['旧。', '旧。下', '旧。下周']) await type(note(), words);
  expect(keep).not.toHaveBeenCalled();
  await act(async () => void (await vi.advanceTimersByTimeAsync(400)));
  await type(note(), '旧。下周核对');
  await act(async () => void (await vi.advanceTimersByTimeAsync(400)));
  expect(keep.mock.calls.map(([patch]) => patch)).toEqual([
    { note: '旧。下周', noteFrom: '旧' },
    { note: '旧。下周核对', noteFrom: '旧。下周' },
  ]);
  await act(async () => void (await vi.advanceTimersByTimeAsync(5000)));
  expect(keep).toHaveBeenCalledTimes(2);
  expect(alert()).toBeNull();
  vi.useRealTimers();
});

test.each([
  ['the field is left', () => leave(note()), 0],
  ['the view is closed', () => act(async () => void dispatchEvent(new Event('pagehide'))), 1],
  ['another is shown in its place', () => act(async () => render(null, document.body)), 1],
  [
    'the view is hidden',
    () =>
      act(async () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        document.dispatchEvent(new Event('visibilitychange'));
        vi.restoreAllMocks();
      }),
    1,
  ],
])('a note is kept at once when %s', async (_, happens, leaving) => {
  const keep = vi.fn(async (_patch: Patch, _step: string) => {});
  const keepOnLeave = vi.fn((_patch: Patch, _step: string) => {});
  show({ keep: keep as never, keepOnLeave: keepOnLeave as never });
  await type(note(), '下周核对');
  await happens();
  const call = [{ note: '下周核对', noteFrom: '' }, expect.any(String)];
  expect(keep.mock.calls).toEqual([call]);
  // The background gets the same note under the same id, because a closing view may disappear before it has saved the
  // note.
  expect(keepOnLeave.mock.calls).toEqual(leaving ? [keep.mock.calls[0]] : []);
});

test('a note that is being written when the view closes is handed to the background under the same id', async () => {
  const keep = vi.fn((_patch: Patch, _step: string) => new Promise<void>(() => {}));
  const keepOnLeave = vi.fn((_patch: Patch, _step: string) => {});
  show({ keep: keep as never, keepOnLeave: keepOnLeave as never });
  await type(note(), '下周核对');
  await leave(note());
  expect(keepOnLeave).not.toHaveBeenCalled();
  await act(async () => void dispatchEvent(new Event('pagehide')));
  expect(keepOnLeave.mock.calls).toEqual([keep.mock.calls[0]]);
});

test('a note that could not be kept stays, whatever comes from elsewhere, and the failure is told', async () => {
  show({ note: '旧', keep: refuses });
  await type(note(), '下周核对');
  await leave(note());
  expect(alert()).toBe('没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。');
  show({ note: '别处所写', keep: refuses });
  expect(note().value).toBe('下周核对');
  const keep = vi.fn(async (_patch: Patch) => {});
  show({ note: '别处所写', keep });
  await type(note(), '下周核对。');
  await leave(note());
  expect(keep.mock.calls.map(([patch]) => patch)).toEqual([{ note: '下周核对。', noteFrom: '旧' }]);
});

test('what is written elsewhere shows, but not under the fingers of somebody who types', async () => {
  const keep = async () => {};
  show({ note: '旧', keep });
  await type(note(), '下周');
  show({ note: '别处所写', keep });
  expect(note().value).toBe('下周');
  await leave(note());
  show({ note: '别处又写', keep });
  expect(note().value).toBe('别处又写');
});

test('a note is rendered until somebody edits it', async () => {
  show({ note: '下周核对', keep: async () => {} });
  expect(document.querySelector('b')?.textContent).toBe('下周核对');
  expect(note().hidden).toBe(true);
  await act(async () => document.querySelector<HTMLElement>('[data-testid=edit-note]')!.click());
  expect(note().hidden).toBe(false);
  expect(document.activeElement).toBe(note());
});

test('tags are added with Enter, several at once, and each once', async () => {
  const keep = vi.fn(async (_patch: Patch) => {});
  show({ tags: ['水务'], keep });
  await type(tag(), '汛期，河道、水务');
  await enter();
  await leave(tag());
  expect(keep.mock.calls).toEqual([[{ addTags: ['汛期', '河道'] }, undefined]]);
  expect(tag().value).toBe('');
});

test('the Enter that ends the input of Chinese adds nothing', async () => {
  const keep = vi.fn(async (_patch: Patch) => {});
  show({ keep });
  await type(tag(), 'xunqi');
  await enter({ isComposing: true });
  expect(keep).not.toHaveBeenCalled();
  expect(tag().value).toBe('xunqi');
});

test('a tag that could not be kept stays in the field', async () => {
  show({ keep: refuses });
  await type(tag(), '汛期');
  await enter();
  await vi.waitFor(() => expect(tag().value).toBe('汛期'));
  expect(alert()).toContain('没能写入本机存储');
});

test('a click takes a tag away', async () => {
  const keep = vi.fn(async (_patch: Patch) => {});
  show({ tags: ['水务', '汛期'], keep });
  await act(async () => document.querySelector<HTMLElement>('[aria-label="移除标签 水务"]')!.click());
  expect(keep.mock.calls).toEqual([[{ removeTags: ['水务'] }, undefined]]);
});
