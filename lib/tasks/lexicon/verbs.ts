/** Groups words by their first UTF-16 unit, so that only a few words are compared at each offset of a text. */
function byHead(words: string): ReadonlyMap<number, string[]> {
  const heads = new Map<number, string[]>();
  for (const word of words.trim().split(/\s+/)) {
    const head = word.charCodeAt(0);
    const others = heads.get(head);
    if (others) others.push(word);
    else heads.set(head, [word]);
  }
  return heads;
}

/** Adverbs and set phrases that may stand before the verb of an order: 切实加强, 因地制宜推进. */
const ADVERBS = byHead(`
  快速 果断 彻底 相应 进一步 切实 全面 全力 全程 深入 深度 深刻 扎实 大力 积极 主动 自觉 努力 着力 奋力 持续 不断 继续 始终 坚决 坚定 坚定不移 毫不动摇 毫不放松 一以贯之
  严格 严肃 严密 从严 从快 从细 从实 认真 精心 精准 精细 科学 合理 依法 依规 有序 有效 有力 稳步 稳妥 审慎 加快 尽快 尽早 尽力 及时 立即 迅速 抓紧 率先
  统筹 系统 协同 共同 分别 各自 一体 同步 分类 分级 逐步 逐项 逐一 广泛 充分 更加 更好 真正 牢牢 牢固 高质量 高标准 高效 高水平 重点 优先 灵活 合力 联合 定期
  特别是 特别 尤其 尤其是 同时 同时， 与此同时， 此外， 另外， 一定 必须 务必 应当 应 要 也 还 更 都 再 持之以恒 千方百计 想方设法 因地制宜 多措并举 旗帜鲜明 不折不扣
  另行 先行 一并 统一 当场 以身作则 时刻 原则上 最大限度 密切 紧密 用心 用情 用力 足额 如期 按时 按期 逐户 逐家 逐个 逐村 及早 从严从快 连夜 提早 分头 依规依纪 就近 择优 自行 清醒 正确 准确 滚动 据实 如实 轮流 具体 多形式 多渠道 多方式 多层次 多途径 多角度 全方位 上门 分片 分组 分批 分区 逐栋 逐台 逐件 逐人
`);

/**
 * Verbs that begin an order without 要 in official language: 加强组织领导, 抓好落实, 严禁露天焚烧. To let the rules find another verb,
 * add it here.
 */
