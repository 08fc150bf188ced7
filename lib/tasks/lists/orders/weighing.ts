import { anyOf, type Rules } from '../../rules.ts';

/** Sentences whose 要 does not order, but weighs, explains or reports something. */
export const WEIGHING: Rules = [
  // ✓ 不仅要建好
  // ✓ 既要金山银山
  // ✗ 还要建好
  {
    name: 'one thing weighed against another',
    opens: '不只既如若一',
    pattern: /^(?:不仅|不但|只|既|如果|若|一旦|不是)要/,
  },
  // ✓ 无论条件多艰苦
  // ✓ 实践证明
  {
    name: 'whatever may be',
    opens: '无不关重实事历经只',
    pattern: /^(?:无论|不管|关键要|重点要|(?:实践|事实|历史|经验)(?:充分|一再)?(?:证明|表明|告诉)|只有)/,
  },
  // ✓ 同时要看到
  // ✓ 也要清醒认识到
  // ✓ 在肯定成绩的同时也要看到
  // ✗ 要认识到位
  {
    name: 'insight',
    opens: '同但也还更又我，要必应在',
    pattern:
      /^(?:在[^，。；要]{2,20}的同时，?|同时|但|但是|也|还|更|又|我们|，)*(?:要|必须|应)(清醒|充分)?(地)?(?:看到|认识到(?!位)|注意到|知道|承认)/,
  },
  // ✓ 监管既不能管死，也不能放乱，要
  { name: 'two sides of a matter', pattern: /^[^，。；：]{1,8}既不能/ },
  // ✓ 必须采取更有力的措施
  // ✓ 必须引起高度重视
  // ✓ 必须引起警惕
  // ✗ 必须采取断然措施关停矿井
  // ✗ 必须采取断然措施，关停矿井
  {
    name: 'attention alone',
    opens: '必需要',
    pattern:
      /^(?:必须|需要|要)(予以|引起)?((?:高度|足够|充分)?(?:重视|关注|警惕|警醒|警觉|反思|深思)|采取[^，。；]{0,10}措施(?!，))?(、?(?:妥善|切实|认真|着力)(加以)?解决)?[，。；]?$/,
  },
  // ✓ 我们绝不能再被洪水打个措手不及
  // ✗ 灶火不能再被忘记
  { name: 'what must not befall us', opens: '我', pattern: /^我们[^，。；]{0,2}不能再[^，。；]{0,6}被/ },
  // ✓ 要看老百姓走不走
  // ✗ 要看护好水源
  {
    name: 'by what it is measured',
    opens: '关最还就要',
    pattern: /^(?:关键|最终|还|就)?要看[^，。；]*(.)不\1/,
  },
  // ✓ 不能因此否定各站的努力
  // ✗ 不能因此放松巡查
  {
    name: 'what must not be concluded',
    pattern: /^[^，。；：]{0,4}不能(?:因此|由此|就此)而?(?:否定|断定|认为|得出)/,
  },
  // ✓ 河道清淤不能一清了之
  // ✓ 安全检查不能止于登记
  // ✗ 各站不能一报了之
  // ✗ 汛期不能擅自离岗
  {
    name: 'what is not enough',
    pattern:
      /^(?![各全])[^，。；：要]{2,10}不能(?:止[于步]|停留[在于]|一[^，。；：]{1,2}了之)[^，。；：]{0,8}[。！]?$/,
  },
  // ✓ 防汛这根弦时刻不能松。
  // ✓ 安全的阀门一刻也不能关
  // ✓ 谁也不能松口气
  // ✗ 泵站不能停
  // ✗ 各站时刻不能松
  // ✗ 谁也不能擅自离岗
  {
    name: 'what must never slacken',
    pattern:
      /^(?![各全])[^，。；：要]{3,14}(?:时刻|始终|一刻|片刻|任何时候)(?:都|也)?不能(?:松|断|停|减|关|丢|放松|松懈|松劲)[。！]?$|^谁[都也]不[能得许](?:松|歇|大意|掉以轻心|麻痹|侥幸)[^，。；：]{0,4}[。！]?$/,
  },
  // ✓ 会议提出要建设水利枢纽
  // ✓ 要求其不得转租泵站
  {
    name: 'order of another, reported',
    pattern: /^[^，。；]{0,20}(?:(?:提出|要求|强调|认为)要(?!求)|要求(?:其|他们|她们)(?!他))/,
  },
];

/**
 * Every clause that `WEIGHING` matches contains one of these words. Other clauses are not tried on `WEIGHING`, to save
 * time.
 */
const MAY_WEIGH = /[要必应既被]|不能[止停一松断减关丢放因由就]|无论|不管|证明|表明|告诉|只有/;

/**
 * The first of two demands, each with a verb of its own: 既要抓好清淤 (must both see to dredging) before 又要管好闸门 (and mind
 * the gates). In 既要金山银山 (want both gold and silver) nothing is to be done.
 */
const DEMANDS_BOTH =
  /^(?:我们)?既要(?:抓|管|守|贯彻|落实|体现|加强|坚持|注重|立足|着眼|解决|推进|推动|做|把|确保|保持|突出|全面|严格|积极|善于|敢于|强化|统筹|防止|看得|重视|发挥)/;

/** Whether a clause has a 要 that orders nothing: 不仅要建好. */
export const isWeighing = (clause: string): boolean =>
  MAY_WEIGH.test(clause) && !DEMANDS_BOTH.test(clause) && anyOf(WEIGHING, clause);
