import { COMMAND_END, SPEAKING_END, UNDERTAKING_END } from '../../chinese/organisations.ts';
import { HAN, oneOf } from '../../chinese/patterns.ts';
import { anyOf, type Rules } from '../rules.ts';
import type { Span } from '../schema.ts';

/**
 * Whether the words after a verb of speech are orders. `order`: they are. `tell`: only where they contain 要 (must) or
 * the like. `hope`: only where each item of a list has 要. `wish`: never.
 */
export type Strength = 'order' | 'tell' | 'hope' | 'wish';

const STRENGTHS: Record<Strength, string> = {
  order:
    '强调 指出 要求 提出 明确 指示 裁示 批示 议定 确定 部署 叮嘱 嘱咐 提醒 号召 安排 布置 交办 交代 拍板 定调 下令 吩咐 叮咛 告诫 分工 讲话 意见 决定 提 讲 谈',
  tell: '表示 表态 认为 称 说 谈到 讲到 提到 说到 谈道 讲道 发言',
  hope: '希望 建议',
  wish: '介绍 勉励 呼吁',
};
const VERBS = new Map<string, Strength>();
for (const [strength, verbs] of Object.entries(STRENGTHS))
  for (const verb of verbs.split(' ')) VERBS.set(verb, strength as Strength);
/**
 * Verbs of decision in reports of meetings. After them, each clause with a public body and its action is an order:
 * 会议决定，县水务局负责清淤.
 */
export const RESOLVES: ReadonlySet<string> = new Set(['议定', '确定', '明确', '决定']);
/**
 * Says whether the words after a verb of speech are orders (see `Strength`). The verb must be one that `SAYING`
 * matches.
 */
export const strengthOf = (verb: string): Strength => VERBS.get(verb)!;

/**
 * Patterns of verbs that are verbs of speech only in some places: 提 (raise) may end a name (买买提要求, Maimaiti demands),
 * and 布置 (arrange) needs work as its object (布置了几项工作, arranged several tasks).
 */
const VERBS_IN_PLACE: Record<string, string> = {
  提: '(?<!买买)提',
  布置: '布置(?:(?=了?[^，。；：]{0,14}(?:工作|任务|事项))|(?<=(?:[作做]|进行)[^，。；：]{0,12}布置)(?=[，：。]|\\s*$))',
  称: '称(?=[，：])(?<![名简职通俗宣声据号]称)',
};

/** The verbs of speech, the longest first, because 讲道 also begins with 讲. */
const WORDS = [...VERBS.keys()].sort((one, other) => other.length - one.length);

/**
 * A verb of speech, up to the spoken words. Group 2 has the words between the verb and the spoken words where they
 * announce demands (提出三点要求, 就…提出要求). In other cases, a comma, a colon or nothing stands between them.
 */