const VERBS = byHead(`
  严格 切实 着力 大力 全力 坚决 认真 扎实 努力 抓紧 尽快 千方百计 从严 奋力
  加强 扩充 加快 加大 加固 加速 加密 强化 深化 细化 优化 简化 净化 美化 固化 活化 转化 化解 推进 推动 推广 推行 推介 推出 推选 促进 促使 提升 提高 提供 提振 提请 提醒 提前
  增强 增加 增设 增收 完善 完成 完备 健全 建立 建设 建成 建好 建强 建造 构建 构筑 打造 打通 打好 打赢 打响 打击 打牢 打破 创新 创建 创造 创优 创先争优
  落实 落细 落地 落好 压实 压紧 压缩 压减 压降 抓好 抓实 抓牢 抓细 抓住 抓准 抓早 抓强 抓手 抓常 抓 做好 做实 做细 做强 做优 做大 做到 做足 做深 做精
  找准 采取有效 采取有力 采取切实 采取多种 采取坚决 办好 搞好 办实 理顺 用好 用足 用活 管好 管住 管控 护好 守住 守牢 守好 守护 守正创新 筑牢 夯实 扛牢 扛起 扛实 树立 树牢 树好 坚持 坚守 保持 保障 保护 保证 保供 保住
  确保 确定 确立 维护 维持 防范 防止 防控 防治 防御 防患 避免 杜绝 遏制 严禁 严守 严防 严控 严查 严把 严管 严抓 严惩 严打 严明 严厉 禁止 查处 查找 查清 查摆 查实 查漏
  整治 整改 整合 治理 排查 排除 摸排 摸清 摸底 解决 破解 破除 消除 消化 开展 开拓 开放 开发 开辟 开足 组织 组建 实施 实行 实现 执行 贯彻 贯通 贯穿 学习 学深 学好
  领会 领悟 把握 把好 把牢 把准 把稳 认识 认清 看清 正视 认领 认准 聚焦 聚力 聚合 紧盯 紧扣 紧抓 紧跟 紧贴 紧绷 紧密结合 突出 突破 围绕 立足 对标 对照 对接 对表 支持 支撑 鼓励 鼓舞 鼓足
  引导 教育引导 引领 引进 引育 引入 指导 帮助 帮扶 培育 培养 培训 培优 培植 发展 发挥 发扬 发动 发现 壮大 激发 激活 激励 释放 挖掘 拓展 拓宽 扩大 扩充 扩容 扩面 延伸 延长 延续 丰富
  统揽 统筹 协调 协助 协商 配合 配备 配齐 配足 配强 联动 形成 营造 宣传 宣讲 普及 弘扬 传承 传导 传达 传递 规范 规划 明确 明晰 制定 制订 编制 编好 出台 出实招 修订 修复 修改
  梳理 改进 改善 改革 改造 精简 精选 降低 减少 减轻 减负 减排 控制 控住 控新 限制 限期 取消 取缔 停止 暂停 清理 清除 清零 清退 调整 调度 调动 调派 调研 调配 调优 调剂 汇聚 汇集 汇总 凝聚 凝练 凝心
  动员 带动 带头 带领 带好 拧紧 问责 追究 追责 督促 督导 督查 督战 督办 监督 监管 监测 检查 检验 考核 考评 评估 评选 评比 通报 公开 公布 公示 发布 报送 报告 报备 上报 反馈 总结 选派 选树
  选拔 选好 选准 选聘 补齐 补足 补短 补强 弥补 巩固 储备 供给 稳定 稳住 稳步推进 稳固 稳控 稳增长 稳岗 给予 落到 兜牢 兜住 兜底 关心 关爱 关注 服务 服从 履行 履职 承担 承接 担当 担负 担起
  践行 秉持 秉承 遵守 遵循 遵照 恪守 注重 注意 重视 克服 攻克 纠正 纠治 摒弃 应对 处置 处理 救治 救援 抢抓 抢修 抢占 抢险 抢收 备勤 编印 恢复 争取 争创 争当 争先 争做 力争 力求 力促 力保
  锚定 瞄准 牢记 绷紧 织密 织牢 畅通 疏通 疏解 疏导 搭建 集聚 集中 集成 招引 招聘 吸引 吸纳 吸收 利用 运用 运营 使用 借助 借鉴 借势 依托 依靠 结合 探索 试点 试行 复制 转变 转型 转移
  升级 更新 替代 替换 衔接 融入 融合 融会贯通 参与 参加 投入 投放 充实 讲好 讲清 讲求 讲政治 敢于 善于 善作善成 勇于 勇担 勇挑 不得 不能 不可 不断 不忘 不搞 切忌 允许 设立 设置 划定 划清
  签订 签署 分解 分析 分层 举办 便利 放宽 放开 放活 妥善 蓄势 牵头 攻坚 走好 走深 走在 走稳 走访 当好 写好 念好 种好 种足 站稳 站好 唱响 唱好 算好 过好 尽好 尽责 尽职 增进 夺取 迎难 压茬 有机融合 立德树人
  全员参与 下大力 下好 下沉 开设 调拨 责成 倒查 发起 责令 指定 遴选 选择 拨付 兑付 预拨 承办 采购 验收 移交 接管 更换 检修 抽查 抽检 抽调 约谈 复查 复核 核定 核对 测算 起草 拟定 拟订 修编 审核 受理 办理 收缴 收回 腾退 安装 加装 新增 备足 储足 封堵 巡查 盯防 劝返 调运 张贴 举行 召集 报请 提交 盘活 列出 列入 纳入 综合运用 综合施策 倾斜 倾听 回应 回收 收集 收紧 研究 研判 谋划 谋实 谋深 细查 核查 核实 核验 登记 建档 公平 保质保量 挂牌 挂图 倒排 盯紧 盯住 盯牢 兑现 返还 减免
  免除 降本 赋能 赋予 授权 下放 简政 优待 奖励 奖补 补助 补贴 资助 救助 安置 安排 部署 启动 增开 增派 增配 常态化 激浊扬清 去除 根治 根除 防微杜渐 未雨绸缪 居安思危 举一反三 拿出 拿下 摆正 摆在
  站在 立即 立行立改 以案 守土 真抓实干 埋头苦干 苦干 实干 大干 会同 联合 协作 交流 互通 共享 共建 兴办 兴建 新建 改建 扩建 铺设 种植 植树 造林 养护 清淤 疏浚 自验 初验 派专人 派员 派人 移送 出动 转办 交办 进行 抢通 拆除 搬迁 关停 淘汰 压产 去产能 去库存 会商 提速 补好 弄好 盯着 盯死 优抚 抚恤 列支 代办 制作 跟进 指派 值守 垫付 严肃 严密 教育引导 教育督促 着手 通力 了解和掌握 了解掌握 摸清掌握 早谋划 早部署 早安排 早准备 早行动 早动手 成立由 成立以 成立专 成立领导 成立工作 成立应急
`);

