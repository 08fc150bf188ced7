import { HAN, oneOf } from './patterns.ts';
import { COMMON_SURNAMES, LONG_SURNAMES, OTHER_SURNAMES } from './surnames.ts';

// Names and titles of people in sentences. Patterns are sources of a RegExp and match simplified text.
// vocabulary.test.ts tries each ✓ and ✗ example at the end of a text.

/** Uyghur and Kazakh given names that texts also write alone, without a dot (·). */
const ETHNIC_NAMES = oneOf('买买提 阿不都');

/** A name in Han characters: a surname with one or two more characters, or one of `ETHNIC_NAMES`. */
// ✓ 何苗
// ✓ 欧阳小苗
// ✗ 目标
export const HAN_NAME = `(?:(?:${LONG_SURNAMES}|${ETHNIC_NAMES})[${HAN}]{1,2}?|[${COMMON_SURNAMES}${OTHER_SURNAMES}][${HAN}]{1,2}?)`;

/** The first characters of the names that `HAN_NAME` matches. */
export const NAME_BEGINNINGS: readonly string[] = [
  ...COMMON_SURNAMES,
  ...OTHER_SURNAMES,
  ...`${LONG_SURNAMES}|${ETHNIC_NAMES}`.split('|').map((name) => name[0]!),
];

/** A person's name in Han characters, or with a dot as in the names of many ethnic groups. */
// ✓ 何苗
// ✓ 艾力·买买提
// ✗ 目标
export const NAME = `(?:${HAN_NAME}|[${HAN}]{2,6}·[${HAN}]{2,8}?)`;

/** The last words of titles, which come before or after a person's name. */
export const TITLES: readonly string[] = `
  总书记 书记 秘书长 检察长 董事长 委员长 理事长 总队长 支队长 大队长 指挥长 巡视员 调研员
  督察专员 总工程师 工程师 总会计师 会计师 总经济师 审计师 总农艺师 农艺师 总兽医师 兽医师 总规划师 总统计师 总指挥 指挥 召集人 总经理 副经理 经理 主任 主席 主委 总理 委员 专员 参事
  顾问 政委 支书 苏木达 厂长 矿长 网格长 总编辑 教导员 指导员 督学 组长 部长 省长 市长 区长 县长 镇长 乡长 州长 盟长 旗长 局长 厅长 司长 处长 署长
  科长 股长 站长 所长 院长 校长 园长 行长 会长 社长 台长 馆长 队长 团长 师长 连长 庭长 关长 村长 场长 总监 河长 湖长 林长 链长
  总裁 主管 负责人 助理 常委 领导 代表 成员 同志 教授 研究员 院士 专家 经济学家
`
  .trim()
  .split(/\s+/);

/** Endings of titles, as the source of a pattern. */
// ✓ 县委副书记
// ✓ 党组成员
// ✗ 县委
export const TITLE_END = `(?:${TITLES.join('|')})`;

/**
 * What may follow a person's name (何苗 in the examples), so that the name ends there: punctuation, a date, or a word
 * that continues the sentence.
 */
// ✓ 何苗强调，
// ✓ 何苗、方宁
// ✗ 何苗圃
export const AFTER_NAME = `(?=$|[，。、：；（）\\s“”《\\d]|[一二五六七八九十]{1,3}日|(?:和|与|及|同)(?![在强指])(?=\\d|[${HAN}]{2})|${oneOf(`
  作 边.边 在 对 就 到 带 率 等 以 来 前 赴 宣 为 并 从 签 任 致 做 发 向 给 还 也 先 说
  讲 走 随 最 今 近 要 领 的 将 均 主 又 受 曾 因 则 不 把 让 已 被 或 三 四
  强调 指出 表示 提出 明确 提醒 叮嘱 部署 调度 布置 交办 出席 参加 参会 一行 同志 围绕 听取 深入
  前往 陪同 传达 通报 介绍 安排 总结 代表 调研 检查 考察 视察 看望 察看 实地 现场 分别 结合
  充分 首先 指导 会见 担任 汇报 日前 逐一 认真 详细 仔细 开展 督导 督查 列席 继续 进行 批示
  站起 起身 家的 家里 了解 慰问 肯定 认为 重申 回顾 分析 高度 深切 亲切 委托 勉励 询问 十分 非常 特别 多次 一直
  接受 亲自 莅临 亲临 应邀 应约 昨日 昨天 再次 立即 第一 迅速 连夜 当即 专门 专程 一并 同时 组织 召集 牵头 负责 解读 授课 颁奖 揭牌 听完 听罢 听了 听后 没有 没念 接着 接过 打断 开门 当场 当面 直接 直言 直截 拍板 笑着 看完 看罢 看了 放下 翻开 拿出 点头 话锋 补充 回应 插话 反问 追问 敲定 启动 点评 寄语 希望 建议