const SAYING = new RegExp(
  // The last form of group 2 must fill a whole sentence: 李平部署下阶段重点工作。 (Li Ping arranges the main work of the next
  // stage.)
  `(${WORDS.map((verb) => VERBS_IN_PLACE[verb] ?? verb).join('|')})道?` +
    '(?!的)((了)?(?:[^，。；：]{0,14}?(?:以下|如下|几|多|[一二三四五六七八九十两\\d]{1,2})(?:(个)?方面|点|条|项|个|件|层)[^，。；：]{0,10}|(明确|具体|相关|严格|严肃|硬性|进一步|更高|新)?(的)?(工作|整改|指导|督办|处置|防范|落实)?(?:要求|意见)|(?<=提出)了?(?![^，。；：“”]*(?:思想|观点|论断|理论|战略))[^，。；：“”]{2,28}要求(?=[，：。])|(采取)?(?:以下|如下)(?:事项|意见|要求|任务|工作|安排|措施|分工)|如下(?=：)|(?<=部署|安排|交办|交代|明确|确定)了[^，。；：]{0,12}(?:工作|任务|重点|方向|路径|思路|办法|举措|措施|要求|事项|分工|职责|清单)(?=：)|(?<=部署|安排|布置|明确)[^，。；：]{0,8}分工(?=：)|(?<=明确)[^，。；：]{0,16}(?:下一步|下一阶段|下阶段|今后|近期)的?(?:工作|任务|重点)(?=：)|(?<=并(?:部署|安排|布置))[^，。；：]{0,12}(?:工作|任务)(?=：)|(?<=^\\s*[\\u4e00-\\u9fff]{2,4}(最后|随后)?(?:部署|安排|布置))(?:当前|近期|今后|下(一)?步|下(一)?阶段|下半年)[^，。；：]{0,8}(?:工作|任务|事项)(?=[。：]\\s*$)))?' +
    '(?=\\s?[，：。“]|(?<=[作出]强调|进行了?(?:安排|动员)?(?:部署|布置|安排))\\s*$|[\\s“]*(?:(第)?[一1①](?:是|要|、|，|\\.))|要(?!求)|各|全[市区县镇体校省系院]|必须|务必|应当|相关|有关|(?<=要求)[^，。；：“”的了]{2,16}(?:要(?!求)|必须|务必)|(?<=提出)[^，。；：“”的了]{2,20}[都均]要(?![求点素])|(?<=要求|强调|指出|叮嘱|嘱咐|叮咛|告诫|提醒|号召|表示)(?![了的过是和与及、]))',
  'y',
);

/**
 * Flags for a UTF-16 unit: a longer verb of speech begins with it or has it as its second character, or it is a verb by
 * itself.
 */
const [BEGINS, GOES_ON, IS_WHOLE] = [1, 2, 4];
const UNITS = new Uint8Array(0x10000);
for (const verb of VERBS.keys()) {
  UNITS[verb.charCodeAt(0)]! |= verb.length > 1 ? BEGINS : IS_WHOLE;
  if (verb.length > 1) UNITS[verb.charCodeAt(1)]! |= GOES_ON;
}

/**
 * Finds the matches of `SAYING` in a sentence, from left to right. Tries the pattern only where a verb of speech may
 * stand, because it would try every verb at every character. The offsets of the matches count from the sentence.
 */
export function matchesOfSaying(text: string, { start, end }: Span): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let words: string | null = null;
  // No verb of speech ends a sentence that introduces words, so the last character begins none.
  for (let i = start; i < end - 1; i++) {
    const unit = UNITS[text.charCodeAt(i)]!;
    if (unit === 0 || unit === GOES_ON) continue;
    if ((unit & IS_WHOLE) === 0 && (UNITS[text.charCodeAt(i + 1)]! & GOES_ON) === 0) continue;
    words ??= text.slice(start, end);
    SAYING.lastIndex = i - start;
    const match = SAYING.exec(words);
    if (!match) continue;
    found.push(match);
    i = start + SAYING.lastIndex - 1;
  }
  return found;
}
/**
 * The beginning of spoken words directly after their verb: 强调，… (stressed, …). In 强调问题导向 (stress the problems), no
 * spoken words follow.
 */
export const SAID_AT_ONCE =
  /^(?:[，：“\s。]|要|[一第]|各|全|必须|务必|[^，。；：]{2,14}(?:要(?!求)|必须|务必))/;

/** Verbs of speech that can also be nouns: 按照上级要求，. */
export const NOUNS: ReadonlySet<string> = new Set(
  '要求 部署 指示 批示 安排 讲话 发言 意见 说 明确 确定 提出 建议 希望 表示 布置 分工 介绍'.split(' '),
);
/** Nouns that introduce spoken words only before a colon (并讲话：) or with a number of points (提出两点意见). */
export const COLON_ONLY: ReadonlySet<string> = new Set([
  '讲话',
  '发言',
  '意见',
  '安排',
  '部署',
  '布置',
  '分工',
]);
/**
 * Verbs that introduce spoken words only before a colon (决定：, decides:) or with a number of points: 提了几条： (raised a
 * few), 讲了三点： (spoke of three), 谈了三点意见 (gave three opinions).
 */
