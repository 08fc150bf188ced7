import { ACTOR_END, BODY_END, UNIT_END } from '../../chinese/organisations.ts';
import { SERVICE_END } from '../lexicon/bodies.ts';
import type { Span } from '../schema.ts';
import { bodyBeforeVerb, startsWithAction, startsWithVerb } from './orders/openings.ts';

/** A bracket at the end of a paragraph that names the responsible public bodies. */
const RESPONSIBLE_BRACKET_AT_END =
  /（[^（）]{0,400}(?:负责|牵头|配合|责任单位|组织实施|参与|落实)[^（）]{0,60}）[。；]?\s*$/;

/**
 * Words at the end of a paragraph, behind its sentence, that name the responsible public bodies:
 * ……。责任单位：县水务局；完成时限：年底前。 (responsible unit: water bureau; due: before the year's end.)
 */
const RESPONSIBLE_AT_END = /[^\s。；][。；]\s*(?:责任|牵头)(?:单位|部门|科室|处室)：[^。]{2,120}[。；]?\s*$/;

/** How many UTF-16 units at the end of a paragraph are searched for this bracket or these words. */
const LONGEST_BRACKET = 400;

/** Whether a paragraph ends with the responsible public bodies: （责任单位：县水务局） or 责任单位：县水务局. */
export const endsWithBody = (text: string, { start, end }: Span): boolean => {
  const words = text.slice(Math.max(start, end - LONGEST_BRACKET), end);
  return RESPONSIBLE_BRACKET_AT_END.test(words) || RESPONSIBLE_AT_END.test(words);
};

/** What may follow 每 (each) to say how often something is done: 学期, 两个小时. */
const INTERVAL = '学[期年]|[两二三四五六\\d]{1,2}(个)?(?:分钟|小时|[天日周月])';

/**
 * Verbs (牵头), and phrases that a verb follows (每月, 于…前). After a public body at the beginning of a clause, they give an
 * order without 要.
 */
