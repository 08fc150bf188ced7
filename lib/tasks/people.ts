import type { Span, Speaker } from './schema.ts';

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄曲家封储靳汲段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索咸籍卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂晁勾敖融冷訾辛阚那简饶空曾关蒯相查后荆红游竺权逯盖益桓公肖代亓谌付冼闫佟查撒尉初辜岳帅缑晋楚苟覃麦丛迟';
const COMPOUND = '欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|令狐|东方|慕容|公孙|夏侯|端木|买买提|阿不都';

/** Last words of titles that stand before or behind a name. */
const TITLE_END =
  '(?:总书记|书记|秘书长|检察长|董事长|委员长|理事长|总队长|支队长|大队长|指挥长|巡视员|调研员|督察专员|总工程师|工程师|审计师|总指挥|指挥|总经理|副经理|经理|主任|主席|总理|委员|专员|参事|顾问|政委|组长|部长|省长|市长|区长|县长|镇长|乡长|州长|盟长|旗长|局长|厅长|司长|处长|署长|科长|股长|站长|所长|院长|校长|园长|行长|会长|社长|台长|馆长|队长|团长|庭长|关长|村长|总监|总裁|主管|负责人|助理|常委|领导|代表|成员|同志|教授|研究员|院士|专家)';
const NAME = `(?:(?:${COMPOUND})[\\u4e00-\\u9fff]{1,2}?|[${SURNAMES}][\\u4e00-\\u9fff]{1,2}?|[\\u4e00-\\u9fff]{2,6}·[\\u4e00-\\u9fff]{2,8}?)`;

/** What may follow a name: punctuation, a date, or a word with which a sentence goes on. */
const AFTER_NAME =
  '(?=$|[，。、：；（）\\s“”《\\d]|强调|指出|要求|表示|提出|明确|提醒|叮嘱|部署|主持|出席|参加|参会|作|在|对|就|到|带|率|一行|同志|(?:和|与|及|同)(?=[\\u4e00-\\u9fff]{2})|等|以|围绕|听取|深入|来|前往|前|赴|陪同|宣|传达|通报|介绍|安排|总结|代表|调研|检查|考察|视察|看望|察看|实地|现场|为|并|分别|从|结合|充分|首先|指导|签|任|致|会见|做|发|向|给|还|也|先|说|讲|走|随|最|今|近|担任|汇报|日前|逐一|认真|详细|仔细|要|领|开展|督导|督查|的|将|均|主|列席|又|继续|进行|批示|了解|慰问|肯定|认为|重申|回顾|分析|高度|致|深切|亲切|现场|受|委托|勉励|询问|十分|非常|特别|多次|一直|曾|亲自|再次|因|则|带头|组织|召集|牵头|负责|解读|授课|颁奖|揭牌|宣布|启动|讲授|点评|寄语|希望|建议|不|把|让|将|已|被|或|三|四)';

const TITLED = new RegExp(`(${TITLE_END})(${NAME})${AFTER_NAME}`, 'g');
/** 、刘国中、王小洪 after a first name: those share its title. */
const FURTHER = new RegExp(
  `、(${NAME})(?=[、，。；（]|$|和(?=[\\u4e00-\\u9fff]{2})|等|出席|参加|陪同|参会|列席)`,
  'y',
);
/** 何汉翔院长, 刘东同志: the title stands behind. */
const TITLE_BEHIND = new RegExp(
  `(?<=^|[，。、；：\\n“”\\s]|由|后|上|在|时|对|向|听取|[日午])([${SURNAMES}][\\u4e00-\\u9fff]{1,2})(副?${TITLE_END})(?!${NAME}(?:[，。]|强调|主持))`,
  'gm',
);
/** 安士伟作总结讲话, 王海强调: a name without a title, at the head of a clause and before a verb of speakers. */
const BARE = new RegExp(
  `(?<=^|[，。；：\\n”\\s])((?:${COMPOUND}|[${SURNAMES}])[\\u4e00-\\u9fff]{1,2}?)(?=(?:还|并|又|也)?(?:在[^，。；]{0,20}[时上中]|就[^，。；]{2,40}|对[^，。；]{2,40}|最后|同时|代表[^，。；]{2,16})?(?:强调|指出|要求|表示[，：]|提出[^，。；]{0,12}(?:要求|意见)|主持(?:会议|召开)|首先|充分肯定|高度评价|总结|传达|通报|介绍|回顾|分析|针对|围绕|听取|出席(?:会议|并)|作(?:了)?[^，。；]{0,8}讲话|作出[^，。；]{0,6}(?:指示|批示|部署)|讲话))`,
  'gm',
);
/** Words that begin like a name: 安全, 高度, 方案, 会议. */
const NO_NAME =
  /^(?:安全|安排|高度|高质|高校|方案|方面|方法|文章|文件|文化|时代|时刻|应急|应当|成立|成员|任务|计划|项目|严格|严肃|平安|和谐|金融|经济|关于|明确|管理|国家|国务|广大|公司|公安|都|向|全|全会|全国|全市|全县|全区|全省|师生|党委|党组|单位|水利|水务|通知|通报|通过|能源|东部|文旅|农业|农村|乐|路|山|连续|相关|查处|查看|解决|易|步|强化|强调|成为|从严|利用|双方|双|支持|支部|家|向|车|居民|那|时|都|石油|关|于|别|广东|广西|江苏|江西|云南|贵州|山东|山西|连续|宣传|印发|游客|荣|束|符合|通|计|初|简|满|步|代表|公|相|全体|武警|华|项|温|解|应|经|后|边|高|同|常务|常委|宣|支|计|干部|双|左|贯|成|和)/;

