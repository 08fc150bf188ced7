/** Groups words by their first character, so that only a few words are compared at each offset of a text. */
function byHead(words: string): ReadonlyMap<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const word of words.trim().split(/\s+/)) {
    const others = heads.get(word[0]!);
    if (others) others.push(word);
    else heads.set(word[0]!, [word]);
  }
  return heads;
}

/** Adverbs and set phrases that may stand before the verb of an order: 切实加强, 因地制宜推进. */
const ADVERBS = byHead(`
  快速 果断 进一步 切实 全面 全力 全程 深入 深度 深刻 扎实 大力 积极 主动 自觉 努力 着力 奋力 持续 不断 继续 始终 坚决 坚定 坚定不移 毫不动摇 毫不放松 一以贯之
  严格 严肃 严密 从严 从快 从细 从实 认真 精心 精准 精细 科学 合理 依法 依规 有序 有效 有力 稳步 稳妥 审慎 加快 尽快 尽早 尽力 及时 立即 迅速 抓紧 率先
  统筹 系统 协同 共同 分别 一体 同步 分类 分级 逐步 逐项 逐一 广泛 充分 更加 更好 真正 牢牢 牢固 高质量 高标准 高效 高水平 重点 优先 灵活 合力 联合 定期
  特别是 特别 尤其 尤其是 同时 同时， 此外， 另外， 一定 必须 务必 应当 应 要 也 还 更 都 再 持之以恒 千方百计 想方设法 因地制宜 多措并举 旗帜鲜明 不折不扣
  另行 先行 一并 统一 当场 以身作则 时刻 原则上 最大限度 密切 紧密 用心 用情 用力 足额 如期 按时 按期 逐户 逐家 逐个 逐村 及早 从严从快 连夜 提早 分头 依规依纪 就近 择优 滚动 据实 如实 轮流 上门 分片 逐栋 逐台 逐件 逐人
`);

/**
 * Verbs that begin an order without 要 in official language: 加强组织领导, 抓好落实, 严禁露天焚烧. To let the rules find another verb,
 * add it here.
 */