export const COUNT_ONLY: ReadonlySet<string> = new Set(['提', '讲', '谈', '决定']);

/**
 * Words such as 作了 (made) at the end of a clause, before a noun of speech such as 安排 (arrangement). Together they
 * report a speech, so that spoken words may follow: 李平对下一步工作作了安排。其一，… (Li Ping arranged the next work. First, …).
 */
export const DONE =
  /(?:作|做(?![好到实强大优细精足])|提|进行)(了|出|出了)?(重要的?|具体|全面|详细|专门|明确|进一步|统一|总体|[^，。；：]{2,8}的?)?(工作|任务)?(总体|全面|具体|统一|安排|动员)?$/;
/**
 * The end of a clause in which 我 (I) is the subject of the verb of speech after it: 我再 (I again) in 借这个机会，我再强调三点 (on
 * this occasion, I again stress three points). The speaker is then the person whose speech or answer the page prints.
 */
export const FIRST_PERSON =
  /(?:^|[，。；：\s])(?:下面|最后|今天|这里|在此)?我(?:再|还|想|现场|着重|重点|就[^，。；：]{2,20})*$/;

/**
 * Words that mention a report given to a meeting: 作题为《…》的报告. Where the text later says that the report (报告) orders
 * something, this person is the speaker.
 */
export const REPORTS_ORALLY = /作[^，。；]{0,40}报告/;
/**
 * Words that report a person's own speech, and not that of another: 作动员讲话 (gave a speech), but not 传达讲话精神 (passed on
 * the spirit of a speech). If the next sentence begins with 讲话 (the speech) or 发言 (the statement), this person is the
 * speaker.
 */
export const GIVES_SPEECH = /^(?!.*(?:传达|学习|贯彻|精神|听取|观看)).*(?:讲话|发言|党课|点评)(?![内要]|的)/s;

/** Words for the public, whom officials warn but do not order: 提醒广大消费者. */
export const PUBLIC =
  /^(?:广大|各位|有关)?(?:消费者|市民|公众|群众|游客|旅客|家长|考生|司机|驾驶[人员]|网友|读者|投资者|居民|村民|老年人|大家)/;

/**
 * Beginnings of clauses in which a word of speech is a noun, so that nobody speaks. The examples end before that
 * word, such as 要求 (demand) or 部署 (arrangement).
 */
export const NOUN_CLAUSES: Rules = [
  // ✓ 何苗听取了项目
  // ✓ 县水务站依照县水务局
  // ✗ 李平在会上
  // ✗ 李平听完汇报后
  {
    name: 'object of a verb inside the clause',
    pattern: /(?:听取|听了|观看|依照|按照|根据|遵照)(?!.*(?:[后时，并]|会上|讲话中))了?[^，。；：]{2,24}$/,
  },
  // ✓ 各站要贯彻落实防汛会议
  // ✓ 必须认真学习县防汛办
  // ✗ 李平在贯彻落实推进会上
  {
    name: 'object of an order inside the clause',
    pattern:
      /(?:要|必须|应)(?!求)(?:认真|全面|坚决|严格|深入|切实|学习|抓好|不折不扣){0,3}(?:贯彻|落实|学习|执行|传达|领会)(?!.*[上中时])[^，。；：]{2,30}$/,
  },
  // ✓ 按照上级
  // ✓ 落实省市防汛
  // ✓ 要严格按照县防汛办
  // ✓ 为全面贯彻会议
  // ✓ 会议深入贯彻上级文件
  // ✗ 李平在会上
  {
    name: 'behind a preposition',
    pattern:
      /^(?:要|必须|应|会议(?=深入|全面|认真|贯彻|落实|学习)|严格|认真|切实|坚决|全面|深入|扎实|进一步)*(?:按照?|根据|依照|对照|围绕|为|落实|贯彻|学习|符合|达到|结合|遵照|聚焦)/,
  },
  // ✓ 传达学习全会精神及市委常委会（扩大）会议
  // ✓ 会议传达贯彻省政府
  // ✗ 李平传达学习会上
  {
    name: 'object of what a meeting passes on',
    pattern:
      /^(?:会议|会上)?(?:集体|认真|专题|及时)?(?:传达|宣读)(?:学习|贯彻|落实|了)*(?!.*[上中时])[^，。；：]{2,60}$/,
  },
  // ✓ 认真落实各项工作
  // ✓ 达到上级规定的
  // ✓ 这是对治水工作的一贯
  // ✗ 会议还
  {
    name: 'behind an attribute',
    pattern:
      /(?:的|之|工作|任务|总|各项|有关|相关|具体|按|部署|新|明确|标准|目标|责任|质量|决策|重要|统一|本|一贯|必然|内在|客观|共同|基本|根本|迫切|时代|现实|更高|殷切)$/,
  },
];
/** Whether a word of speech after this clause is a noun: 要求 after 按照上级. */
export const isNoun = (clause: string): boolean => anyOf(NOUN_CLAUSES, clause);

