// @vitest-environment jsdom
import '@/test/support/ownPage.ts';

import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { useFirstRead } from '@/lib/app/firstReads.ts';
import { resetPage, show } from '@/test/support/ownPage.ts';
import { Together } from './Together.tsx';

afterEach(() => {
  vi.useRealTimers();
  resetPage();
});

function Part({ answered }: { answered: boolean }) {
  useFirstRead(answered);
  return answered ? <Inner /> : null;
}
function Inner() {
  useFirstRead(false);
  return <p>inner</p>;
}
const Quick = () => {
  useFirstRead(true);
  return <p>quick</p>;
};

const isWaiting = () => document.querySelector('.waiting') !== null;

test('parts that have read everything show at once', async () => {
  await show(
    <Together>
      <Quick />
    </Together>,
  );
  expect(isWaiting()).toBe(false);
});

test('parts wait for each other, also for a part that comes when another has read, but not for ever', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const shown = (answered: boolean) =>
    show(
      <Together meanwhile={<p>meanwhile</p>}>
        <Quick />
        <Part answered={answered} />
      </Together>,
    );
  await shown(false);
  expect([isWaiting(), document.body.textContent]).toEqual([true, 'meanwhilequick']);
  await shown(true);
  expect(isWaiting()).toBe(true);
  await act(() => void vi.advanceTimersByTime(5000));
  expect([isWaiting(), document.body.textContent]).toEqual([false, 'quickinner']);
});
