const ends = (words: string) => words.trim().split(/\s+/).join('|');

/** How the names of bodies and groups end to whom orders are given, for use in a pattern: 各部门, 市教育局, 全体职工. */
export const BODY_END = `(?:${ends(`
  部门 科室 处室 (?<![本学理文工])科 单位 机关 机构 地区 各地 区县 市县 各级 级 局 委 办 厅 署 部 会 院 行 政府 街道 镇 乡 县 区 市 省 州 盟 旗 村 社区 支部 党委 党组 组织 干部 党员 同志 职工 员工 人员
  师生 教师 学生 学校 院系 学院 高校 医院 企业 公司 集团 银行 基金 中心 负责人 责任人 领导 班子 成员 书记 主任 主官 一把手 上下 系统 大队 支队 总队 队伍 专班 小组 指挥部 协会
  代表 委员 民警 辅警 医师 护士 会员 商户 业主 河长 林长 网格员 护林员 大家 我们 各方 方面 局长 镇长 县长 校长 主体 法院 检察院 基地 园区 站所 部队 官兵 群众组织 社会各界
`)})`;

/** Ends behind which 和, 及 or 与 parts two bodies (教育局和财政局); 工业和信息化部 has none and stays whole. */
export const PARTED_END =
  '(?:部|委|局|办|厅|署|院|会|行|府|门|单位|司|处|室|科|中心|公司|集团|街道|镇|乡|县|区|市|省|社|站|所|学校|地区|各地|工会|支队|大队)';
