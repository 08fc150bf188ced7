import { ACTOR_END, BODY_END, JOINED_END, UNIT_END } from '../../../chinese/organisations.ts';
import { FORCE, PARTY, SERVICE_END, STATION_END } from '../../lexicon/bodies.ts';
import { NO_BODY } from '../../lists/actors.ts';
import { bodyBeforeVerb, startsWithVerb } from '../../lists/orders/openings.ts';
import type { Rules } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { FULL_NAME, HALF_NAME } from './enumerations.ts';
import { ALL_PERSONS, ATTRIBUTE_OF_STATE, KIND_OF_BODY, PERSON_END } from './names.ts';

/** Words for a time between a subject and its modal: 各村 今天下午就 要. */
const WHEN =
  '(?:(?:[今明当][天日晚早]|[本这下]周|[本下]月|近期|眼下|现在|马上|立即)(?:上午|中午|下午|晚上|[一二三四五六日])?[就便]?)';

/** Subjects of orders. Group 1 is the public body that must act. */
export const SUBJECTS: Rules = [
  // ✓ 各三级单位汛前检查报告须于6月1日前报送
  // ✓ 各街道整治台账须于9月5日前报送
  // ✗ 各项改造方案要于6月1日前报送
  {
    name: 'body before its paper that is due',
    pattern:
      /^(各(?![项类种个环阶])[\u4e00-\u9fff]{0,8}(?:单位|部门|企业|公司|科室|处室|学[校院]|医院|[局镇乡村县区]|街道|社区))[\u4e00-\u9fff]{2,12}(?:方案|台账|报告|名单|材料|清单|总结|计划|报表)(?:要|须|应|必须|务必|请)?于[^，。；]{2,16}前(?:报|交|提交|送|上报)/,
  },
  // ✓ 清淤情况各镇街务于6月1日前报送
  // ✓ 点位清单和照片由各站于6月1日前报送
  // ✓ 防汛物资各村居必须在6月1日前送到仓库
  // ✗ 清淤情况于6月1日前报送
  {
    name: 'each of a kind after its paper that is due',
    pattern:
      /^(?:[\u4e00-\u9fff、]{2,20}?(?:情况|方案|报告|总结|材料|台账|名单|线索|清单|计划|报表|信息|数据|照片|物资|经费|款项))[由请]?(各(?![项类种个环阶])[\u4e00-\u9fff]{1,8}?)(?:[务请须要应]|必须|务必)?[在于][^，。；]{2,16}前(?:报|交|提交|送|上报|反馈)/,
  },
  // ✓ 全县各部门在清淤工作中要互相补台
  // ✓ 各参演单位在收到方案后应及时演练
  // ✓ 县水务局在拟定方案时必须征求意见
  // ✓ 食堂在采购食材时必须索证
  // ✓ 养护公司和监理单位在汛期内不得停工
  // ✓ 各指挥机构在汛期要值班
  // ✗ 各类问题在汛期前要解决
  {
    name: 'body before a place or a time and a modal',
    pattern: new RegExp(
      `^((?:(?![所存现正]?在)[\\u4e00-\\u9fff、]|（[^（）]{1,12}）){0,40}?(?:${BODY_END}|${UNIT_END}|${SERVICE_END})(?:（[^（）]{1,12}）)?)在(?![建校职岗京])[^，。；：要]{1,24}?(?:[中上时前后内期]|期间|之际|方面|同时)(?:都|也|还|均|一定)?(?:(?<![需重主])要(?!求)|必须|务必|应当?(?![急用])|须|不得|不准)`,
    ),
  },
  // ✓ 全系统各单位各部门之间要互相补台
  // ✓ 各科室之间应当及时通气
  // ✗ 各环节之间要衔接
  // ✗ 邻里之间要互助
  {
    name: 'bodies among themselves before a modal',
    pattern:
      /^([\u4e00-\u9fff]{0,8}?(?:各(?![项类种个环阶])[\u4e00-\u9fff]{0,5}?(?:单位|部门|科室|处室|支部|[乡镇县区市局处村]|街道|学院|院系|车间|班组|企业|公司)[、和与]?){1,3})之间(?:都|也|还|更)?(?:(?<![需重主])要(?!求)|必须|务必|应当?(?![急用])|须)/,
  },
  // ✓ 各地和高校出现疫情要立即报告
  // ✓ 养护单位发现管涌应当立即鸣锣
  // ✗ 河道发现管涌要立即鸣锣
  // ✗ 各地出现的险情要逐处登记
  {
    name: 'body before an event and a modal',
    pattern: new RegExp(
      `^((?:各(?![项类种个环阶方])(?:(?!的)[\\u4e00-\\u9fff、]){1,14}?|(?:(?![的由])[\\u4e00-\\u9fff、]){2,16}?(?:${ACTOR_END}|医院|高校)))(?:出现|发生|发现|遇有|遇到|接到|收到)(?!的)(?:(?!的)[^，。；要]){2,16}(?:(?<![需重主])要(?!求)|必须|务必|应当?(?![急用对])|须)`,
    ),
  },
  // ✓ 采购人不得拖延付款
  // ✓ 招标人及其委托的代理机构不得另设条件
  // ✗ 评审人不得泄密
  {
    name: 'party before a prohibition',
    pattern: new RegExp(
      `^(${PARTY}(?:[及和与]其[\\u4e00-\\u9fff]{2,4}的(?:代理)?(?:机构|单位|公司))?)(?:均|都)?(?:不得|不准|不许)`,
    ),
  },
  // ✓ 各镇、街道要逐户排查
  // ✓ 同时，各责任单位务必按期完成
  // ✓ 市生态环境局要牵头制定方案
  // ✓ 国家防总、应急管理部要加强会商
  // ✓ 各地要抓好落实
  // ✓ 各省（区、市）人民政府要定期公布
  // ✓ 各警种要联动作战
  // ✓ 各镇、各单位主要领导要亲自抓
  // ✓ 各镇于每周五前报送进度
  // ✓ 分线领导对领办的任务要牵头抓总
  // ✓ 其他责任单位要主动配合
  // ✓ 全体干警须9月底前交齐计划
  // ✓ 农商行3月10日前必须放款
  // ✓ 人事司要会同规划司核定编制
  // ✓ 企业主要负责人是第一责任人
  // ✓ 各街道为责任主体
  // ✓ 凡用工50人以上的企业要登记
  // ✗ 一时难以办结的要说明原因
  // ✓ 综合执法队、消防救援站要逐家复查
  // ✓ 整改工作领导小组办公室要及时督办
  // ✓ 12320热线平台要增设夜班
  // ✓ 渡运公司每次开航必须清点人数
  // ✓ 县文旅局年底前要修好步道
  // ✓ 公路养护段要清除落石
  // ✓ 未检部门要逐案回访
  // ✓ 大型商场要保留票据
  // ✓ 12320热线必须有人接听
  // ✓ 案卷室要逐件登记
  // ✓ 检修车间要停机排查
  // ✓ 6家药店必须公示价格
  // ✓ 采购人应编制计划
  // ✓ 社会单位要开展自查
  // ✓ 局安委会要加强调度
  // ✓ 流动商贩须入市经营
  // ✓ 客车公司和驾驶员须签订承诺
  // ✓ 各村须于5月底前签订协议
  // ✓ 主管部门应对材料的真实性进行审核
  // ✓ 各县（市、区）水务局、主管部门应逐项审核
  // ✗ 部门应对灾情的能力
  // ✗ 3处滞后点位6月20日前必须完工
  // ✓ 选矿厂必须错峰生产
  // ✓ 二号煤矿要停产检修
  // ✗ 新厂要年底前投产
  // ✓ 铁路货场应增开窗口
  // ✗ 停车场要扩建
  // ✓ 交警、城管要联动值守
  // ✓ 高速交警要前移卡点
  // ✓ 前指要加强会商
  // ✗ 这一路段要拓宽
  // ✗ 教室要通风
  // ✗ 电网企业不得收取费用
  // ✗ 这项工作必须抓好
  {
    name: 'body before a modal',
    pattern: new RegExp(
      `^(?:同时，?|此外，?|因此，?|为此，?|特别是|尤其是|会后，?|下一步，?|当前，?|凡[^，。；：]{2,24}?的)?((?:12\\d{3}|\\d{1,3}[家个名座处所支])?(?:(?:[\\u4e00-\\u9fff“”]|(?<=等)\\d+(?=个)){1,20}(（[^）]{1,16}）[\\u4e00-\\u9fff]{0,8})?、){0,8}[\\u4e00-\\u9fff“”]{0,24}?(（[^）]{1,16}）[\\u4e00-\\u9fff]{0,10}?)?(?:${BODY_END}|${UNIT_END}|${SERVICE_END}|${STATION_END}|总|(?<![\\u4e00-\\u9fff])各(?![项类种个环阶位])(?:[\\u4e00-\\u9fff]{2,6}?(?<![须应请务])|[班组团连队]))(（[^）]{1,16}）)?)(?:(?<heads>(?:党政)?(?:主要领导|主要负责人|主要负责同志|一把手))|[和及与][\\u4e00-\\u9fff]{1,6}[员长])?(都|也|还|更|均|至少|一定|${WHEN}|定期|及时|每[\\u4e00-\\u9fff]{1,4}|作为[^，。]{2,20}|对[^，。；要]{2,24}|(?!..(?:项目|工程))[^，。；要局委厅]{1,12}(?:(?<![门面跟眼台桥村屋])[前底末]|[旬日天周月]内?))?(?:(?<![需重主])要(?!求)|必须|务必|应当?(?![急用]|.尽|对(?![^，。；]{2,30}(?:进行|开展|实施|予以|负责|加强|提出|给予|逐[一户个项])))|(?<!必)须|[请务]?于[^，。；]{2,16}前|(?:是|(?<!作)为|作为)(?:第一责任人|责任主体))`,
    ),
  },
  // ✓ 各乡镇、牧场要落实责任
  // ✓ 各窗口不得拒收材料
  // ✓ 各地一律不得违规收费
  // ✓ 你镇要严格按照规划实施
  // ✓ 各县（市）不得另设关卡
  // ✓ 机关各部室要下沉一线
  // ✓ 各乡镇至少要备足两台水泵
  // ✓ 各乡镇收到预警后要立即转移
  // ✓ 各镇、各村今天下午就要把清单分到人
  // ✓ 各级各站切不可松劲
  // ✗ 各环节要衔接
  // ✗ 各项工作要往前赶
  {
    name: 'each of a kind before a modal',
    pattern: new RegExp(
      `^(?:因此|为此)?，?((?:(?:[省市县区]直|[省市县区]属|机关|与会|到会|下属|所属|沿[江河湖海线]|全[省市县区])?各(?![项类种个环阶方])(?:(?!在|内部)[\\u4e00-\\u9fff]){1,10}?(?:（[^（）]{1,10}）)?|你[省市州县区镇乡街道局委办厅校院]{1,3})(?:、[\\u4e00-\\u9fff]{2,8}?){0,6})([接收]到[^，。；：要]{1,6}后)?(?<!之间|工作|环节|任务|措施|问题)${WHEN}?(?:都|也|均|至少|一律|坚决)?(?:(?<![需重主])要(?!求)|必须|务必|应当|须|不得|不准|不许|切不可|切忌|[绝决]不能)`,
    ),
  },
  // ✓ 全路要错峰检修
  // ✓ 全党全国要节约用水
  // ✗ 全年要清淤两次
  // ✗ 全面要求要落实
  {
    name: 'the whole of a body or a trade',
    pattern:
      /^((?:全(?:党|国|军|市|县|区|镇|乡|省|州|路|线|行业|系统|集团|公司|校|院|局|厂|矿|段)(?:上下|各级)?){1,2})(?:都|也|均)?(?:(?<![需重主])要(?![求素点])|必须|务必|应当)/,
  },
  // ✓ 乡里要逐户核对
  // ✓ 镇里务必守住路口
  // ✗ 夜里要关好门窗
  {
    name: 'authorities of a place, in plain words',
    pattern: /^([省市县区州镇乡村]里)(?:也|还|都)?(?:要(?![求素点])|必须|务必|应当)/,
  },
  // ✓ 村“两委”要逐户上门
  // ✓ 各村“两委”班子必须到场
  // ✗ 对村“两委”要严格考核
  {
    name: 'both committees of a village',
    pattern:
      /^((?:各|[\u4e00-\u9fff]{2,4})?(?:村|社区|村（社区）)“两委”(?:班子)?)(?:都|也|均)?(?:(?<![需重主])要(?!求)|必须|务必|应当)/,
  },
  // ✓ 养护单位险情抢修必须两小时内到场
  // ✓ 监理公司巡查记录须当日上传
  // ✗ 施工单位资质必须达到一级
  // ✗ 事业单位编制必须从严
  {
    name: 'working body before its work',
    pattern:
      /^((?:[\u4e00-\u9fff]{2,6}(?<=施工|监理|监测|养护|维保|维护|运营|运维|物业|建设|承建|勘察|设计|检测|保洁|环卫|运输|客运|配送|供[水电气热]|排水|燃气|作业|经营|管理|承包))(?:单位|公司|企业|方))[\u4e00-\u9fff]{2,8}(?<!资质|人员)(?:必须|务必|须)(?:在|于)?[^，。；]{0,6}(?:\d|当[天日场即]|即时|立即|及时|到[场位岗]|上[传报]|报[备送告]|完成)/,
  },
  // ✓ 县城投公司不得擅自改线
  // ✓ 驻村工作队不准擅自离村
  // ✗ 电力企业不得拒绝
  {
    name: 'named body before a prohibition',
    pattern:
      /^((?:[省市县区镇乡州旗]|驻[村镇社])[\u4e00-\u9fff]{1,14}?(?:[局委办院处科司所站队部]|公司|集团|中心))(?:均|都|也)?(?:不得|不准|不许|严禁)/,
  },
];

