import { anyOf, type Rules } from '../rules.ts';

/** Ends of a sentence that introduces a list without orders: reasons, problems, results, or the contents of a law. */
export const LEADS_OF_NO_ORDERS: Rules = [
  // ✓ 汛情偏重有三方面原因：
  // ✓ 当前主要存在以下问题：
  // ✓ 主要有三点考虑：
  // ✓ 要看到三个差距：
  // ✓ 全镇创建工作取得明显成效，
  // ✓ 过去一年，全镇面貌呈现“三个变样”：
  // ✗ 针对存在的问题，他提出三点要求：
  {
    name: 'reasons and results',
    pattern:
      /呈现出?[^，。；：要]{1,16}[：，。；]?\s*$|(?:原因|问题|困难|短板|不足|差距|弱项|考虑|形势|成效|成绩|进展|表现|体现|特点|特征|变化|亮点|意义|优势|经验|做法|好处|作用|机遇|挑战|风险|背景)(?:主要)?(?:有|是|为|如下|包括|在于)?[^，。；：]{0,12}[：，。；]?\s*$/,
  },
  // ✓ 从排查情况看，
  // ✓ 从近期抽查的结果来看，
  // ✗ 会议从全局出发，
  {
    name: 'what was seen',
    pattern:
      /(?:^|[，。；])[^，。；：]{0,4}从[^，。；：要]{0,14}(?:情况|结果|数据|现状|反馈|形势|总体)[^，。；：]{0,6}看[，：]?\s*$/,
  },
  // ✓ 新办法在三个方面作了修改。
  // ✓ 办法共六章，主要内容包括：
  {
    name: 'changes of a regulation',
    pattern: /(?:修订|修改|调整|完善|规定|主要内容|新增|起草)[^，。；：]{0,14}[：，。；]?\s*$/,
  },
  // ✓ 会议决定，
  // ✓ 会议原则同意，
  { name: 'decisions', pattern: /(?:决定|通过|同意|批准)[，：]?\s*$/ },
  // ✓ 新的一年，我镇将在三个方面下功夫：
  // ✓ 下一步，我局将
  // ✗ 会议要求，雨季将至，
  {
    name: 'plans of one’s own',
    pattern:
      /(?:^|[，。；])(?:[^，。；要]{1,20})(?:(?<!现)将(?![至近到])|计划|拟|准备)(?![^，。；]{0,20}(?:作为|纳入|融入|贯穿))[^，。；：要]{0,40}[：，。；]?\s*$/,
  },
  // ✓ 过去一年，我们主要做了以下工作：
  // ✓ 王海回顾了今年的工作：
  // ✗ 会议就下一步工作做了部署：
  // ✗ 副县长左岸在总结时说，
  // ✗ 馆长听取汇报后强调，
  {
    name: 'work done',
    pattern:
      /(?:做了(?![^，。；：]{0,6}(?:部署|安排|要求|强调))|开展了|抓了|回顾|总结(?!时|讲话|发言)|汇报(?!后)|通报|介绍|解读|讲解)[^，。；：]{0,30}[：，。；]?\s*$/,
  },
  // ✓ 在致辞中，他表达了三个祝愿：
  // ✓ 代表们提出四方面诉求：
  // ✗ 书记李平对新入职人员提出三点希望：
  {
    name: 'wishes',
    pattern:
      /(?:祝愿|(?<![点条项])希望|期望|期待|寄语|心愿|感谢|感想|体会|感受|诉求|(?<!意见)建议)[：，。；]?\s*$/,
  },
  // ✓ 下列人员不得报名：
  // ✓ 申请人应当具备以下条件：
  // ✗ 局长李平对值守人员提出两点要求：
  {
    name: 'conditions',
    pattern:
      /(?:条件|材料|人员|对象|情形|方式|流程|步骤|范围|名单|类型|程序)(?![^，。；：]{0,8}[提作讲])[^，。；：]{0,10}[：，。；]?\s*$/,
  },
];

