import { afterEach, expect, test, vi } from 'vitest';
import { watchLateContent } from '@/lib/app/annotator/lateContent.ts';

const paragraph = (text: string) => {
  const p = document.createElement('p');
  p.append(text);
  return p;
};

/** A watch for late content whose checks the test can count and wait for. */
function watched(find: () => boolean = () => true) {
  let looks = 0;
  let answerLook: (() => void) | null = null;
  const watch = watchLateContent(document, () => {
    looks++;
    answerLook?.();
    return find();
  });
  return {
    watch,
    looks: () => looks,
    nextLook: () =>
      new Promise<void>((resolve) => {
        answerLook = resolve;
      }),
  };
}

let stop = () => {};
afterEach(() => {
  vi.useRealTimers();
  stop();
  document.body.replaceChildren();
});

/** Advances the clock by more than the time after which a page counts as settled. */
const rest = () => vi.advanceTimersByTimeAsync(600);

test('words that come are looked at once, however many changes bring them', async () => {
  vi.useFakeTimers();
  const { watch, looks } = watched();
  stop = watch.stop;
  watch.start([]);
  for (let i = 0; i < 50; i++) document.body.append(paragraph(`第${i}段来得晚。`));
  await rest();
  expect(looks()).toBe(1);
});

test('changes without words, and no change at all, are not looked at', async () => {
  vi.useFakeTimers();
  const { watch, looks } = watched();
  stop = watch.stop;
  watch.start([]);
  document.body.append(document.createElement('div'), '\n   ');
  document.body.firstElementChild!.setAttribute('class', 'shown');
  await rest();
  expect(looks()).toBe(0);
});

test('before the start and after the stop nothing is looked at', async () => {
  vi.useFakeTimers();
  const { watch, looks } = watched();
  document.body.append(paragraph('开始之前'));
  await rest();
  watch.start([]);
  document.body.append(paragraph('马上就停'));
  watch.stop();
  document.body.append(paragraph('停了之后'));
  await rest();
  expect(looks()).toBe(0);
});

test('words in a shadow tree are looked at where its root is named', async () => {
  const { watch, nextLook, looks } = watched();
  stop = watch.stop;
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  watch.start([root]);
  const looked = nextLook();
  root.append(paragraph('影子里的一段。'));
  await looked;
  expect(looks()).toBe(1);
});

test('a page that never rests is looked at all the same, and ever more rarely when nothing comes of it', async () => {
  const { watch, looks, nextLook } = watched(() => false);
  stop = watch.stop;
  watch.start([]);
  const clock = document.body.appendChild(paragraph('0'));
  let ticks = 0;
  const ticking = setInterval(() => clock.replaceChildren(`${++ticks}秒`), 20);
  await nextLook();
  const first = ticks;
  await nextLook();
  const second = ticks - first;
  clearInterval(ticking);
  expect(looks()).toBe(2);
  expect(second).toBeGreaterThan(first);
});