/**
 * Every clause that `SUBJECTS` matches contains one of these words, behind the subject. Other clauses, such as those that
 * begin with 要, are not tried on `SUBJECTS`, to save time.
 */
const MODAL = /.(?:[要应须于]|务必|第一责任人|责任主体|不[得准许可能]|严禁|切忌)/;
/** The first characters of the words in `MODAL`. */
export const MODAL_BEGINNINGS = '要应须于务第责不严切';

/** The subject of an order, which names one public body or several. */
export type Subject = {
  bodies: string;
  /** The offset of these words in the clause. */
  start: number;
  /** Whether the clause makes the subject the one who is first responsible: …是第一责任人. */
  isFirstResponsible: boolean;
};

/** The words that follow the first body's name, from a further 要, 会同 or 作为 on: 要牵头、配合部门 in 牵头部门要牵头、配合部门要配合. */
const BEHIND_FIRST = /(?:(?<![需重主])要(?![求素点])|(?<=.)(?:会同|作为)).*$/;

/** Words between a body and 要 that belong to no name: a time, or the marker of a list, as in 各站一是要备料. */
const WHEN_AT_END = new RegExp(`(?:${WHEN}|[一二三四五六七八九]是|首先|其次|另?一方面)$`);

/** Words behind a body that say by what it acts: 按照区政府统一安排 in 各校按照区政府统一安排错峰放学. */
const BY_WHAT = /(?<=..)(?:按照|根据(?!地)|依照|依据|遵照|围绕).*$/;