/** Sentences about the present or past state, which give no order. */
export const SITUATION: Rules = [
  // ✓ 去年以来，全市新建口袋公园十二个。
  // ✓ 截至六月底，已有九成村庄接通污水管网。
  // ✓ 集中整治开展半年多来，查处问题百余件。
  // ✗ 当前要把防汛摆在首位。
  {
    name: 'time that has passed',
    pattern:
      /^(?:过去|去年|今年以来|近年来|多年来|[\d一二三四五六七八九十几]+年来|[^，。]{0,8}以来|[^，。]{2,14}[年月]多?来，|截至|目前|据|此前|日前|近日|与此同时期)(?![^，。]{0,6}要)/,
  },
  // ✓ 河道整治取得了阶段性成效。
  // ✓ 全镇已拆除违建三千平方米。
  {
    name: 'done',
    pattern:
      /(?:取得|实现|完成|达到|开展|推动|建成|形成|提升|出台|制定|发挥|处理|解决|整改|印发|进行)了|(?:^|[，”一-龥])已(?:经|有|到|近|建成|完成|拆除|达|成为|累计|全部|基本|初步)/,
  },
  // ✓ 空气优良天数同比增加十天。
  // ✓ 全年总产值突破三百亿元。
  {
    name: 'growth',
    pattern:
      /同比|环比|突破[\d一二三四五六七八九十百千万亿]|取得(?:积极|明显|显著|阶段性|重大|新|良好|一定)[^，。]{0,6}(?:成效|进展|成绩)/,
  },
  // ✓ 产业结构持续优化，新增企业十家。
  // ✓ 项目建设势头强劲，完成投资过半。
  // ✓ 经济总量迈上新台阶，增长百分之六。
  // ✗ 营商环境要持续优化
  // ✗ 推动产业结构持续优化
  {
    name: 'what has got better',
    pattern:
      /^(?!推动|促进|确保|实现|推进|加快)[^，。；：要须应]{2,10}(?:(?:持续|不断|稳步|显著|明显)(?:优化|增进|提升|改善|增强|向好|巩固|扩大|提高)|势头(?:强劲|良好)|和谐稳定|(?:迈|跃|再)上新台阶|更加(?:有力|稳固|完善|坚实))(?:，|。|$)/,
  },
  // ✓ 部分村干部认识不够到位，问题依然突出。
  // ✓ 集中治理开局平稳，成效初显。
  // ✓ 今年降水偏少，墒情不容乐观。
  // ✗ 加强辅导，弥补线上教学的不足。
  {
    name: 'shortcomings',
    pattern:
      /(?:不够|不容(?:乐观|忽视)|(?<![纠])偏[多少高低大小重慢]|形势(?:严峻|复杂)|(?<!(?:[填弥]补|补齐|改进|克服|解决|纠正|改正)[^，。；]{0,12})不足|(?:还|仍|尚)有(?:差距|不足)|初显|(?:不力|不强|不高|不到位)(?![^，。；]{0,8}的[^，。；]{2})|不平衡|依然|仍然|仍存在|较为|比较)(?:[^，。；]{0,10})(?:[，。；]|$)/,
  },
];

/** Sentences that explain the previous sentence and give no order. */
export const EXPLANATION: Rules = [
  // ✓ 这是做好全年工作的关键。
  // ✓ 只有把基础打牢，才能走得更远。
  {
    name: 'opens as a reason',
    pattern:
      /^(?:这|那|只有|因为|由于|如果|否则|事实|实践|历史|可以说|换言之|其中|虽然|尽管|不仅|只要|无论|即使|正因|因此|所以|一方面|既要|既|越是)/,
  },
  // ✓ 河长制是治水的总抓手。
  // ✗ 要做到凡是隐患一律清零。
  {
    name: 'says what something is',
    pattern:
      /^[^，。；要须]{2,40}(?:是(?!否)|事关|关系到?|关乎|意味着|有利于|有助于|离不开|来自|需要付出)[^，。；]{2,}/,
  },
  // ✓ 推进垃圾分类，改善人居环境，是一件民生实事。
  // ✓ 开展文明创建，对提升城市品质具有重要意义。
  // ✓ 学习条例全文，最关键的是弄懂弄通原则。
  // ✗ 坚持问题导向，看看是否落实到位。
  {
    name: 'judges what came before',
    pattern:
      /，(?:(?:既|都|也|更|正|就)?|最?[关根核重难][^，。；]{1,3}的?)是(?!否)[^，。；]{4,}|具有[^，。；]{0,12}(?:意义|作用)|(?:意义|责任)重大|(?:十分|至关|尤为|极其)重要|有利于|有助于/,
  },
];

/** Orders about attitude. They say in what spirit the tasks after them are to be done. */
export const ATTITUDES: Rules = [
  // ✓ 要本着对两岸居民负责的态度，盯住源头，补齐短板，
  // ✓ 必须以时不我待的紧迫感，抓重点、攻难点
  // ✓ 要始终保持昂扬向上的精神状态，
  // ✗ 要以河长制为抓手，压实责任
  // ✗ 要转变工作态度，主动上门服务
  // ✗ 要本着就近的原则，安排转移
  {
    name: 'attitude',
    pattern:
      /^(?:要|必须|务必|应当?)(始终|切实|进一步|继续)?(?:本着|以|带着|怀着|秉持|秉承|保持|拿出|发扬|坚持)[^，。；]{2,30}(?:态度|精神(?:状态|风貌)?|姿态|劲头|作风|担当|决心|勇气|责任感|使命感|紧迫感|责任心|情怀)，/,
  },
];
export const isAttitude = (order: string): boolean => anyOf(ATTITUDES, order.slice(0, 60));

