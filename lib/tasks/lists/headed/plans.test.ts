import { describe, expect, it } from 'vitest';
import { inShort, read } from '@/test/support/inShort.ts';

const tasksOf = (...lines: string[]) => inShort(lines.join('\n')).map(({ tasks }) => tasks);

const HEAD = [
  '渠首节水教育',
  '1、利用晨会，宣传用水知识。',
  '2、要求各班组以节水为主题出一期板报。检查时间：9月7日。',
  '3、组织各班组讨论公约。',
];
const TAIL = [
  '渠尾节水教育',
  '1、进一步规范交接，做好登记。',
  '2、观看一部节水影片。',
  '3、利用班前会，讲解案例。',
];
const OFFICIAL = ['泵站节水教育', '1、开展节水竞赛。', '2、各班组自行组织演练，每位职工要写一篇体会。'];

describe('Lists that each stand under a title', () => {
  it('are all orders where one of them sounds official', () => {
    expect(tasksOf(...HEAD, ...TAIL, ...OFFICIAL)).toEqual([
      ['1、|利用晨会，宣传用', '2、|要求各班组以节水', '3、|组织各班组讨论公'],
      ['1、|进一步规范交接，', '2、|观看一部节水影片', '3、|利用班前会，讲解'],
      ['1、|开展节水竞赛', '2、|各班组自行组织演'],
    ]);
  });

  it('are orders in any place of the series', () => {
    expect(tasksOf(...OFFICIAL, ...TAIL)).toHaveLength(2);
  });

  it('are none where no list sounds official', () => {
    expect(tasksOf('安装步骤介绍', '1、安装底座。', '2、检查线路。', ...TAIL)).toEqual([]);
  });

  it('are parts of one plan only where nothing stands between them', () => {
    expect(
      tasksOf('安装步骤介绍', '1、安装底座。', '2、检查线路。', '水泵装好后可以试机。', ...OFFICIAL),
    ).toHaveLength(1);
  });

  it.each(['2024/9/1', '2024年9月1日', '二○二四年九月一日'])('end above the office and %s', (date) => {
    const [list] = read([...OFFICIAL, '闸管所', date].join('\n')).taskLists;
    expect(list!.tasks.at(-1)!.text).toMatch(/体会$/);
  });
});