/** Finds the subject at the beginning of a clause, before a modal verb or before the verb of an order. */
export function subjectIn(clause: string): Subject | null {
  const match = MODAL.test(clause) ? matchOf(clause) : null;
  if (!match) return actingSubjectOf(clause);
  const bodies = match[1]!.replace(BEHIND_FIRST, '').replace(BY_WHAT, '').replace(WHEN_AT_END, '');
  if (!bodies) return null;
  const isFirstResponsible = match[0].endsWith('第一责任人');
  // In 各单位主要领导要亲自抓 the order is to persons by their office.
  const isToHeads = match.groups?.heads !== undefined && !/、|(?:特别|尤其)是/.test(bodies);
  return {
    bodies: isToHeads && !isFirstResponsible ? '' : bodies,
    start: match[0].indexOf(bodies),
    isFirstResponsible,
  };
}

/** Finds the subject before the verb of an order, in a clause without a modal verb: 各镇 in 各镇切实扛起责任. */
export function actingSubjectOf(clause: string): Subject | null {
  const bodies = bodyBeforeVerb(clause)?.replace(BY_WHAT, '');
  return bodies ? { bodies, start: 0, isFirstResponsible: false } : null;
}

/** Matches a clause with the first rule of `SUBJECTS` that finds a subject in it. */
const matchOf = (clause: string): RegExpExecArray | null => {
  for (const { pattern } of SUBJECTS) {
    const found = pattern.exec(clause);
    if (found) return found;
  }
  return null;
};

