import { groupOf } from './patterns.ts';

// Endings of the names of public bodies and other organisations. Patterns are sources of a RegExp and match simplified
// text. vocabulary.test.ts tries each ✓ and ✗ example at the end of a name.
//
// A lookbehind for the characters before a word is written after the word: 司(?<![公官]司), not (?<![公官])司. Otherwise the
// RegExp engine would look back at every place of a text, which is slow.

/** 处 as the ending of an office's name (教务处, office of academic affairs), and not of other words (到处, everywhere). */
const OFFICE_END = '处(?!于)(?<![到之此出用好坏深远何长短难益高低近逐多几每惩正]处)';
/** 司 as the ending of a division's name (规划司, planning division), and not of other words (公司, company). */
const DIVISION_END = '司(?<![公官上打寿]司)';

/** Endings of the names of organs of state and party, which issue and sign documents. */
// ✓ 青山市人民政府
// ✓ 县政府办公室
// ✓ 国家卫生健康委员会
// ✓ 省自然资源厅
// ✓ 审计署
// ✓ 市政府督查室
// ✗ 青山镇
// ✗ 青山晚报社
// ✗ 第三会议室
export const ORGAN_END = '(?:政府|办公[厅室]|(?:督查|研究|参事)室|委员会|[局厅署院部委])';

/**
 * Endings of the names of organs (`ORGAN_END`), of public bodies set up for one purpose (指挥部) and of party
 * organisations (党组).
 */
// ✓ 市防汛抗旱指挥部
// ✓ 市安委会办公室
// ✓ 区委全面深化改革领导小组
// ✓ 局党组
// ✗ 青山镇
export const COMMAND_END = `(?:${ORGAN_END}|指挥部|领导小组|办|防指|防总|党委|党组|中央)`;

/** Endings of the names of companies, schools and hospitals. */
// ✓ 青山水务集团
// ✓ 青山大学
// ✓ 人民医院
// ✗ 市财政局
export const UNDERTAKING_END = '(?:公司|集团|银行|大学|学校|学院|医院|中心)';

/** Endings of the names of organisations that sign at the foot of a document. */
// ✓ 青山市人民政府
// ✓ 中国银行业协会
// ✓ 青山县人民法院
// ✗ 联系人
export const SIGNATORY_END = `(?:${ORGAN_END}|${UNDERTAKING_END}|[协学]会)`;

/** Endings of the names of organisations that reports name as speakers: 市委、市政府要求, 省防指要求. */
// ✓ 市委
// ✓ 省防指
// ✓ 青山大学
// ✗ 他的讲话
export const SPEAKING_END = `(?:${COMMAND_END}|${UNDERTAKING_END})`;

/** Endings of the names of organisations and groups that receive orders: 各部门, 市教育局, 全体职工. */
// ✓ 各部门
// ✓ 市教育局
// ✓ 全体职工
// ✓ 教务处
// ✓ 人事司
// ✓ 各部室
// ✓ 全体干警
// ✓ 隶属海关
// ✓ 市农商行
// ✓ 属地国企
// ✓ 小区物业
// ✗ 老少都会
// ✗ 到处
// ✗ 理科
// ✗ 工作
// ✗ 教材发行
export const BODY_END = groupOf(`
  部门 科室 处室 股室 部室 科(?<![本学文工]科|(?<![管审办受护代])理科) ${OFFICE_END} 单位 机关 机构 地区 省份 各地 区县 市县 各级 级 局 委 办 厅 署 部 会(?<![都就才]会) 院 ${DIVISION_END} 行(?<=[人农工建支分总商信央]行) 政府 街道 镇 乡 县 区 市 省 州 盟 旗 村 社区 支部 党委 党组 组织 干部 党员 同志 职工 员工 人员
  师生 教师 学生 学校 院系 学院 高校 医院 企业 公司 集团 银行 基金 中心(?!校) 负责人 责任人 领导 班子 成员 书记 主任 院长 处长 站长 所长 组长 主官 一把手 上下 系统 [国央]企 物业 热线平台 大队 支队 总队 (?:工作|救援|扑火|突击|抢险|医疗|消防|执法|服务|巡查|联防)队 队伍 专班 小组 指挥部 协会
  代表 委员 民警 辅警 干警 全警 警种 医师 护士 会员 商户 业主 河长 林长 网格员 护林员 大家 我们 海关(?<=[\\u4e00-\\u9fff]{2}海关) 小学 中学 中心校 [市县区][一二三四五六七八九]中 各方 方面 局长 镇长 县长 校长 主体 法院 检察院 基地 园区 站所 部队 官兵 群众组织 社会各界
`);

/**
 * Endings of the names of units within an organisation, or of units that serve the public. In a clause, such a unit
 * counts as the one that must act only where 要 or a verb follows its name.
 */