/**
 * Verbs of single actions. They make an order only after the public body that must act: 县粮库烘干稻谷. At the beginning of a
 * sentence most of them may be nouns.
 */
export const ACTIONS = byHead(`
  开通 开具 选取 抽取 挑选 加派 加紧 加印 预置 预留 预备 下达 下拨 下派 发放 发送 发出 印发 印制 划拨 拍照 录入 录制 填报 填写 登录 上传 上线 上岗 上路 到岗 撤离 转运 运送 配送 送达 送到 送电 送医 送教 送药 供应 供餐 陪餐 留样 停用 停运 停办 关闭 封闭 封存 封控 查封 扣押 冻结 处罚 曝光 告知 提示 警示 劝导 劝离 劝阻 疏散
  分流 限流 值班 备战 待命 集结 驻守 驻点 蹲点 包保 包联 包案 包户 包村 包干 包片 核算 核销 核发 核准 核减 审定 审查 评审 评定 论证 报批 招募 签约 签收 签字 签发 会签 交接 交付 归还 归集 归档 存档 备案 立案 立项 开工 完工 竣工 复工 停工 整修 维修 修缮 修建 修补 修剪 修好 修通 清洗 清扫 清运 清掏 清点 清查
  清算 清缴 消杀 消毒 扑救 救护 慰问 看望 回访 接访 下访 约访 接待 接听 接收 接种 接驳 接警 出警 执勤 答复 回复 解答 汇编 普查 摸查 排摸 排班 排定 排出 排产 排涝 抽水 播放 播出 刊发 刊登 推送 转发 悬挂 摆放 存放 保管 看管 看护 照看 照顾 陪护 护送 护航 巡护 巡逻 巡线 巡河 巡检 盯守 盯控 暗访 化验 采样 取样
  送检 检定 调试 安检 试运行 试用 投产 投运 投用 启用 录用 聘用 聘请 邀请 推荐 申报 申领 领取 领办 认养 认购 收购 收储 收治 收取 征集 征求 租用 租赁 购置 购买 购进 备货 备料 备齐 备好 带队 带班 领学 授课 讲授 讲课 轮训 轮换 轮岗 演练 表彰 惩处 追缴 追回 追踪 跟踪 跟班 帮办 协办 催办 催收 催缴 提报 提级 提取 提出 撰写 编写 编排
  绘制 测绘 勘察 勘测 勘验 选址 腾空 让出 预约 销毁 销号 注销 吊销 撤销 中止 终止 重启 重建 重修 复盘 复垦 复耕 补种 补植 补栽 补办 补缴 补发 补录 补充 改签 改派 迁建 迁移 迁出 搬离 安抚 安顿 布设 布控 布置 铺开 架设 搭设 竖立 设卡 设岗 设点 划转 划分 区分 甄别 筛查 筛选 比对 校对 校准 标定 标注 标明 查明 查办 侦办
  侦破 侦查 起诉 审理 裁定 调解 劝解 援助 支援 增援 驰援 响应 联防 会诊 坐诊 义诊 转诊 碰头 磋商 洽谈 拜访 研讨 收割 抢种 抢烘 烘干 晾晒 储存 退还 退出 退回 理赔 支付 结算 结清 托管 接手 讲评 点评 打分 扣减 扣除 计入 让利 供货 补货 错峰 联手 联办 联建 联管 联查 联系 配套解决 配套建设 配套出台 筹集 筹措 筹资 先行先试 先行试点 双岗 停岗 试一遍 走一遍 过一遍 捋一遍 过筛 认账 兜着 兜底 扫尾 收尾 清底 亮出 亮相 交账 交底 垫资 预付 预扣 协查 核对 对账 复训 复检 复测 抽测 抽样 督修 督改 组成 组队 编组 编队 增派 补位 补齐 顶岗 顶班
`);