/**
 * Places between two public bodies before 要: before 各, and after the usual ending of a body's name, which may be a bracket. In
 * 水利部门和有关县市 the words after 和 name other bodies, but 有关单位 goes on with the first name. So does 区林业局
 * in 各县（市）、区林业局.
 */
const BETWEEN_SUBJECTS = new RegExp(
  `(?<=、)(?=各)|(?<=[高院]校、)(?!部门|单位)|(?<=[高院]校(?:和|及|与))(?=[\\u4e00-\\u9fff]{1,8}(?:[高院学]校|单位|机构|院所)$)|(?<=^各[\\u4e00-\\u9fff]{1,4}[镇乡村县区市]、)(?![\\u4e00-\\u9fff、]{2,12}(?:部门|单位)|县(?:（[^（）]{1,4}）)?[\\u4e00-\\u9fff]{0,10}(?:政府|[局委厅])$)|(?<=[\\u4e00-\\u9fff]{2}(?:${SERVICE_END})、)(?!部门|单位|机关)|(?<=企业(?:和|及|与))(?=[\\u4e00-\\u9fff]{1,6}(?:委会|单位|机构|部门|公司|协会|中心)$)|(?<=${FORCE}、)(?![\\u4e00-\\u9fff、]{2,12}(?:部门|单位))|(?<=[\\u4e00-\\u9fff]{2}公安、)(?![\\u4e00-\\u9fff、]{2,12}(?:部门|单位|机关))|(?<=公安、)(?=${FORCE})|(?<=^[\\u4e00-\\u9fff](?:[妇残商侨文]联|工会|[局办])、)|(?<!各县（[市区]）、(?=[市区][\\u4e00-\\u9fff]{1,8}(?:[局委办院府]|部门))|县（[市区]）、(?=[市区]$)|各市、(?=县(?:（[^（）]{1,4}）)?[\\u4e00-\\u9fff]{0,10}(?:政府|[局委厅])$))(?<=(?:^|[\\u4e00-\\u9fff]{2})(?:${ACTOR_END}|委员会|常委会|队伍)、|）、)(?!部门|单位|机关)|(?<=${JOINED_END}(?:和|以?及|与))(?!${HALF_NAME}|政府|部门)(?=[\\u4e00-\\u9fff]{2,})|(?<=[\\u4e00-\\u9fff]{2}[队组校院](?:和|及|与))(?=${FULL_NAME})|(?<=党组织、)(?!部门|单位)|(?<=(?:^|、)[^各、]{2,3}[省市]、)(?=[\\u4e00-\\u9fff]{2,3}[省市](?:[、和与及]|$))|(?<=[\\u4e00-\\u9fff]{2}机关(?:和|及|与))(?!${HALF_NAME}|政府|部门)(?=[\\u4e00-\\u9fff]{2})|(?<=(?:[\\u4e00-\\u9fff]{2}(?:部门|单位|机构)|[局委办行处科厅])或)(?!(?:其他|有关|相关|.)?(?:部门|单位|机构|个人)$)(?=[\\u4e00-\\u9fff]{2})|(?<=师(?:和|及|与))(?=[\\u4e00-\\u9fff]{2,12}(?:机构|单位|部门|公司|中心|[所局院])$)|(?=特别是|尤其是)|(?<=(?:机构|部门|[局委])和)(?=(?:有关|相关)[\\u4e00-\\u9fff]{2})(?!..(?:部门|单位|地[方区]))|(?<=机构和)(?=[\\u4e00-\\u9fff]{2,10}(?:部门|单位|[局委办]|中心|公司)$)|(?<=干部和)|(?<=人(?:和|以?及|与))(?=其[\\u4e00-\\u9fff]{2,4}的)|(?<=等)(?=有关|相关)|(?<=[和及])(?=广大)`,
);