/** Sentences with which the report continues after a speech. They tell of actions, persons or attendance. */
export const REPORTS: Rules = [
  // ✓ 会上，三个镇作了交流发言。
  // ✓ 会议还审议了其他事项。
  // ✓ 据了解，该项目明年投用。
  // ✗ 会后，各单位要抓好落实。
  {
    name: 'opens as a report',
    pattern:
      /^(?:会上|会前|会议期间|会议(?:还|由|审议|听取|研究|通报|传达|学习|宣读|通过|决定|原则|认为|最后|以)|随后|其间|期间|活动中|座谈中|调研中|调研期间|当天|当日|据悉|据了解|据介绍|记者)/,
  },
  // ✓ 在华兴公司，他希望企业加大研发投入。
  // ✓ 来到城东泵站，她询问了设备运行情况。
  // ✗ 在防汛关键期，各镇要加强值守。
  {
    name: 'what the speaker does elsewhere',
    pattern: /^(?:在|来到|走进|随后)[^，。；]{2,24}，(?:他|她)(?!们)/,
  },
  // ✓ “这些措施很及时。”水务专家陈立说，要警惕反弹。
  // ✓ 水务专家陈立告诉记者，要警惕反弹。
  // ✗ “一网通办”要全面推行。
  {
    name: 'what somebody is quoted as saying',
    pattern:
      /^“[^”]{2,100}[。！？，]”[^。；]{0,30}(?:说|表示|介绍|坦言|感慨)|^[^，。；：要]{2,24}(?:告诉记者|坦言|感慨地?说)[，：]/,
  },
  // ✓ 市直有关部门负责人参加会议。
  // ✓ 王海陪同调研。
  {
    name: 'who was there',
    pattern:
      /^[^。；]{2,120}(?:参加|出席|列席|陪同)了?(上述|有关|相关)?(会议|大会|调研|活动|检查|培训|座谈|督导|督查)?[。；]?$/,
  },
];
/**
 * Every sentence that `REPORTS` matches begins with one of these characters, or contains one of these words. This
 * pattern is tried first, to save time.
 */
const MAY_REPORT = /^[会随其期活座调当据记在来走“]|告诉记者|坦言|感慨|参加|出席|列席|陪同/;
export const isReport = (sentence: string): boolean => {
  const head = sentence.slice(0, 160);
  return MAY_REPORT.test(head) && anyOf(REPORTS, head);
};

/** Wishes, promises and polite phrases, which are no orders. */
export const WISHES: Rules = [
  // ✓ 希望大家珍惜荣誉。
  // ✓ 愿同各方加强合作。
  {
    name: 'wish',
    pattern:
      /^(?:也|还|他|我们|衷心|殷切|真诚)?(?:希望|期待|期望|盼望|祝愿|愿|相信|欢迎|感谢|祝贺|勉励|呼吁|建议)/,
  },
];

/** Words for foreign parties. Chinese speakers give them no orders. */
export const FOREIGN_PARTIES: Rules = [
  // ✓ 双方要用好对话机制。
  // ✓ 两国应当扩大贸易往来。
  // ✓ 中俄应该加强协作。
  // ✗ 市县两级要上下联动。
  {
    name: 'foreign party',
    pattern:
      /^(?:同时，|为此，)?(?:双方|两国|两军|两党|各方|各国|各成员国|国际社会|世界|全球|人类|中[俄美英法德日韩欧非印巴][^，。]{0,4}|[中俄美英法德日韩欧]方|亚太|金砖|上合|东盟|欧盟|联合国)[^，。；]{0,16}(?:要|应|须|必须|不)/,
  },
];

/** Speakers whose words are explanations, promises or wishes, and not orders. */
export const NO_COMMANDERS: Rules = [
  // ✓ 环保专家
  // ✓ 市民政局相关负责人
  // ✓ 物业公司负责人
  // ✓ 政协委员
  // ✗ 市医保局党组书记
  {
    name: 'explains, promises or wishes',
    pattern:
      /(?:专家|教授|研究员|分析师|学者|院士|律师|经济学家|发言人|记者|网友|市民|村民|居民|群众|业主|家长|考生|医生|护士|司机|店主|经营者|消费者|(?:相关|有关|公司|企业|平台|商户|景区|酒店|该[^，。]{0,8})负责人|总统|首相|国王|王储|外长|大使|外相|外交部长|^(?:政协|人大)?委员)$/,
  },
];