const ACTS = [
  '派出(?!所)|派驻(?!纪检|监察|机构)|提供(?!者)|协助|进入(?=[^，。；]{0,8}状态)',
  '牵头(?!的)|统筹|轮流|轮班|负责(?!人|的)|会同(?!步)|具体负责(?!人|的)|主动|定期|逐|承担|组织(?!部)(?=[\\u4e00-\\u9fff])|抓紧',
  `每(?:[日天周旬月季年半]|${INTERVAL})|一(?:[月周日]|季度?)[一调]`,
  '于[^，。；]{2,16}前',
  '对[^，。；]{2,40}(?:开展|实行|实施|进行|予以|逐|做到|建立|从严|从快|优先|统一)',
  '按[日周月季](?=[\\u4e00-\\u9fff]{2})',
  '按[^，。；]{2,16}(?:安排|组织|落实|做好|配备)',
  '向[^，。；]{2,20}(?:通报|报送|公布|公开|反馈)',
  '(?:与|同|跟)[^，。；]{2,16}(?:对接|协商|沟通|会商|衔接|联系|配合)',
  '(?:建立|制定|开展|组建|汇总)(?=[\\u4e00-\\u9fff])',
].join('|');
const ACTING = new RegExp(ACTS, 'g');
/** Words that consist of public bodies: 水利部门, 财务部、审计部, 各镇. */
const ACTOR = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{1,16}、){0,4}(?:[\\u4e00-\\u9fff]{1,16}?(?:${BODY_END}|${UNIT_END}|[一二三四五六七八九十\\d]组)|各(?![项类种个环阶方])[\\u4e00-\\u9fff]{1,6})$`,
);
/**
 * Words that `ACTOR` may match, although they name no public body that acts. They contain a verb or preposition (督促,
 * 通过), or name nobody in particular (各级政府).
 */
const NO_ACTOR =
  /[要的是在把将由与向为以并让使至请给被]|对(?!口)|(?<!农)经(?![济信贸营开发])|委托|督促|通过|进入|深入|参加|前组织$|返回|前往|立足|面向|厚植|同一|负责|自行(?!车)|可组织|每[日周月季年]|实行|推行|^(?:届时)?我(?:[所局委办部院处站会司厅校]|中心|公司|集团|单位)|(?:^|、)(?:分级|逐级|层层|各级|认真|立即|切实|积极|统一|全面|重点(?!项目[科办处股])|优先|主要|定向|可|也|均|都|仍|再|先|每|一|上|下|有|无(?!线电|锡|为|棣)|为|其|该|各级党)|(?:各级党|主要|党政|[年月]底前|[月日]前)$/;
/** Words before a verb that name no public body. The beginning shows it (对问题突出的单位), or the end (全县经济工作). */
export const NO_BODY =
  /^(?:(?:去年|今年)[春夏秋冬汛]|个别|少数|对|不(?!动产)|主动|进(?!修|出?口|贤)|采[取用]|形成|打造|[进出到入离返回下上][站场校厂园村乡镇县区市馆店室]$|[\u4e00-\u9fff]着|原则|同意|关于|办学|倒逼|委托|提出|报(?![社业])|分(?=街道|片|镇|乡)|把|将|让|使|在|从|为|向|以|按|与(?!会各)|就(?!业)|凡|若|因|会议|问题|市场(?![监产主科司股]|各方|(?:管理|开办|经营|运营|主办)[方科股处所]|[处部](?![置理署])|.{2}部)|县域|区域|区块|市容|省级以上|相关问题|这|那|[他她]|其(?!他|余)|已|未(?!检|成年)|尚|由|可|机会|社会(?!单位|组织|团体|福利|保[障险]|事[务业]|工作|[处局]))|的$|(?:工作|问题|情况|[人次个]数|数量|[河渠]道|道路|社会|机会|开会|大会|例会|会议|(?<!^全体)代表|(?<!安)全部|处所|内部|外部|[全大格布结开破变]局|(?:市(?<!县市)|[城山林库街航]|(?<!^各)小)区|(?:居住|住宅)区|[农乡山渔中]村|年级|[路河时地堤岸渠江]段)$/;

/**
 * Endings of names of public bodies. One name can contain several of them: 政府 (government) and 室 (office) in 县政府督查室
 * (inspection office of the county government).
 */
const ENDS = new RegExp(
  `(?:${ACTOR_END}|${SERVICE_END}|[镇乡村](?<=、[\\u4e00-\\u9fff]{2,4}|^[\\u4e00-\\u9fff][^村城集乡农].)|[镇乡村县区](?<=[两三四五六七八九十].))`,
  'g',
);
/** Endings of names of public bodies after 由 or 请. There the name of a place also counts as a public body: 由左安镇动员. */
const ENDS_TOLD = new RegExp(
  `(?:${ACTOR_END}|${SERVICE_END}|[镇乡村](?<=[\\u4e00-\\u9fff]{3})|[县区](?<=[\\u4e00-\\u9fff]{4}))`,
  'g',
);
/** A further public body after 与, 和 or 及 (all: and): 与区税务局 (and the tax bureau) in 不动产登记中心与区税务局实行. */
const AND_BODY = new RegExp(`^[与和及][\\u4e00-\\u9fff]{1,16}?${ACTOR_END}`);
/** The first words of a time or period, which may stand between a public body and its verb: 3月, 两周, 汛期前. */
const TIME =
  '(?:\\d{1,4}|[一二两三四五六七八九十半]{1,3})(个)?(?:月|[天日周]|小?时(?!代)|分钟|星期|季度|工作日|年)|今[年天晚日]|明[天早晚日年]|当[天日晚]|[上下]半年|[夜日]间|[年月][底内]|年前|[本这下]个?[月周季年学]|近期|汛[期前]|[春秋寒暑](季)?(学)?(期)?(?:前|开学)|节[前后]';
/**
 * Words after 将 that make it a sign of the future (市水务局将根据灾情补助, the water bureau will pay aid according to damage).
 * Elsewhere 将 marks an object, as in 将清单报送 (send in the list).
 */
const AHEAD =
  '(?:适时|不?定期|择机|随机|会同|联合|采取|组织|开展|进行|视|根据|依据|依法|依规|按照|结合|通过|对(?!口|外)|向|继续|陆续|逐步|适当|给予|予以|另行|切实|加强|加大|进一步|积极|认真|全力|大力|持续|在(?![建校职岗]))';
/**
 * Words that may stand between the name of a public body and the verb for its action: 会同公安局 (with the police) in
 * 县教育局会同公安局开展检查.
 */
const TOWARDS = new RegExp(
  `^(继续|统一|分别|应|要)?(?:(?:视(?=[^，。；]{0,10}(?:[情海路水]况|[水雨汛灾疫]情|天气|[风潮]力|情形|需要|程度|进[展度]|变化))|于|对|按|以|作为|除(?=[^，。；]{2,30}外)|依法|依规|依纪|接[诉报警到](?=[^，。；]{0,8}后)|据此|连夜|收到|赴(?=[^，。；]{2,})|(?:汛期|假期|假日|节日|春运|暑期|冬季|夏季|国庆|会议|活动|赛事|考试)期间|从(?=[^，。；]{2,12}(?:安排|列支|调|抽|统筹|解决|支出)|[^，。；]{1,10}(?:起|开始))|自(?=[^，。；]{1,10}起)|为(?=每[一\\d名个户家位]|[^，。；的]{2,20}(?:提供|开辟|开通|创造))|通过(?=[^，。；]{2,40}(?:方式|形式|途径|渠道|办法|手段))|(?:所有|全部)(?=[\\u4e00-\\u9fff]{1,6}(?:保持|必须|一律|要|不得))|${TIME}|\\d{1,4}[台辆支名艘架套]|及时|每(?:(半)?(?:[日天周旬月季年晚]|小时)|${INTERVAL})|将(?!${AHEAD})|向|把|给|跟|就(?![医业诊餐读学近职座任])|与|会同|根据|至少|一律|深入|逐|委托)[^，。；]{2,}|(?![局办委部厅院所站处科]|[\\u4e00-\\u9fff]{1,8}(?:[局委办厅院所站处科]|中心|公司|单位|部门|企业)[\\d今明本年月])[^，。；]{0,8}[^目之日以此当提空先，。；]前[^，。；]{2,}|在[^，。；]{1,20}(?:[中上内时前后边口]|期间|(?=设(?:[立置卡岗点]|[\u4e00-\u9fff]{2,8}[站点岗哨台区])|建立|开展|[推实]行|安装|组织|划定|增设|布设|配备|悬挂|张贴|发放|举办)))`,
);

/** Punctuation that no name of a public body contains. */
const STOP = /[，。；：“”]/;

/** Words that name no particular organisation: 由企业自主申报 gives an order to nobody. */
const NAMELESS =
  /^(?:(?!各|全|[省市县区镇]|国有|有关|相关|重点|在建|我|本|沿)[^，。；：]{0,12}企业|单位|公司|中心|部门)$|（[^）]*$/;

/**
 * All companies of one kind, possibly after other organisations: 供水企业 (water suppliers). A clause in which they act
 * is an order to them, although it names none: 供水企业抢修管网 (water suppliers repair the pipes).
 */
const KIND = /^(?:[\u4e00-\u9fff]{2,12}、){0,4}[\u4e00-\u9fff]{2,8}企业$/;

/** Returns the length of the bracket that opens at an offset: 6 for （市、区）. Returns 0 where none opens there. */
const bracketLength = (clause: string, at: number): number =>
  clause.startsWith('（', at) ? (/^（[^（）]{1,8}）/.exec(clause.slice(at, at + 10))?.[0].length ?? 0) : 0;

/**
 * Finds the public bodies at the beginning of a clause, before the verb of an order: 财务部、审计部 in 财务部、审计部做好结算 (the
 * finance and audit departments settle the accounts). Returns null where no public body stands there.
 */
export function actorBeforeVerb(clause: string): Span | null {
  const start = clause.startsWith('由') || clause.startsWith('请') ? 1 : 0;
  // A name ends before any stop. Two characters more are kept, because the pattern looks that far ahead.
  const stop = clause.search(STOP);
  const head = clause.slice(0, stop < 0 ? LONGEST_ACTOR : Math.min(LONGEST_ACTOR, stop + 2));
  const ends = start ? ENDS_TOLD : ENDS;
  ends.lastIndex = 0;
  for (let match = ends.exec(head); match; match = ends.exec(head)) {
    // A bracket belongs to the name: 各县（市、区）制定方案.
    const named = match.index + match[0].length;
    const end = named + bracketLength(clause, named);
    const body = clause.slice(start, end);
    if (stop >= 0 && end > stop) return null;
    const rest = clause.slice(end, end + 60);
    if (rest.startsWith('不得') || body.startsWith('（') || body.startsWith('、')) return null;
    // After 由 (by) any verb may follow the public body, because 由 already shows who acts: 由县行政审批局专人代办 (done by staff
    // of the approval bureau).
    const isTold =
      start > 0 && body.length > 1 && (HOW_TOLD.test(rest) || (OFFICE.test(body) && ANY_ACTION.test(rest)));
    if (
      body.length < 2 ||
      (NAMELESS.test(body) && (start > 0 || !KIND.test(body))) ||
      !(acts(rest) || isTold)
    )
      continue;
    // In 县政府督查室通报 (the inspection office reports), 督查 (inspect) begins the name of a unit, although it is a verb
    // elsewhere. In 各县组织烘干中心作业 (counties organise drying centres' work), 组织 (organise) is a verb, because other words
    // stand between 组织 and 中心 (centre).
    const unit =
      startsWithVerb(rest) && !UNIT_OF_ACTION.test(rest) ? 0 : (UNIT_NAME.exec(rest)?.[0].length ?? 0);
    const more = unit || (AND_BODY.exec(rest)?.[0].length ?? 0);
    const behind = clause.slice(end + more, end + more + 60);
    // In 县委组织部、县委编办拿出方案 (… draw up a plan) the first name is not whole without 组织部 (organisation department).
    if (unit > 0 && (behind.startsWith('、') || (body.includes('、') && behind.startsWith('，')))) continue;
    const whole = more > 0 && (acts(behind) || (start > 0 && HOW_TOLD.test(behind))) ? end + more : end;
    const own = clause.slice(start, unit > 0 ? whole : end);
    return NO_BODY.test(own) || NO_ACTOR.test(own.replace(/^所在|^责成|(?<=级)以上/, '')) || isAction(own)
      ? null
      : { start, end: whole };
  }
  const each = eachBeforeVerb(clause);
  return each > 0 ? { start: 0, end: each } : null;
}

/**
 * The first words of an action, directly after the public body: 全程 (all the way) in 纪委全程跟着, 携 (carrying) in 分队携冲锋舟集结.
 */
const HOW =
  /^(?:一[家户个村栋][一不]|全程|同步|随时|抓紧|连夜|容缺|不再|先行|再(?=[上派增])|滚动|视情|优先(?![级权])|携|率|带(?![来去有的动])|负责(?!人|的)|挨[个家户]|派(?!出所|驻)|出(?=[一二两三四五六七八九十]{1,2}[名台辆支面])|设(?![备施计法想置立在有])|各[抽派选出提]|入户|驻[村场点]|提前(?!介)|24小时|全[员体]|当面|上门|分头|就近|适时|实时|写出|(?:有序|有力|有效|稳妥|及时|严格|认真|全力|密切)(?![的性地])(?=[\u4e00-\u9fff]{2}[，。；])|统一(?=协调|指挥|调度|安排|组织|采购))[\u4e00-\u9fff]/;

/**
 * The name of a public body that begins with the same characters as a verb: 监督科 (supervision section), 研究生处, 组织部,
 * 建设单位. Does not match 督促各科 (urge all sections), in which 督促 is a verb and 各科 its object.
 */
const NAMED_BY_ACTION =
  /^[\u4e00-\u9fff]{2}(?:[科处室股组队部局站]|(?<=保障|服务|指挥|监测|检测|救助|调度|运营|培训|推广|管理|调控)中心|[支大中]队|[^各市县区镇乡村]{1,2}[科处室股组队部局])$|^(?:建设|监测|检测|使用|管理|管护|养护|维护|维修|清运|服务|运营|承办|保障)(?:单位|公司)$|^研究生|^[\u4e00-\u9fff]{2}责任区$/;
/**
 * Departments named by their fields, of which the first is also a verb: 建设 (build) in 建设、水利等部门. Does not match 督促水利等部门,
 * in which 督促 (urge) is a verb.
 */
const TRADE_ALONE = /^[\u4e00-\u9fff]{2}(?:、[\u4e00-\u9fff]{2,8}){0,6}等(?:有关|相关)?(?:部门|单位)$/;
/** Whether words begin with a verb, so that the public body in them is its object: 督促各镇. */
const isAction = (words: string): boolean => {
  if (!startsWithVerb(words)) return false;
  // In 规划科、信息中心 (planning section, information centre) the first name alone shows that 规划 (plan) is no verb.
  const [first] = words.split('、') as [string];
  if (TRADE_ALONE.test(words)) return false;
  return !(NAMED_BY_ACTION.test(first) && (!startsWithVerb(first.slice(2)) || /^.{4}[处科]$/.test(first)));
};

/** All public bodies or units of a kind, with 各 (each): 各车站, 各班组. Excludes matters and levels, such as 各项 and 各级. */
const EACH = /^各(?![项类种个环阶方级领层渠位自有]|行.)[^要至应须于把将在从对为按每、和与及的可]{1,3}$/;
/**
 * The rest of a longer name, before words that say until when: 户 in 各养殖户3月底前 (all farmers, before the end of March).
 * It shows that 各养殖 is not the whole name.
 */
const GOES_ON = /^(?![\d一二三四五六七八九十今明本下每当月年周中早晚凌在于])[^，。；]{1,8}前/;

/**
 * Returns the length of the public bodies that 各 (each) names before the verb of an order: 3 for 各车站 in 各车站做好引导 (all
 * stations give guidance). Returns 0 where there are none.
 */
function eachBeforeVerb(clause: string): number {
  if (!clause.startsWith('各')) return 0;
  for (let end = 2; end <= 4; end++)
    if (EACH.test(clause.slice(0, end)) && acts(clause.slice(end)) && !GOES_ON.test(clause.slice(end)))
      return startsWithVerb(clause.slice(1)) ? 0 : end;
  return 0;
}

/** The name of an office after 由 (by): 纳税服务股 (taxpayer service) in 由纳税服务股制作 (made by taxpayer service). */
const OFFICE =
  /^[^或、]{2,}[局股科处所站]$|^[^或、]{3,}(?:委|中心|委员会|公司|[支大]队|管委会)$|^各[\u4e00-\u9fff]{1,4}$/;
/** Any two characters after an office with 由 (by), which count as its action: 制作 in 由纳税服务股制作. */
const ANY_ACTION =
  /^(?![和与及、或向转等主长员任为成的民]|.民)[\u4e00-\u9fff]{2}(?![^，。；]{0,3}[室组队办科处站所局])[^的，。；]*(?:[，。；]|$)/;

/**
 * Words before a verb that tell how the public body after 由 acts: 专人 (special staff) in 专人代办, 自行 (by themselves) in
 * 自行解决.
 */
const HOW_TOLD =
  /^负到底|^(?:综合|汇总)(?:后|，)|^(?:自行|专人|专班|专门|统一|全权|直接|具体|代为|出资|兜底|上门|先行|集中|一并|一起|共同|分别|各自)[\u4e00-\u9fff]|^通过[^，。；]{4}|^从[^，。；]{2,20}出发/;

/** The endings of a unit within a public body: 室 of 督查室 in 县政府督查室. */
const END_OF_REST = '(?:室|组|队|办|部(?!门)|科|处|站|所|中心)';

/** The rest of a unit's name, after the name of its public body: 督查室 in 县政府督查室; 执法队, 项目办. */
const UNIT_NAME = new RegExp(`^(?![与和及带率携]|通过)[\\u4e00-\\u9fff]{1,4}${END_OF_REST}`);

/** Two characters and the ending of a unit: 督查室. Only in such a name can a verb (督查, inspect) begin a unit's name. */
const UNIT_OF_ACTION = new RegExp(`^[\\u4e00-\\u9fff]{2}${END_OF_REST}`);

/**
 * Words after a name that tell no action: a place (学校选址于城东，, the school lies in the east), a connection
 * (枢纽站与码头实现无缝换乘), or a view (县委对清淤高度重视, the county committee pays attention). They may also give the time of the next
 * clause (学校放假期间，, while school is out).
 */
const DESCRIBES =
  /^提出[将把要，：]|^对[^，。；：要]{1,24}(?:高度|十分|非常|极为|始终)(?:重视|关注|关心)|^[与和同][^，。；：]{2,12}(?:实现)?(?:无缝|零距离)?(?:换乘|接驳|贯通|互通|连通)|^(?:选址|坐落|地处|位于)|^(?:[扩改新重迁]建|改造|维修)(?:项目|工程)|^(?!在|于)[^，。；]{1,8}期间(?:，|$)|^[^，。；：要]{2,8}(?:工作|项目|工程|建设|任务)(?:是|关系|涉及|事关)/;
/** An announcement of what a public body will do, which orders nothing: 市水务局将根据灾情补助. */
const ANNOUNCES = new RegExp(`^将${AHEAD}`);

/** Whether the words after the name of a public body begin with its action. */
const acts = (rest: string): boolean =>
  !rest.startsWith('、') &&
  !DESCRIBES.test(rest) &&
  !(rest.startsWith('将') && ANNOUNCES.test(rest)) &&
  (startsWithVerb(rest) || startsWithAction(rest) || TOWARDS.test(rest) || HOW.test(rest));

/**
 * Adverbs between a public body and its verb, which belong to no name: 迅速 (quickly) in 县安委会迅速组织检查, 全面彻底地 (fully and
 * thoroughly) in 各站全面彻底地组织清理.
 */
const ADVERBS_AT_END =
  /(?<=.)(?:(?:分别|共同|各自|迅速|立即|及时|全面|彻底|认真|切实|扎实|积极|严格|精心|抓紧|尽快|广泛|连夜|分头){1,3}地?)$/;

/** How many UTF-16 units of a clause are searched for public bodies. */
const LONGEST_ACTOR = 48;

/**
 * Finds the public bodies that act at the beginning of a clause: 水利部门 in 水利部门逐库核定 (water departments check each
 * reservoir), 市委农办 in 由市委农办一月一调度. Returns null where no public body acts. Looks for the verb of such an action first,
 * because few clauses have one.
 */
export function actorOf(clause: string): Span | null {
  const start = clause.startsWith('由') ? 1 : 0;
  ACTING.lastIndex = start + 2;
  for (let acts = ACTING.exec(clause); acts && acts.index < LONGEST_ACTOR; acts = ACTING.exec(clause)) {
    const end = acts.index;
    // In 县水务局与县气象局负责 (water bureau and weather bureau are responsible) the character 与 (and) joins two names, and is
    // no preposition.
    const named = clause.slice(start, end).replace(ADVERBS_AT_END, '');
    const body = named.replace(/(?<=[\u4e00-\u9fff]{2})与(?=[\u4e00-\u9fff]{3})/, '、');
    // 全市开展了检查 (the whole city held inspections) reports what has been done.
    if (ACTOR.test(body))
      return clause[end + acts[0].length] === '了' ||
        NO_BODY.test(body) ||
        NO_ACTOR.test(body.replace(/(?<=级)以上/, '')) ||
        isAction(body)
        ? null
        : { start, end: start + named.length };
    ACTING.lastIndex = end + 1;
  }
  return null;
}

/** Signs of a finished action, which is no order: 了, 已, 过. */
const DONE = /(?<!不)了|已|(?<![超通重])过(?![载程])/;
/**
 * Words with 已 that only describe an object and report no action: 已下发的 in 对已下发的图斑 (to the map spots already issued).
 */
const ATTRIBUTE = /已[^，。；：]{1,12}的/g;
/** A heading or a phrase with 在 before the order of an item: 清运。, 在汛期，. */
const HEADING = /^(?:[^，。；：]{2,14}[。：]|在[^，。；：]{1,10}，)/;

/**
 * Whether an item orders a public body to act, in its first sentence or in the sentence after its heading: 清运。镇环卫所每日收集.
 * Finished actions are no orders.
 */
export function isToBody(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, Math.min(end, start + ENOUGH));
  if (DONE.test(words.replace(ATTRIBUTE, ''))) return false;
  const from = start + (HEADING.exec(words)?.[0].length ?? 0);
  return isLedByBody(text, { start, end }) || (from > start && isLedByBody(text, { start: from, end }));
}

/** How many UTF-16 units of a sentence are searched for a public body and its action. */
const ENOUGH = 80;

/** Whether a sentence begins with a public body and its action, possibly after a condition: 超计划用水的，镇水费收缴小组按梯级收取. */
export function isLedByBody(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, Math.min(end, start + ENOUGH)).trimStart();
  const length = /的，|，由|[事题面]，/.test(words) ? (CASE.exec(words)?.[0].length ?? 0) : 0;
  return opensWithBody(words) || (length > 0 && opensWithBody(words.slice(length)));
}

/** The case or matter to which an order applies: 超计划用水的，, 排水问题，. */
const CASE = /^[^，。；]{2,16}(?:的，|，(?=由))|^[^，。；：]{2,24}(?:的事情?|的?问题|方面|一事)，/;
/** 每个 (each) before an organisation that sends or arranges something: 每个学院派出一名代表. It is read like 各. */
const EVERY = /^每(一)?个(?=[^，。；：了]{2,12}(?:派出|派|选派|提供|安排|报送)(?![^，。；]*了))/;
/** Whether a clause begins with a public body and its action. */
const opensWithBody = (clause: string): boolean => {
  const words = clause.startsWith('每') ? clause.replace(EVERY, '各') : clause;
  return actorOf(words) !== null || actorBeforeVerb(words) !== null || bodyBeforeVerb(words) !== null;
};