/** Characters that may join several public bodies in a subject: 各区、各部门要…. */
const MAY_BE_SEVERAL = /[、和及与等或]|特别是|尤其是/;

/**
 * Words for persons, who are no public bodies: 负责人, 局长. For 各单位负责人 the organisations that they head are responsible:
 * 各单位.
 */
const PERSONS = new RegExp(
  `(?:${PERSON_END}|负责人|责任人|(?:主要)?负责同志|班子成员|(?<!分线|分管)领导|主官|“?一把手|班主任|(?:值班|值守|在岗|作业|施工|驾驶|经办)人员)$`,
);

/** All teachers of an organisation, who receive orders as a body does: 全院教师. */
const ALL_TEACHERS = /^全(?:体|[院校县市区镇乡])[\u4e00-\u9fff]{0,4}教师$/;

/** Words that name no particular body, and words that name no particular persons, after an attribute: 单位 in 欠账的单位. */
const ANY_BODY = new RegExp(`^(?:${KIND_OF_BODY}|县（[市区]）、[市区])$`);
const ANY_PERSON = /^(?:班子|干部|人员|队伍|同志|员工|地方|地区)$/;

/** Persons of some group: 全体人员, 党员干部. */
const GROUP_OF_PERSONS = /(?:人员|干部|党员|同志)$/;