/** Titles and first lines of pages about talks with foreign guests, which contain no orders. */
export const DIPLOMACY: Rules = [
  // ✓ 外交部部长在首都会见来访的某国外长。
  // ✓ 国家主席同某国总统通电话。
  // ✗ 市长会见来访的企业董事长。
  {
    name: 'foreign guest',
    pattern:
      /(?:会见|会谈|会晤|通电话|通话|访问|出席)[^。\n]{0,60}(?:总统|首相|国王|王储|外长|外相|外交大臣|大使|联合国秘书长|议长|酋长)|(?:总统|首相|国王|王储|外长|外相|外交大臣|大使|议长)[^。\n]{0,40}(?:会见|会谈|会晤|通电话)/,
  },
  // ✓ 国家主席在国宾馆会见德国总理。
  {
    name: 'foreign premier',
    pattern: /(?:会见|会谈|会晤|通电话)[^。\n，]{0,12}(?:国|兰|本|亚|斯|利|尔|坡|南|甸|寨|度|大|非|哥)总理/,
  },
  // ✓ 两国元首共同会见记者。
  { name: 'talks of two countries', pattern: /两国(?:元首|领导人)|双边会[见谈晤]|国事访问/ },
];

/**
 * Paragraphs that ask to carry out the whole document or to report on it. They close the document and do not belong to
 * its last item.
 */
export const CLOSING_PARAGRAPHS: Rules = [
  // ✓ 请各镇认真组织实施，重要情况及时报告县政府。
  // ✓ 以上要求，请认真抓好落实。
  // ✓ 各地贯彻情况，请于7月底前报市防指。
  // ✓ 执行中遇到的问题，请及时向我局反映。
  // ✗ 请假手续要从严审批。
  {
    name: 'asks those addressed',
    pattern:
      /^(?:现?请(?!假|示)|望|以上[^，。；：]{0,12}[，请]|上述[^，。；：]{0,8}，请|[^，。；：]{0,20}情况，?请(?:各地|各单位)?(?:于|在)|[^，。；：]{0,14}(?:执行|实施|工作|落实)(?:过程)?中[^。；：]{0,24}，?请?(?:及时|径)?[^。；：]{0,6}(?:报告|反映|反馈|联系))/,
  },
  // ✓ 各地要把本方案落实情况纳入督查。
  // ✓ 各单位要高度重视，层层抓好落实。
  // ✓ 全县各级党组织要精心组织，推动学习活动深入开展。
  // ✗ 各镇要把管网普查一遍。
  {
    name: 'asks all for the whole',
    pattern:
      /^(?:各|全[市县区省州镇校]|有关|广大)[^，。；：]{1,30}(?:要|应当?|须|必须)(?:[^。]{0,40}(?:本(?:方案|通知|意见|规划|要点|计划|决定)|(?:高度)?重视|提高认识|充分认识|增强责任意识|责任意识|精心组织|加强组织领导|认真贯彻|学习活动)|[^。]{0,30}(?:制定|细化)[^。]{0,12}(?:计划|方案|细则)[^。]{0,60}备案)/,
  },
  // ✓ 规划文本由市规划局存档备查。本批复自印发之日起施行。
  // ✓ 同志们，让我们携手前行。
  // ✓ 家校携手，祝您假期愉快。
  // ✓ 我局将组成工作组开展暗访。
  {
    name: 'says farewell or what the issuer will do',
    pattern:
      /^(?:[^。]{0,60}。)?本(?:批复|决定|通知|方案|意见|办法|规定|函)自[^。]{0,16}(?:施行|执行|实施)|^(?:(?:[\u4e00-\u9fff]{2,4}们、){0,3}(?:同志|朋友|老师|同学)们|让我们|[^。]{0,40}(?:[。，！]|^)祝(?:您|你们?|大家|各位|同志们)|最后，|凡因|[我本][局委厅部办院校][^，。；]{0,6}将|[^，。；：]{2,14}将(?:适时|定期|会同|对)[^。]{2,40}(?:督查|检查|通报|考核|视察))/,
  },
];
export const closesDocument = (paragraph: string): boolean =>
  anyOf(CLOSING_PARAGRAPHS, paragraph.slice(0, 120));

/** Whether a sentence begins with a time in the past: 今年以来，…. */
export const opensWithPast = (sentence: string): boolean => SITUATION[0]!.pattern.test(sentence);
export const isSituation = (sentence: string): boolean => anyOf(SITUATION, sentence.slice(0, 200));
export const isExplanation = (sentence: string): boolean => anyOf(EXPLANATION, sentence.slice(0, 120));
export const isWish = (sentence: string): boolean => anyOf(WISHES, sentence);
/** Every text about talks with foreign guests contains one of these words. They are tried first, to save time. */
const MAY_BE_DIPLOMACY = /会[见谈晤]|通电?话|访问|出席|两国/;
export const isDiplomacy = (head: string): boolean => MAY_BE_DIPLOMACY.test(head) && anyOf(DIPLOMACY, head);