`)})`;

/**
 * Words that begin with the character of a surname, but are no names: 高度(重视) (highly valued), 安全 (safety), 方案 (plan).
 */
const NO_NAMES = new Set(
  `
  高度 高质 高校 高效 高新 高中 高层 高位 高标 安全 安排 安居 安徽 方案 方面 方法 方向 方式 文章 文件 文化 文明 文旅 时代 时刻 时间 时任 应急 应当 应对 应该 应用
  成立 成员 成效 成为 成果 成功 任务 任何 计划 计生 项目 严格 严肃 严厉 严峻 严密 平安 平台 平均 平稳 和谐 金融 金额 经济 经过 经营 经费 经验 关于 关键 关心 关注 明确 明显 明年 管理 管控
  国家 国务 国有 国际 国内 国企 广大 广泛 广东 广西 公司 公安 公众 公开 公共 公益 都要 都是 向全 向前 全会 全国 全市 全县 全区 全省 全面 全力 全体 全镇 全局 全校 全院 全系 全年 全乡 全州 师生
  党委 党组 党员 党政 党的 党建 党校 党中 单位 水利 水务 水平 水质 通知 通报 通过 通讯 能源 能力 东部 农业 农村 农民 乐观 路线 路径 路灯 山东 山西 山区 相关 相应 查处 查看 查找 解决 解放 解读
  强化 强调 从严 从而 从实 利用 利益 双方 双重 支持 支部 支队 支委 家庭 家长 车辆 居民 居住 那么 石油 江苏 江西 云南 贵州 连续 宣传 宣布 宣讲 印发 符合 向首 向记 向大 向广 向群 向企 向居 向市 向党 向人 曾多 曾在 曾任 曾获 曾是 常工 和相 和有 和各 从事 于是 班子 关系 卓越 初步 简要 简介 简述 简单 满意 步入 武警 武汉 华东 华南
  温暖 温度 后续 后来 边界 同时 同志 同比 常务 常委 常态 常年 干部 左右 贯彻 沈阳 花园 容易 包括 包保 纪委 纪检 纪律 尚未 充分 习惯 景区 景观 司法 康复 杜绝 顾问 马上 危险 危机 苗木 房屋 房地
  柴油 麦收 盛会 荣获 荣誉 费用 季度 席位 宗旨 万元 万亩 白天 冷链 空气 曾经 尽管 龙头 毕业 谈话 湛江 池州 易地 易于 尤其 贺信 祝愿 祝贺 雷电 施工 施行 何时 段落 焦点 牛羊 养老 养殖 连日 辛苦 车间
  游客 游览 商务 商业 印章 幸福 终端 巩固 都匀 荆州 阳光 申请 申报 充实 扶贫 储备 储能 宿舍 巡视 巡察 古城 富民 门诊 红色 红十 益民 桂林 欧盟 利率 勾勒 仰望 钟楼 梁山 柳州 苏州 徐州 徐工 杭州
  郑州 福州 常州 温州 海关 夏季 秋季 冬季 季节 部队 凌晨 万人 印度 越南 莫让 全程 全域 单独 单项 计量 文字 文艺 成本 成绩 支出 支撑 关停 从业 向上 向社 时常 方能 方可 留下 留在
`
    .trim()
    .split(/\s+/),
);
/**
 * Whether a word is no person's name, although it begins with a surname. The second test recognises a surname with
 * the title 总 (boss), such as 盛总.
 */
export const isNoName = (name: string): boolean => NO_NAMES.has(name.slice(0, 2)) || /^.总$/.test(name);
