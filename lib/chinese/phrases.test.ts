import { expect, test } from 'vitest';
import {
  isControl,
  isFoot,
  isLongProse,
  isOthersHeading,
  isProse,
  isRelatedHeading,
  isTail,
  withoutAppendix,
} from './phrases.ts';
import { simplified } from './simplified.ts';

test.each([
  '字号：大 中 小',
  '[大] [中] [小]',
  'T大 T小',
  'A+ A-',
  '分享到： 微信 微博 QQ空间 更多',
  '打印本页 关闭窗口',
  '返回顶部',
  '評論',
  '評論 12',
  '點擊：3051次',
  '加载中…',
  '扫一扫在手机打开当前页',
  '登录后发表评论',
  '点击蓝字 关注我们',
  '返回搜狐，查看更多',
  '— END —',
  '———————',
  '喜欢就点个“在看”吧',
  '＊＊＊＊＊＊＊＊',
  '86人点赞',
  '海量资讯、精准解读，尽在某某APP',
  '正在加载播放器，请稍候',
  '请安装最新版Flash播放器',
  '报错',
  '請同意我們的隱私權規範，才能啟用聽新聞的功能。',
])('a control: %s', (line) => {
  expect(isControl(line)).toBe(true);
});

test.each(['大中小学', '2', '2023-03-02', '关注民生', '清河', '会议由陈南主持'])('no control: %s', (line) => {
  expect(isControl(line)).toBe(false);
});

test('a hostile line is no trap', () => {
  for (const part of ['A+', '字体大小', '人人', '加载中', '大中小', '分享到至', '图集组'])
    expect(isControl(`${part.repeat(60).slice(0, 59)}堤`)).toBe(false);
});

test('both scripts', () => {
  expect(simplified('責任編輯：陳南')).toBe('责任编辑：陈南');
  expect(isTail('相關新聞')).toBe(true);
  expect(isTail('延伸閱讀：泵站')).toBe(true);
  expect(isTail('相关负责人表示')).toBe(false);
});

test('what hangs on the end of a paragraph', () => {
  expect(withoutAppendix('堤坝已查清。（責任編輯：陳南）')).toBe('堤坝已查清。');
  expect(withoutAppendix('堤坝已查清。（主编：陈南）')).toBe('堤坝已查清。');
  expect(withoutAppendix('堤坝已查清。【美编：陈南】')).toBe('堤坝已查清。');
  expect(withoutAppendix('堤坝已查清。>>>更多内容，点击阅读')).toBe('堤坝已查清。');
  expect(withoutAppendix('堤坝已查清（附表）。')).toBe('堤坝已查清（附表）。');
});

test('prose has a sentence, or is long', () => {
  expect(isProse('会议强调，应急队伍要随时待命，物资要备足备齐。')).toBe(false);
  expect(isProse('会议强调，应急队伍要随时待命，物资要备足备齐，预警要及时。')).toBe(true);
  expect(isProse('东桥镇检修泵站，西湾街道巡堤，能否安全度汛？区里这样部署')).toBe(false);
});

test('the words of related links, of other lists and of the foot stand once', () => {
  for (const heading of ['相关阅读', '【相關新聞】', '延伸阅读：', '相关 政策', '拓展阅读'])
    expect(isRelatedHeading(heading)).toBe(true);
  for (const other of ['相关负责人表示', '相关搜索', '与泵站相关的新闻'])
    expect(isRelatedHeading(other)).toBe(false);
  for (const heading of ['热门推荐', '猜你喜欢', '相關稿件', '青山新闻'])
    expect(isOthersHeading(heading)).toBe(true);
  expect(isOthersHeading('推荐干部要看实绩，不看资历和年限。')).toBe(false);
  for (const line of ['版權所有 青山網', '主辦單位：青山市人民政府', '青ICP备1号', '联系我们'])
    expect(isFoot(line) && isTail(line)).toBe(true);
  expect(isFoot('会议由主办单位代表主持')).toBe(false);
});

test('a long line is prose only with a sentence that ends within it', () => {
  const long = '水'.repeat(61);
  expect([isLongProse(`${long}。${long}`), isLongProse(long), isLongProse(`${long}。`)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isLongProse(`${'水'.repeat(30)}。${'水'.repeat(29)}`)).toBe(false);
});