// ✓ 督查室
// ✓ 财务室
// ✓ 综合执法队
// ✓ 供电所
// ✓ 消防救援站
// ✓ 宣传组
// ✓ 旅行社
// ✓ 星级饭店
// ✓ 县残联
// ✓ 村残协
// ✓ 机关食堂
// ✓ 清淤专班
// ✓ 县经开区
// ✓ 纪检监察室
// ✓ 国有林场
// ✓ 房屋产权人
// ✓ 项目法人
// ✓ 各党总支
// ✓ 县一中
// ✓ 中心校
// ✓ 市场所
// ✓ 各客运段
// ✓ 民事审判庭
// ✓ 立案庭
// ✓ 民政课
// ✓ 征收管理股
// ✓ 公路段
// ✓ 餐饮服务提供者
// ✓ 新闻媒体
// ✓ 县粮库
// ✓ 小区业委会
// ✓ 国际机场
// ✓ 活动主办方
// ✓ 校学生会
// ✓ 县气象台
// ✓ 各县（市）区政协
// ✗ 听课
// ✗ 控股
// ✗ 阶段
// ✗ 公共场所
// ✗ 车站
// ✗ 泵站
// ✗ 教室
// ✗ 家庭
export const UNIT_END =
  '(?:办公室|(?:查|察|导|访|研|会议|人事|档案|值班|财务|医务|卫生|调度|教务|德育)室|所(?<!(?<!市)场所|[厕住之无]所)|站(?<![车站网驿基泵电油]站)|队(?<![部排军]队)|组(?<![词重一分机]组)|社(?<![公会旅报]社)|旅行社|报社|饭店|酒店|宾馆|景区|[残商侨文]联|[残科]协|食堂|专班|(?:开发|经开|高新|新)区|各校|工会|妇联|团委|党校|[管居村业]委会|管会|园区|(?:网|零售|经营|卡)点|村集体|(?:林|农|牧|渔|养殖|种畜|商|机|分)场|(?:电|水|气|药|工)厂|粮库|超市|药店|书店|幼儿园|合作社|供销社|电影院|(?:产权|使用|所有|承租|经营)人|法人(?<=(?:项目|企业|单位)法人)|总支(?<=党总支)|小学|中学|中心校|[市县区][一二三四五六七八九]中|(?:经营|提供|生产)者|媒体|庭(?<![家门开出休当]庭)|课(?<![上下开听备讲罢停功]课)|股(?<![控参入持招炒一]股)|[办建工营]方|生会|[象视播]台|政协|人大|段(?<=(?:公路|工务|航道|供电|客运|机务|车务|电务|车辆|通信)段))';

/** Endings of the names of organisations that are the subject of a clause, directly before its verb. */
// ✓ 财务部
// ✓ 城关街道
// ✓ 沿河各乡镇
// ✓ 市生态环境局岚山分局
// ✓ 规划财务司
// ✓ 设备管理科
// ✓ 市农商行
// ✓ 各县区
// ✓ 各设区市防指
// ✓ 各镇街
// ✗ 工作
// ✗ 场所
export const ACTOR_END = `(?:部门|单位|机关|机构|[科股处]室|[局委厅署院]|${DIVISION_END}|科(?<![本学文工外内专]科|(?<![管审办受护代])理科)|${OFFICE_END}|部(?<!(?<!安)全部|[内外干局]部)|办(?<![举开承协主经创]办)(?!公[室厅])|中心(?!校)|公司|集团|街道|行(?<=[支分商央]行|农发行)|各?(?:乡镇|镇街)|政府|各(?:市州|县区|区县|市县|[市县区乡镇村])|学校|银行|协会|学会(?<![大科]学会)|企业|社区|指挥部|防指|[书化物案]馆|${UNIT_END})`;

/**
 * Endings after which 和, 及 or 与 (all: and) separates two organisations: 教育局和财政局 (education bureau and finance
 * bureau). In 工业和信息化部 (Ministry of Industry and Information Technology), 工业 is no such ending, so the name stays
 * whole.
 */
// ✓ 教育局
// ✓ 各街道
// ✗ 工业
// ✗ 住房
export const JOINED_END =
  '(?:部|委|局|办|厅|署|院|会|行|府|门|单位|司|处|室|科|中心|公司|集团|街道|镇街|镇|乡|县|区|市|省|社|站|所|学校|地区|各地|工会|支队|大队)';

/**
 * Endings of the names of organisations in 会 (society): 市残疾人联合会 (the city's federation of disabled people). Meetings
 * also end in 会 (防汛推进会, meeting on flood control), but not in these words.
 */
// ✓ 市残疾人联合会
// ✓ 市红十字会
// ✓ 居委会
// ✗ 防汛推进会
export const SOCIETY_END =
  '(?:[社协学工商机]会|委员会|联合会|基金会|理事会|常委会|妇联会|[居村]委会|红十字会)';