/** A speaker with the places of name and title in the text, from which both are taken as written. */
export type Person = Speaker & { nameAt: Span | null; titleAt: Span | null };

export type People = {
  /** By name, in the order of the text. */
  byName: Map<string, Person>;
  /** Every place where a person is named, in the order of the text: with the span of the name with its title. */
  mentions: { person: Person; name: Span; whole: Span }[];
};

const LONGEST_TITLE = 60;
const TITLE_BOUNDARY = /[，。；：！？\n“”《》\s]/;
const TITLE_AT_END = new RegExp(`${TITLE_END}$`);
/** Words before a title that are no part of it: 会上，… 5月6日… 由…. */
const BEFORE_TITLE =
  /^.{0,30}?(?:会上|会后|期间|当天|上午|下午|今日|今天|昨日|日前|近日|\d日|召开|举行|随后|最后|陪同|听取|邀请|传达|学习|会见|根据|(?<!自|理|事)由)(?=[\u4e00-\u9fff]{2})/;
const PARTICLE =
  /^(?:该[市区县省校院局镇州](?=[\u4e00-\u9fff])|由|在|请|经|受|和|同|与|及|向|对)(?=[\u4e00-\u9fff]{2})/;

/** The title that ends at a place: back to the stop before it, over 、 only where a title stands before that too. */
function titleBefore(text: string, end: number): number {
  let start = end;
  const least = Math.max(0, end - LONGEST_TITLE);
  for (let i = end - 1; i >= least; i--) {
    const character = text[i]!;
    if (TITLE_BOUNDARY.test(character)) break;
    if (character === '、' && !TITLE_AT_END.test(text.slice(Math.max(0, i - 6), i))) break;
    start = i;
  }
  for (const lead of [BEFORE_TITLE, PARTICLE]) {
    const length = lead.exec(text.slice(start, end))?.[0].length ?? 0;
    if (length < end - start - 1) start += length;
  }
  return start;
}

/** The people of a folded text and every place where they are named. Linear. */
export function peopleOf(text: string): People {
  const byName = new Map<string, Person>();
  const found: { name: string; title: string | null; at: number; titleAt: Span | null; whole: Span }[] = [];
  for (const match of text.matchAll(TITLED)) {
    const name = match[2]!;
    if (match[1] === '同志' || NO_NAME.test(name)) continue;
    const at = match.index + match[1]!.length;
    const start = titleBefore(text, at);
    const title = text.slice(start, at);
    if (/^(?:领导|代表)$/.test(title)) continue;
    const titleAt = { start, end: at };
    found.push({ name, title, at, titleAt, whole: { start, end: at + name.length } });
    FURTHER.lastIndex = at + name.length;
    for (let further = FURTHER.exec(text); further; further = FURTHER.exec(text)) {
      const own = further[1]!;
      if (NO_NAME.test(own)) break;
      found.push({
        name: own,
        title,
        at: further.index + 1,
        titleAt,
        whole: { start: further.index + 1, end: further.index + 1 + own.length },
      });
    }
  }
  for (const match of text.matchAll(TITLE_BEHIND)) {
    const [, name, title] = match;
    if (NO_NAME.test(name!) || name!.endsWith('副')) continue;
    const whole = { start: match.index, end: match.index + match[0].length };
    found.push({
      name: name!,
      title: title === '同志' ? null : title!,
      at: match.index,
      titleAt: title === '同志' ? null : { start: match.index + name!.length, end: whole.end },
      whole,
    });
  }
  for (const match of text.matchAll(BARE)) {
    const name = match[1]!;
    if (NO_NAME.test(name)) continue;
    found.push({
      name,
      title: null,
      at: match.index,
      titleAt: null,
      whole: { start: match.index, end: match.index + name.length },
    });
  }
  found.sort((a, b) => a.at - b.at);
  for (const { name, title, at, titleAt } of found) {
    const known = byName.get(name);
    if (!known) byName.set(name, { name, title, nameAt: { start: at, end: at + name.length }, titleAt });
    else if (title && (!known.title || title.length > known.title.length))
      Object.assign(known, { title, titleAt });
  }
  return { byName, mentions: mentionsOf(text, byName, found) };
}

/** Every place where one of the known names stands: by its first two characters, so that each place is tried once. */
function mentionsOf(
  text: string,
  byName: Map<string, Person>,
  titled: { at: number; whole: Span }[],
): People['mentions'] {
  const wholes = new Map(titled.map(({ at, whole }) => [at, whole]));
  const byHead = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const head = name.slice(0, 2);
    byHead.set(
      head,
      [...(byHead.get(head) ?? []), name].sort((a, b) => b.length - a.length),
    );
  }
  const mentions: People['mentions'] = [];
  if (byHead.size === 0) return mentions;
  for (let i = 0; i < text.length - 1; i++) {
    // At most a few people share surname and first character; more is no text of people.
    const name = byHead
      .get(text.slice(i, i + 2))
      ?.slice(0, 8)
      .find((one) => text.startsWith(one, i));
    if (!name) continue;
    const span = { start: i, end: i + name.length };
    mentions.push({ person: byName.get(name)!, name: span, whole: wholes.get(i) ?? span });
    i += name.length - 1;
  }
  return mentions;
}
