// Generates a Chinese article from a seed: sentences of administrative prose, some of them stock phrases.

/**
 * Returns a generator of random numbers from 0 to 1 (mulberry32). The same seed gives the same numbers, so that a run
 * can be repeated.
 */
export function seeded(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = (random, all) => all[Math.floor(random() * all.length)];
export const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

const PLACES = '东林 西塘 南桥 北渡 青石 白沙 云岭 长湖 红旗 新河 古城 双溪 临江 望山 大营 柳林'.split(' ');
const UNITS =
  '区水务局 市住建局 县发展改革委 街道办事处 镇人民政府 区应急管理局 市财政局 生态环境分局 交通运输局 农业农村局 教育体育局 卫生健康局 市场监管局 数据资源局 综合执法队 各村委会'.split(
    ' ',
  );
const VERBS = '排查 清理 改造 更新 公布 登记 核对 抽查 修复 检测 验收 归集 评估 整治 巡查 汇总'.split(' ');
const OBJECTS =
  '老旧管网 排水泵站 农贸市场 校园周边道路 危旧房屋 河道岸线 储备粮库 养老服务站 公交站点 建筑工地 消防通道 饮用水源地 充电设施 社区卫生站 档案资料 闲置厂房 防洪堤坝 公共厕所 背街小巷 路灯线路'.split(
    ' ',
  );
const TIMES =
  '本月底前 下周五以前 汛期到来之前 年内 第三季度 六月上旬 九月开学以前 入冬之前 十月底前 两周之内'.split(
    ' ',
  );
const AIMS =
  '做到一处一策 形成书面清单 逐项销号 向居民公示结果 留存影像资料 建立长期台账 由专人复查 按月报送数据 接受群众评议 同步更新系统'.split(
    ' ',
  );
const LINKS = '同时 此外 据介绍 会上明确 下一步 与此同时 按照计划 在前期摸底的基础上 记者了解到 为此'.split(
  ' ',
);

/** Stock sentences, because administrative texts repeat such sentences. */
const STOCK = [
  '各有关单位要提高认识，压实责任，确保各项工作落到实处。',
  '要加强组织领导，明确分工，形成工作合力。',
  '要坚持问题导向，举一反三，全面排查整改。',
  '会议还研究了其他事项。',
  '要严格落实值班值守制度，遇有情况及时报告。',
  '有关负责同志参加会议。',
  '要强化督促检查，对落实不力的严肃追责问责。',
  '要广泛宣传发动，营造良好氛围。',
  '切实保障人民群众生命财产安全。',
  '要加快工作进度，倒排工期，挂图作战。',
  '要健全长效机制，巩固提升整治成果。',
  '要统筹安排资金，提高使用效益。',
];

function plainSentence(random) {
  const one = (list) => pick(random, list);
  const who = `${one(PLACES)}${one(UNITS)}`;
  const what = `${one(VERBS)}${one(OBJECTS)}`;
  const count = `${between(random, 2, 980)}${one(['处', '个', '公里', '户', '项', '座'])}`;
  return one([
    () => `${who}要在${one(TIMES)}${what}${count}，${one(AIMS)}。`,
    () => `${one(LINKS)}，${who}已${what}${count}，${one(TIMES)}还要${one(VERBS)}${one(OBJECTS)}。`,
    () => `${one(LINKS)}，由${who}牵头，${one(PLACES)}${one(UNITS)}配合，${what}，${one(AIMS)}。`,
    () => `${one(PLACES)}片区${what}的费用约${between(random, 12, 960)}万元，由${who}列支。`,
    () =>
      `对${one(PLACES)}一带的${one(OBJECTS)}，${who}每${one(['周', '月', '季度'])}${one(VERBS)}一次，${one(AIMS)}。`,
    () => `${who}负责人说，${one(OBJECTS)}的${one(VERBS)}工作${one(TIMES)}完成，涉及居民${count}。`,
  ])();
}

/** The share of sentences that are stock phrases. */
const STOCK_SHARE = 0.15;

export const sentence = (random) => (random() < STOCK_SHARE ? pick(random, STOCK) : plainSentence(random));

export function paragraph(random) {
  const count = between(random, 2, 5);
  return Array.from({ length: count }, () => sentence(random)).join('');
}

/** Generates paragraphs of `bytes` or slightly more bytes of UTF-8. A Chinese character takes three bytes. */
export function article(random, bytes) {
  const paragraphs = [];
  for (let size = 0; size < bytes; ) {
    const one = paragraph(random);
    paragraphs.push(one);
    size += new TextEncoder().encode(one).length;
  }
  return paragraphs;
}

/**
 * The texts around the article on a web page: menus, teasers, a footer. `lead`: the beginning of the article, which
 * some of these texts repeat, as on real pages.
 */
export function chrome(random, lead) {
  const some = (least, most, make) => Array.from({ length: between(random, least, most) }, make);
  const menu = () => `${pick(random, PLACES)}${pick(random, ['要闻', '信息公开', '办事服务', '互动'])}`;
  return {
    before: [...some(8, 30, menu), ...some(0, 4, () => sentence(random)), `导读：${lead}`],
    after: [
      ...some(4, 12, () => sentence(random)),
      '打印本页',
      '关闭窗口',
      `主办单位：${pick(random, PLACES)}区人民政府办公室`,
    ],
  };
}
