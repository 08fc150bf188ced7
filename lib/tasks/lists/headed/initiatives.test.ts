import { describe, expect, it } from 'vitest';
import { inShort } from '@/test/support/inShort.ts';

const items = ['一、随手关水。洗手时不开大水。', '二、一水多用。淘米水浇花。', '三、见漏就报。不让水白流。'];

describe('An appeal (倡议)', () => {
  it.each([
    '为节约用水，我们提出如下倡议：',
    '为此，特发出以下倡议：',
    '现倡议如下：',
    '为此发出以下三点倡议：',
    '在此，我们向全体师生倡议：',
    '为此特倡议：',
  ])('has items that need no 要, below %s', (lead) => {
    expect(inShort(`全体师生：\n${lead}\n${items.join('\n')}`)).toMatchObject([
      { form: 'heading', by: null, tasks: { length: 3 } },
    ]);
  });

  it('is known by its title', () => {
    const text = '1、各班要随手关水。\n2、各班要一水多用。';
    expect(inShort(text, { title: '节水倡议书' })).toMatchObject([{ tasks: { length: 2 } }]);
  });

  it.each([
    '志愿者代表何苗向居民提出如下倡议：一是节约用水；二是爱护沟渠；三是见漏就报。',
    `副校长何苗读了倡议：\n${items.join('\n')}`,
    '活动中，少先队员宣读了节水倡议：水是生命之源，一滴水是一份情。',
    `去年，水务站发出了节水倡议。\n${items.join('\n')}`,
  ])('is only reported in %s', (text) => {
    expect(inShort(text)).toEqual([]);
  });
});
