import { anyOf, type Rules } from '../../rules.ts';

/** Sentences about the present or past state, which give no order. */
export const SITUATION: Rules = [
  // ✓ 去年以来，全市新建口袋公园十二个。
  // ✓ 截至六月底，已有九成村庄接通污水管网。
  // ✓ 集中整治开展半年多来，查处问题百余件。
  // ✓ 综合性防汛抢险队伍组建以来，有效处置多次险情。
  // ✗ 当前要把防汛摆在首位。
  {
    name: 'time that has passed',
    pattern:
      /^(?:过去|去年|今年以来|近年来|多年来|[\d一二三四五六七八九十几]+年多?来|[^，。]{0,8}以来|[^，。；：要]{9,20}以来，|[^，。]{2,14}[年月]多?来，|截至|目前|据|此前|日前|近日|与此同时期)(?![^，。]{0,6}要)/,
  },
  // ✓ 监测站将在近期回查。
  // ✓ 县水务局作为牵头部门，将切实履行职责。
  // ✗ 监测站要在近期回查。
  // ✗ 各站将责任落实到人。
  {
    name: 'what a body will do',
    pattern:
      /^[^，。；：要各]{2,16}(?:作为[^，。；：]{2,16}，)?将(?:[在于]近[期日]|适时|不?定期|择机|(?:切实|认真|全力|积极|主动|继续|进一步)[\u4e00-\u9fff])/,
  },
  // ✓ 省局党组对各站的工作给予充分肯定。
  // ✗ 对先进的站所要给予充分肯定。
  {
    name: 'praise',
    pattern: /^[^。；要]{2,60}给予(?:了)?(?:充分|高度|一致)?(?:肯定|赞扬|评价)/,
  },
  // ✓ 泵站发展定位明确，思路清晰。
  // ✗ 各站要定位明确，责任到人。
  {
    name: 'how something is conceived',
    pattern: /^[^，。；：要]{2,12}(?:定位|思路|目标|方向|构想)(?:明确|清晰|合理|可行)，/,
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
  // ✓ 殡葬改革不断深化，群众满意。
  // ✓ 治水护岸效果显著，水质达标。
  // ✗ 营商环境要持续优化
  // ✗ 推动产业结构持续优化
  {
    name: 'what has got better',
    pattern:
      /^(?!推动|促进|确保|实现|推进|加快)[^，。；：要须应]{2,10}(?:(?:持续|不断|稳步|显著|明显)(?:优化|增进|提升|改善|增强|向好|巩固|扩大|提高|深化)|(?:成效|效果)(?:明显|显著|突出)|势头(?:强劲|良好)|和谐稳定|(?:迈|跃|再)上新台阶|更加(?:有力|稳固|完善|坚实))(?:，|。|$)/,
  },
  // ✓ 部分村干部认识不够到位，问题依然突出。
  // ✓ 集中治理开局平稳，成效初显。
  // ✓ 今年降水偏少，墒情不容乐观。
  // ✓ 治水基础还不牢固。
  // ✓ 管护欠账较多。
  // ✗ 加强辅导，弥补线上教学的不足。
  {
    name: 'shortcomings',
    pattern:
      /(?:不够|不容(?:乐观|忽视)|(?<![纠])偏[多少高低大小重慢]|形势(?:严峻|复杂)|(?<!(?:[填弥]补|补齐|改进|克服|解决|纠正|改正)[^，。；]{0,12})不足|(?:还|仍|尚)有(?:差距|不足)|初显|(?:不力|不强|不高|不到位|不牢固?|较多(?=[，。；]|$)|(?:难度|压力)加大)(?![^，。；]{0,8}的[^，。；]{2})|不平衡|依然|仍然|仍存在|较为|比较)(?:[^，。；]{0,10})(?:[，。；]|$)/,
  },
  // ✓ 各村干劲很足，但也存在台账不全的问题。
  // ✓ 渠道已通，但仍存在管护不细、用水浪费的现象
  // ✗ 对存在的问题要逐一整改
  {
    name: 'but there are problems',
    pattern:
      /[但却](?:也|仍|还|依然)?(?:存在|暴露出?|出现)[^。；要]{2,40}(?:问题|不足|差距|短板|现象)(?:[。；]|$)/,
  },
];

/** Whether a sentence describes the present or past state. */
export const isSituation = (sentence: string): boolean => anyOf(SITUATION, sentence.slice(0, 200));

/** Whether a sentence begins with a time in the past: 今年以来，…. */
export const opensWithPast = (sentence: string): boolean => SITUATION[0]!.pattern.test(sentence);

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
  // ✓ 学习教育有部署、有落实、有成效。
  // ✗ 做到有部署、有落实。
  {
    name: 'what something has',
    pattern: /^(?!做到|确保|力争)[^，。；：要]{2,10}有[^，。；：、]{1,6}、有[^，。；：、]{1,6}(?:、|。|$)/,
  },
  // ✓ 推进垃圾分类，改善人居环境，是一件民生实事。
  // ✓ 开展文明创建，对提升城市品质具有重要意义。
  // ✓ 学习条例全文，最关键的是弄懂弄通原则。
  // ✓ 构建水网新格局，水源是基础。
  // ✗ 坚持问题导向，看看是否落实到位。
  {
    name: 'judges what came before',
    pattern:
      /，[^，。；要须]{2,8}是(?:基础|关键|根本|前提|保障|核心|底线|第一位)[。；]?$|，(?:(?:既|都|也|更|正|就)?|最?[关根核重难][^，。；]{1,3}的?)是(?!否)[^，。；]{4,}|具有[^，。；]{0,12}(?:意义|作用)|(?:意义|责任)重大|(?:十分|至关|尤为|极其)重要|有利于|有助于/,
  },
];

/** Whether a sentence explains the sentence before it. */
export const isExplanation = (sentence: string): boolean => anyOf(EXPLANATION, sentence.slice(0, 120));

/** Orders about attitude (态度, 精神, 作风). They say in what spirit the tasks after them are to be done. */
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

/** Whether an order is only about attitude. */
export const isAttitude = (order: string): boolean => anyOf(ATTITUDES, order.slice(0, 60));

/** Wishes, promises and polite phrases, which are no orders. */
export const WISHES: Rules = [
  // ✓ 希望大家珍惜荣誉。
  // ✓ 愿同各方加强合作。
  // ✓ 最后预祝培训圆满成功。
  {
    name: 'wish',
    pattern:
      /^(也|还|他|我们|衷心|殷切|真诚|最后，?|同时，?)?(?:希望|预祝|期待|期望|盼望|祝愿|愿|相信|欢迎|感谢|祝贺|勉励|呼吁|建议)/,
  },
];

/** Whether a sentence begins like a wish: 希望…, 感谢…. */
export const isWish = (sentence: string): boolean => anyOf(WISHES, sentence);