/**
 * Names of documents that give orders (通知, 方案), unlike laws and reports. Only such a document can stand in place of a
 * speaker: 《通知》要求.
 */
export const ORDERING_DOCUMENT =
  /(?:意见|意见稿|通知|通报|通告|公告|纪要|倡议书|方案|预案|规划|纲要|计划|措施|要点|指南|公报|文件|文章|决议|清单|部署)(?:（[^）]{1,20}）)?$/;
/** A document as the subject, at the end of the words before the verb: 《意见》 or 通知. Group 1 or 3 is its name. */
export const DOCUMENT =
  /《([^》]{1,60})》$|(?:^|[，。])(该|这[一份]?|上述|紧急|补充|征求|会议)?(文件|意见|意见稿|通知|通报|通告|公告|纪要|倡议书|方案|预案|规划|纲要|计划|指南|公报|报告|文章)$/;

/** Names of meetings, recognised by their ending. A meeting can be a speaker: 会议要求. */
export const MEETINGS: Rules = [
  // ✓ 会议
  // ✓ 全市防汛工作推进会
  // ✓ 县政府第三次常务会议
  // ✓ 防汛会商
  // ✗ 市残疾人联合会
  {
    name: 'meeting',
    pattern:
      /(?:会议|大会|全会|座谈会|推进会|动员会|调度会|部署会|例会|培训会|现场会|碰头会|办公会|会商|(?<!联合|委员|协|学|工|商|社)会)$/,
  },
];

/** Speakers whom a text names only by a role: 分管领导, 校领导, 与会领导. Group 1 is the role. */
export const ROLE = /(?:^|[，。；：\s])([\u4e00-\u9fff]{0,12}(?:领导|负责同志|负责人|主持人))$/;

/** A role at the beginning of a sentence about what that person does before speaking: 县应急局负责人赶到现场，要求…. */
export const ROLE_AT_HEAD =
  /^\s*([\u4e00-\u9fff]{2,14}(?:领导|负责同志|负责人))(?=(?:视频)?连线|[赶来]到|赶赴|抵达|深入|率|带队|(?:在)?现场)/;

/** Endings of the names of groups that inspect: 督导组, 巡察组. */
export const GROUP_END = '(?:(?:督导|检查|调研|督查|巡视|巡察|考核|评估|验收|指导|工作|督察)组|专班)';

/** Organisations and groups as speakers: 市委、市政府要求; 省防指要求; 检查组要求. Group 1 is the organisation or group. */
export const BODY = new RegExp(
  `(?:^|[，。；：\\s])(党?中央|[${HAN}、（）]{1,24}(?:${SPEAKING_END}|党总支|党支部|团委|工会|[察务安财事办管]室|处(?<=[\\u4e00-\\u9fff][务事安财管资教学生]处))|[${HAN}]{0,12}[支总大]队|[${HAN}]{0,12}${GROUP_END})$`,
);

