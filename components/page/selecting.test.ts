// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { beforeEach, expect, test, vi } from 'vitest';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import { rangeOf, showPage } from '@/test/support/marks.ts';
import type { Bar } from './bar.ts';
import type { MarkCard } from './markCard.ts';
import { Selecting } from './selecting.ts';

const actions = { mark: vi.fn(), cite: vi.fn(), retarget: vi.fn(), meaningOf: () => '', readOnly: vi.fn() };
const card = { open: vi.fn() };
const bar = { show: vi.fn(), notice: vi.fn() };
const closeAll = vi.fn();
let selecting: Selecting;

beforeEach(() => {
  getSelection()?.removeAllRanges();
  vi.resetAllMocks();
  actions.mark.mockResolvedValue({ id: 'made' });
  actions.retarget.mockResolvedValue({ id: 'moved' });
  actions.readOnly.mockReturnValue(false);
  showPage(['各镇要清淤疏通。']);
  selecting = new Selecting({
    doc: document,
    actions: actions as unknown as PageActions,
    bar: bar as unknown as Bar,
    card: card as unknown as MarkCard,
    closeAll,
  });
});

/** The element that was last shown beside the selection. */
const shown = () => bar.show.mock.lastCall![0] as HTMLElement;

test('a task is a mark with its tag, in the colour of the choice', async () => {
  const range = rangeOf('清淤');
  selecting.choose(range, { action: 'task', color: 'green' });
  await vi.waitFor(() => expect(actions.mark).toHaveBeenCalledWith(range, 'green', ['任务']));
  expect(card.open).not.toHaveBeenCalled();
  expect(closeAll).toHaveBeenCalled();
});

test.each(['note', 'tag'] as const)('a %s opens the card of the new mark at that field', async (action) => {
  selecting.choose(rangeOf('清淤'), { action, color: 'yellow' });
  await vi.waitFor(() => expect(card.open).toHaveBeenCalledWith('made', action));
  expect(actions.mark.mock.lastCall![2]).toEqual([]);
});

test('an action on a selection takes the colour that was chosen last', async () => {
  expect(selecting.chooseSelected('highlight')).toBe(false);
  selecting.choose(rangeOf('各镇'), { action: 'highlight', color: 'blue' });
  getSelection()!.addRange(rangeOf('疏通'));
  expect(selecting.chooseSelected('task')).toBe(true);
  await vi.waitFor(() => expect(actions.mark.mock.lastCall!.slice(1)).toEqual(['blue', ['任务']]));
});

test('a citation makes no mark and tells whether it was copied', async () => {
  actions.cite.mockResolvedValue(true);
  selecting.choose(rangeOf('清淤'), { action: 'cite', color: 'yellow' });
  await vi.waitFor(() => expect(bar.notice.mock.lastCall?.[0]).toBe('已复制引文'));
  expect(actions.mark).not.toHaveBeenCalled();
});

test('a mark that fails is told beside the selection', async () => {
  actions.mark.mockRejectedValue(new Error('broken'));
  selecting.choose(rangeOf('清淤'), { action: 'highlight', color: 'yellow' });
  await vi.waitFor(() => expect(bar.notice).toHaveBeenCalled());
});

test('only the next selection becomes the new place of a mark', async () => {
  selecting.reattaching = 'lost';
  const range = rangeOf('清淤');
  selecting.offer(range);
  shown().querySelector('button')!.click();
  await vi.waitFor(() => expect(card.open).toHaveBeenCalledWith('lost', null));
  expect(actions.retarget).toHaveBeenCalledWith('lost', range);
  selecting.offer(rangeOf('疏通'));
  expect(shown().querySelectorAll('button').length).toBeGreaterThan(1);
});

test('where the collection can only be read the toolbar says so, and offers the citation alone', async () => {
  actions.readOnly.mockReturnValue(true);
  actions.cite.mockResolvedValue(true);
  selecting.reattaching = 'moved';
  selecting.offer(rangeOf('清淤'));
  expect(shown().textContent).toContain('当前版本只能查看');
  expect([...shown().querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['复制引文']);
  shown().querySelector('button')!.click();
  await vi.waitFor(() => expect(actions.cite).toHaveBeenCalled());
});

test('a toolbar that shows already offers less as soon as the collection is known to be read-only', () => {
  selecting.checkOffer();
  expect(bar.show).not.toHaveBeenCalled();
  selecting.offer(rangeOf('清淤'));
  const whole = shown().querySelectorAll('button').length;
  selecting.checkOffer();
  expect(shown().querySelectorAll('button')).toHaveLength(whole);
  actions.readOnly.mockReturnValue(true);
  selecting.checkOffer();
  expect(shown().querySelectorAll('button')).toHaveLength(1);
  const { length } = bar.show.mock.calls;
  selecting.checkOffer();
  expect(bar.show).toHaveBeenCalledTimes(length);
});