const VERBS = byHead(`
  严格 切实 着力 大力 全力 坚决 认真 扎实 努力 抓紧 尽快 千方百计 从严 奋力
  加强 加快 加大 加固 加速 加密 强化 深化 细化 优化 简化 净化 美化 固化 活化 转化 化解 推进 推动 推广 推行 推介 推出 推选 促进 促使 提升 提高 提供 提振 提请 提醒 提前
  增强 增加 增设 增收 完善 完成 完备 健全 建立 建设 建成 建好 建强 建造 构建 构筑 打造 打通 打好 打赢 打响 打击 打牢 打破 创新 创建 创造 创优 创先争优
  落实 落细 落地 落好 压实 压紧 压缩 压减 压降 抓好 抓实 抓紧 抓牢 抓细 抓住 抓准 抓早 抓强 抓手 抓常 抓 做好 做实 做细 做强 做优 做大 做到 做足 做深 做精
  办好 办实 理顺 用好 用足 用活 管好 管住 管控 护好 守住 守牢 守好 守护 守正创新 筑牢 夯实 扛牢 扛起 扛实 树立 树牢 树好 坚持 坚守 保持 保障 保护 保证 保供 保住
  确保 确定 确立 维护 维持 防范 防止 防控 防治 防御 防患 避免 杜绝 遏制 严禁 严守 严防 严控 严查 严把 严格执行 严管 严抓 严惩 严打 严明 严厉 禁止 查处 查找 查清 查摆 查实 查漏
  整治 整改 整合 治理 排查 排除 摸排 摸清 摸底 解决 破解 破除 消除 消化 开展 开拓 开放 开发 开辟 开足 组织 组建 实施 实行 实现 执行 贯彻 贯通 贯穿 学习 学深 学好
  领会 领悟 把握 把好 把牢 把准 把稳 认识 认清 认领 认准 聚焦 聚力 聚合 紧盯 紧扣 紧抓 紧跟 紧贴 紧绷 紧密结合 突出 突破 围绕 立足 对标 对照 对接 对表 支持 支撑 鼓励 鼓舞 鼓足
  引导 引领 引进 引育 引入 指导 帮助 帮扶 培育 培养 培训 培优 培植 发展 发挥 发扬 发动 发现 壮大 激发 激活 激励 释放 挖掘 拓展 拓宽 扩大 扩充 扩容 扩面 延伸 延长 延续 丰富
  统揽 协调 协助 协商 配合 配备 配齐 配足 配强 联动 形成 营造 宣传 宣讲 普及 弘扬 传承 传导 传达 传递 规范 规划 明确 明晰 制定 制订 编制 编好 出台 出实招 修订 修复 修改
  梳理 改进 改善 改革 改造 精简 精选 降低 减少 减轻 减负 减排 控制 控住 控新 限制 限期 取消 取缔 清理 清除 清零 清退 调整 调度 调动 调研 调配 调优 调剂 汇聚 汇集 汇总 凝聚 凝练 凝心
  动员 带动 带头 带领 带好 拧紧 问责 追究 追责 督促 督导 督查 督战 督办 监督 监管 监测 检查 检验 考核 考评 评估 评选 评比 通报 公开 公布 公示 发布 报送 报告 报备 上报 反馈 总结 选派 选树
  选拔 选好 选准 选聘 补齐 补足 补短 补强 弥补 巩固 储备 供给 稳定 稳住 稳步推进 稳固 稳控 稳增长 稳岗 给予 落到 兜牢 兜住 兜底 关心 关爱 关注 服务 服从 履行 履职 承担 承接 担当 担负 担起
  践行 秉持 秉承 遵守 遵循 遵照 恪守 注重 注意 重视 克服 攻克 纠正 纠治 摒弃 应对 处置 处理 救治 救援 抢抓 抢修 抢占 抢险 抢收 备勤 编印 恢复 争取 争创 争当 争先 争做 力争 力求 力促 力保
  锚定 瞄准 牢记 绷紧 织密 织牢 畅通 疏通 疏解 疏导 搭建 集聚 集中 集成 招引 招聘 吸引 吸纳 吸收 利用 运用 运营 使用 借助 借鉴 借势 依托 依靠 结合 探索 试点 试行 复制 转变 转型 转移
  升级 更新 替代 替换 衔接 融入 融合 融会贯通 参与 参加 投入 投放 充实 讲好 讲清 讲求 讲政治 敢于 善于 善作善成 勇于 勇担 勇挑 不得 不能 不可 不断 不忘 不搞 切忌 允许 设立 设置 划定 划清
  签订 分解 分析 分层 举办 便利 放宽 放开 放活 妥善 蓄势 牵头 攻坚 走好 走深 走在 走稳 走访 当好 写好 念好 种好 种足 站稳 站好 唱响 唱好 算好 过好 尽好 尽责 尽职 增进 夺取 迎难 压茬 有机融合 立德树人
  全员参与 下大力 下好 下沉 开设 调拨 责成 倒查 增设 发起 责令 指定 遴选 选择 拨付 兑付 预拨 承办 采购 验收 移交 接管 更换 检修 抽查 抽检 抽调 约谈 复查 复核 核定 核对 测算 起草 拟定 拟订 修编 审核 受理 办理 收缴 收回 腾退 安装 加装 新增 备足 储足 封堵 巡查 盯防 劝返 调运 张贴 开足 举行 召集 报请 提交 盘活 列出 列入 纳入 综合运用 综合施策 倾斜 倾听 回应 回收 收集 收紧 研究 研判 谋划 谋实 谋深 细查 核查 核实 登记 建档 公平 保质保量 挂牌 挂图 倒排 盯紧 盯住 盯牢 兑现 返还 减免
  免除 降本 赋能 赋予 授权 下放 简政 优待 奖励 奖补 补助 补贴 资助 救助 安置 安排 部署 启动 建档立卡 常态化 畅通渠道 激浊扬清 去除 根治 根除 防微杜渐 未雨绸缪 居安思危 举一反三 拿出 拿下 摆正 摆在
  站在 立即 立行立改 以案 守土 凝心聚力 真抓实干 攻坚克难 埋头苦干 苦干 实干 大干 会同 联合 协作 交流 互通 共享 共建 兴办 兴建 新建 改建 扩建 铺设 种植 植树 造林 养护 清淤 疏浚 自验 初验 派专人 派员 派人 移送 移交 出动 转办 交办 进行 抢通 拆除 搬迁 关停 淘汰 压产 去产能 去库存 会商 提速 补好 弄好 盯着 盯死 优抚 抚恤 列支 代办 制作 跟进 引导 指派 值守 垫付 严肃 严密
`);

/**
 * Tries to match an order at an offset of a text: up to `adverbs` adverbs, then a verb. Returns the offset after the
 * verb, or −1 without a match. Uses tables, because a pattern would try a thousand words one by one and take long to
 * compile.
 */
export function endOfOrder(text: string, at: number, adverbs = 4): number {
  const fits = (word: string) => text.startsWith(word, at);
  const head = text[at] ?? '';
  for (const adverb of adverbs > 0 ? (ADVERBS.get(head) ?? []) : []) {
    const end = fits(adverb) ? endOfOrder(text, at + adverb.length, adverbs - 1) : -1;
    if (end >= 0) return end;
  }
  const verb = VERBS.get(head)?.find(fits);
  return verb === undefined ? -1 : at + verb.length;
}

/**
 * An object before the verb of an order without 要: 把群众的事 in 把群众的事放在心上. After 将 the result must follow, as in 将责任落实到人.
 */
export const DISPOSAL =
  /^(?:进一步|切实|真正|自觉|牢牢|持续)?(?:(?:把|让|使)[^，。；]{2,60}|将[^，。；]{2,40}(?:到|为|入|作|在|给|与)[^，。；]{1,30})/;

/**
 * A phrase that may stand before the verb of an order: 在…上, 以…为…, 按照…, 围绕…, 对…. It ends with a comma, or with its own
 * last word (在做好防汛工作的基础上更加注重…).
 */
export const PREPOSITION =
  /^(?:在|遇[有到]|对于?|围绕|按照?|以|通过|针对|结合|根据|从|就|为|凡|本着|沿着|依照|自|到|至|\d)[^，。；：]{1,60}?(?:，|基础上|(?:过程|工作)中|方面|前提下|[底末]前|的同时|为重点|为抓手|为主线|为契机|为引领)/;
