import { describe, expect, it } from 'vitest';
import { words } from '@/test/support/spans.ts';
import { meetingsOf } from './meetings.ts';

describe('Meetings', () => {
  const of = (text: string, publishedAt: string | null = '2025-03-06') =>
    meetingsOf(text, publishedAt).map((meeting) => ({
      name: words(text)(meeting),
      date: meeting.date,
      place: meeting.place && words(text)(meeting.place),
    }));
  it.each([
    [
      '3月6日上午，我县召开春季森林防火工作会议。',
      { name: '春季森林防火工作会议', date: '2025-03-06', place: null },
    ],
    [
      '2月28日，全省水利工作会议在临江召开。副省长王海出席全省水利工作会议。',
      { name: '全省水利工作会议', date: '2025-02-28', place: '临江' },
    ],
    [
      '4日，市政府在行政中心召开防汛工作推进会，',
      { name: '防汛工作推进会', date: '2025-03-04', place: '行政中心' },
    ],
    ['12月30日，局里召开总结会。', { name: '总结会', date: '2024-12-30', place: null }],
  ])('%s', (text, meeting) => {
    expect(of(text)).toEqual([meeting]);
  });
  it('that are to be held, and bodies that end like one, are none', () => {
    expect(of('各单位要在3月15日前召开专题会议。王海出席，市红十字会、残疾人联合会参加。')).toEqual([]);
  });
});

describe('The place of a meeting', () => {
  it.each([
    ['3月2日，市政府召开全市防汛工作会议，会议在市委礼堂举行。', '市委礼堂'],
    ['3月2日，市政府在市委礼堂召开全市防汛工作会议。', '市委礼堂'],
    ['3月2日，市政府召开全市防汛工作会议。会议在市委礼堂举行。', null],
  ])('%s', (text, place) => {
    const [meeting] = meetingsOf(text, '2025-03-04');
    expect(meeting!.place && words(text)(meeting!.place)).toBe(place);
  });
});
