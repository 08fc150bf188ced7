// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstViewShown } from '@/lib/app/firstView.ts';
import { resetPage, show } from '@/test/support/ownPage.ts';
import { FailureBoundary } from './FailureBoundary.tsx';
import { later } from './Later.tsx';

beforeEach(resetPage);
afterEach(() => {
  vi.restoreAllMocks();
  resetPage();
});

const Greeting = ({ name }: { name: string }) => <p>你好，{name}</p>;
const shown = () => document.body.textContent;

test('a part takes the place of what stands in for it when its code is there', async () => {
  const load = vi.fn(async () => Greeting);
  const Part = later(load, { Meanwhile: ({ name }) => <p>{name}…</p> });
  act(() => void show(<Part name="甲" />));
  expect(shown()).toBe('甲…');
  await vi.waitFor(() => expect(shown()).toBe('你好，甲'));
  // The code is loaded by now, so a second use of the component shows at once.
  act(() => void show(<Part key="other" name="乙" />));
  expect(shown()).toBe('你好，乙');
  expect(load).toHaveBeenCalledTimes(1);
});

test('a part that was loaded in advance shows at once', async () => {
  const Part = later(async () => Greeting);
  await Part.load();
  act(() => void show(<Part name="甲" />));
  expect(shown()).toBe('你好，甲');
});

test('a part is loaded once the first view shows, and nothing shows in its place unless given', async () => {
  const load = vi.fn(async () => Greeting);
  const Part = later(load);
  expect(load).not.toHaveBeenCalled();
  firstViewShown();
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await show(<Part name="甲" />);
  await vi.waitFor(() => expect(shown()).toBe('你好，甲'));
});

test('a part that cannot be loaded is said to have failed, and is loaded again when tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi.fn(async () => Greeting).mockRejectedValueOnce(new Error('gone'));
  const Part = later(load);
  await show(
    <FailureBoundary title="失败">
      <Part name="甲" />
    </FailureBoundary>,
  );
  const again = () => document.querySelector<HTMLElement>('[data-testid=try-again]');
  await vi.waitFor(() => expect(again()).not.toBeNull());
  await act(async () => again()!.click());
  await vi.waitFor(() => expect(shown()).toBe('你好，甲'));
});