const IS_WHOLE = /^(?=.{4}|.{0,2}各)[^和与及]{0,12}(?:单位|部门|科室|学校|[乡镇县市区局]|街道|企业|党支部)$/;

/** Words before a public body that must act: 请, or words that end with 需, as in 安全生产工作需行业主管部门要履职. */
const NEEDS = /^(?:请(?=各|有关|相关)|[\u4e00-\u9fff]{2,12}(?<![必急亟])需(?=[\u4e00-\u9fff]{3}))/;

/** All of society beside public bodies: 全社会 in 各级政府及全社会. It is no body. */
const AND_SOCIETY = /(?:和|以?及|与|、)全社会$/;

/** An attribute that begins like an object: 以养护为主业的 in 以养护为主业的公司. */
const ATTRIBUTE_OF_TRADE = /^以[^，。；、的]{2,12}为[^，。；、的]{1,8}的(?=[\u4e00-\u9fff]{2})/;

const ATTRIBUTE = new RegExp(`${ATTRIBUTE_OF_TRADE.source}|${ATTRIBUTE_OF_STATE.source}`);

/** Splits a subject into its public bodies, as spans of the clause. 各区、各部门 are two public bodies. 市、县两级部门 are one. */
export function bodiesOfSubject({ bodies: words, start, isFirstResponsible }: Subject): Span[] {
  const bodies = words.replace(AND_SOCIETY, '');
  if (
    (!ALL_PERSONS.test(bodies) && NO_BODY.test(bodies.replace(ATTRIBUTE, ''))) ||
    /^(?:要|应(?!急)|须)/.test(bodies)
  )
    return [];
  const needs = NEEDS.exec(bodies)?.[0].length ?? 0;
  const named = bodies.slice(needs);
  const found: Span[] = [];
  let from = start + needs;
  for (const words of MAY_BE_SEVERAL.test(named) ? named.split(BETWEEN_SUBJECTS) : [named]) {
    const body = bodyIn(words, isFirstResponsible);
    if (body) found.push({ start: from + body.start, end: from + body.end });
    from += words.length;
  }
  return found;
}