/**
 * Tries to match an order at an offset of a text: up to `adverbs` adverbs, then a verb. Returns the offset after the
 * verb, or −1 without a match. Uses tables, because a pattern would try a thousand words one by one and take long to
 * compile.
 */
export function endOfOrder(text: string, at: number, adverbs = 4, verbs = VERBS): number {
  const head = text.charCodeAt(at);
  for (const adverb of adverbs > 0 ? (ADVERBS.get(head) ?? NONE) : NONE) {
    if (!text.startsWith(adverb, at)) continue;
    // In 全面彻底地清理 (clear fully and thoroughly) the character 地 joins the adverbs to the verb.
    const behind = at + adverb.length + (text[at + adverb.length] === '地' ? 1 : 0);
    const end = endOfOrder(text, behind, adverbs - 1, verbs);
    if (end >= 0) return end;
  }
  for (const verb of verbs.get(head) ?? NONE) if (text.startsWith(verb, at)) return at + verb.length;
  return -1;
}

const NONE: readonly string[] = [];

/** The first characters of the texts that `DISPOSAL` matches. Other texts are not tried on it, to save time. */
export const OPENS_DISPOSAL = '进切真自牢持始时坚把让使将';

/**
 * An object before the verb of an order without 要 (must): 把群众的事 in 把群众的事放在心上 (take the people's concerns to heart).
 * After 将 the result must follow, as in 将责任落实到人 (assign duties to persons).
 */
export const DISPOSAL =
  /^(进一步|切实|真正|自觉|牢牢|持续|始终|时刻|坚决)?(?:(?:把|让|使)[^，。；]{2,60}|将[^，。；]{2,40}(?:到|为|入|作|在|给|与)[^，。；]{1,30})/;

/**
 * A phrase that may stand before the verb of an order: 在…上, 以…为…, 按照…, 围绕…, 对…. It ends with a comma, or with its own
 * last word (在做好防汛工作的基础上更加注重…). A stretch of time needs no preposition: 汛期值守期间，.
 */
export const PREPOSITION =
  /^(?:在|遇[有到]|对于?|围绕|按照?|以|通过|针对|结合|根据|从|就|为|凡|本着|沿着|依照|自|到|至|\d)[^，。；：]{1,60}?(?:，|(?:基础上|(?:过程|工作)中|方面|前提下|情况下|[底末]前|的同时)，?|为(?:重点|抓手|主线|契机|引领)，?)|^[\u4e00-\u9fff]{2,8}(?<!以来)期间，|^在全(?:社会|[省市县区国校院系]|行业)(?:范围内?)?(?=[\u4e00-\u9fff]{2})/;