/** An organisation at the beginning of a sentence that demands something: 市防指发出通知，要求…. Group 1 is the organisation. */
export const BODY_AT_HEAD = new RegExp(
  `^(?:[^，。；：]{0,12}[日近日前上下午，]{1,3})?((?!按|根据|经)[${HAN}、]{1,24}?${COMMAND_END})(?=发出|印发|下发|召开|发布|联合|近日|日前|部署|专门|再次|紧急)`,
);

/**
 * The name of an undertaking (中心, 公司) that opens a sentence and sends out a notice with demands: 县水运中心下发通知，要求…. Group 1
 * is the name.
 */
export const UNDERTAKING_AT_HEAD = new RegExp(
  `^(?:[^，。；：]{0,12}[日近日前上下午，]{1,3})?((?!按|根据|经)[${HAN}]{2,24}?${UNDERTAKING_END})(?=[发印下]发(?![展生现]))`,
);

/**
 * Any words that fill the sentence before a verb of demand: 青山镇 in 青山镇要求，… (the town of Qingshan demands, …). Only
 * their place shows that they name who demands, so `NOBODY` excludes words that cannot. Group 1 is those words.
 */
export const ANYBODY_AT_HEAD = /^\s*([\u4e00-\u9fff]{2,16})$/;

/** The first words of a demand: an order with 要 or the like, or an order to everybody (各镇…). */
export const FIRST_DEMANDED =
  /^[，：“\s]*(?:要(?!求)|各|全[市区县镇乡省]|必须|务必|不得|严禁|[^，。；：]{2,16}(?:要(?!求)|必须|务必|不得))/;

/** Verbs of demand. Words that fill the sentence before one of them may name who demands (see `ANYBODY_AT_HEAD`). */
export const DEMANDS: ReadonlySet<string> = new Set(['要求', '强调']);

/**
 * Words that name nobody who could demand something. They contain a word that no name has, or end with a word for a
 * matter, a kind of text, or people in general.
 */
export const NOBODY =
  /[的了着过在是对把将让使被给从向于按据为我你他她它这那其不也都就并而且但却又和与及]|通过|进行|开展|认真|(?:发展|形势|时代|任务|实践|工作|精神|标准|建设|变化|规律|现实|实际|需求|需要|规定|制度|法律|法规|条例|宪法|规范|准则|章程|历史|改革|事业|职责|岗位|考核|情况|内容|方面|纪律|责任|质量|目标|措施|作风|安全|技术|业务|能力|报道|评论|分析|研究|调查|数据|报告|观点|媒体|社论|文章|热线|信箱|[人众民员工生者友士师]|(?<!国)家|反复|一再|同时|此外|另外|最后|严格|统一|明确)$/;

/**
 * Adverbs that may stand between the speaker and the verb of speech: 还, 同时, 进一步. They are no part of the speaker's
 * name.
 */
const ADVERBS =
  '， 还 并 又 也 同时 最后 进一步 特别 着重 再次 一再 反复 多次 分别 都 随后 随即 会上 现场 当场 首先 再 严肃 郑重 明确 深刻';
const ADVERBS_AT_END = new RegExp(`(?:${oneOf(ADVERBS)})+$`);
const ENDS_OF_ADVERBS: ReadonlySet<string> = new Set(ADVERBS.split(' ').map((adverb) => adverb.at(-1)!));

/**
 * Removes adverbs (还, 同时) from the end of words. Looks at the last character first, because few words end with an
 * adverb.
 */
export const withoutAdverbs = (words: string): string =>
  ENDS_OF_ADVERBS.has(words.charAt(words.length - 1)) ? words.replace(ADVERBS_AT_END, '') : words;