/** A body of a kind and a verb behind it, which is a noun: 各镇建设 in 各镇建设要提速. Only the body acts. */
const withoutMatter = (words: string): string =>
  /^各/.test(words) &&
  /[镇乡村县区市州局校院站所队]..$/.test(words) &&
  !/组织$/.test(words) &&
  startsWithVerb(words.slice(-2))
    ? words.slice(0, -2)
    : words;

/** Words that end as the name of a body or of the person who heads it, possibly with a bracket. */
const NAMES_BODY = new RegExp(
  `(?:${BODY_END}|${UNIT_END}|${SERVICE_END})(?:（[^（）]*）)?$|${PERSONS.source}`,
);

/** Finds the public body in words that name one body (各镇) or the person who heads it (各单位负责人). */
function bodyIn(words: string, isFirstResponsible: boolean): Span | null {
  const own = withoutMatter(words.replace(/(?:以及|[、和及与等或])$/, ''));
  if (own.startsWith('广大')) return null;
  // In 各项任务的责任单位 the name of the public body begins after the attribute.
  // In 其委托的机构 the attribute stays, because it says whose.
  const attribute =
    own.startsWith('其') || ATTRIBUTE_OF_TRADE.test(own)
      ? 0
      : Math.max(own.lastIndexOf('的'), own.lastIndexOf('由'), /^(?:特别|尤其)是/.test(own) ? 2 : -1) + 1;
  const behind = own.slice(attribute);
  // In 各镇报送的材料 the attribute tells of a thing.
  if (ANY_PERSON.test(behind) || (attribute > 0 && !NAMES_BODY.test(behind))) return null;
  // In 参与巡堤的全体人员 the attribute says which persons are meant, and names no body.
  if (own[attribute - 1] === '的' && GROUP_OF_PERSONS.test(behind)) return null;
  // In 欠账的单位 the attribute stays, because 单位 alone names nobody.
  const start = ANY_BODY.test(behind) ? 0 : attribute;
  const name = own.replace(/（[^（）]*）$/, '');
  const body = ALL_TEACHERS.test(name) ? name.length : name.replace(PERSONS, '').length;
  // Staff at their post are persons: 值班人员 in 各站值班人员.
  if (name.endsWith('人员') && body < name.length) return null;
  // 党支部书记 is a person by office, who is no body.
  if (name.endsWith('支部书记')) return null;
  // An office (教育局长是第一责任人) names no body, but 企业主要负责人 stays whole there.
  if ((body < 2 && body < name.length) || (isFirstResponsible && /[长记任]$/.test(name))) return null;
  const end = isFirstResponsible || body === name.length ? own.length : body;
  const isBody = end === own.length || IS_WHOLE.test(own.slice(0, end));
  return end > start + 1 && isBody ? { start, end } : null;
}
