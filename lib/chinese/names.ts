/** Words that stand in a byline and are nobody's name. */
const NOT_A_NAME =
  /^(评论|分享|收藏|关[闭注]|订阅|举报|本[站网报]|佚名|未知|匿名|不详|网络|互联网|转载|原创|综合|整理|.*[报報][道導]|摄影?|admin\w*|root|test)$/i;
const ROLE = '记者|記者|通讯员|作者|编辑|編輯|责编|评论员|撰稿人?|特派员|主笔|研究员|实习生|编译|采写';
/** 本报记者何苗, 青山网专栏作者何苗 */
const BEFORE_NAME = new RegExp(`^\\p{Script=Han}{0,8}(?:${ROLE})[:：]?(?=\\p{Script=Han}{2})`, 'u');
const ONLY_ROLE = new RegExp(`(?:${ROLE}|编辑部)$`);

/**
 * The commonest surnames (公安部 counts 85 of 100 people in the first hundred), and as many more of 百家姓, without those
 * that begin common words (应, 经, 相, 全 …): what begins with one and is short can be a person's name.
 */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳祝裴霍楚' +
  '洪阮柯屈骆翁童盛卞褚戚柏窦奚郎鲍岑滕邬傅卜穆湛祁臧茅闵娄梅刁虞裘缪丛嵇荀甄曲芮靳巫宓仇栾厉戎韶蒲赖蔺屠池胥莘姬冉郦雍桑扈尚晏柴瞿阎茹宦艾戈庾匡寇阙晁敖冷訾饶鞠巢蒯荆竺桓苟佟苑佘' +
  // In traditional characters.
  '張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蔣盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴莊聶魯齊喬龐蘇羅溫湯呂駱顏賴';
const DOUBLE_SURNAMES =
  /^(?:欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|闻人|端木|独孤|南宫|夏侯|呼延|钟离|濮阳|宗政|赫连|澹台|淳于|申屠|亓官|轩辕|鲜于|完颜|东郭|西门|百里)/;
const GIVEN_NAME = /^\p{Script=Han}{1,2}$/u;

/** Han letters that look like a person's name: a known surname and one or two characters more. */
export const isPerson = (name: string): boolean =>
  (SURNAMES.includes(name[0] ?? '-') && GIVEN_NAME.test(name.slice(1))) ||
  (DOUBLE_SURNAMES.test(name) && GIVEN_NAME.test(name.slice(2)));

/** Affiliations run into the name, with nothing between: 方宁北京大学教授. */
const AFFILIATION =
  /^(\p{Script=Han}{2,3}?)(?=系|(?:中[国共央]|国家|北京|上海|天津|重庆|南京|武汉|清华|复旦|香港|澳门|\p{Script=Han}{2}(?:省|市)|[江浙青云甘陕贵四福安吉辽黑新]\p{Script=Han}|[河湖山广][东西南北])\p{Script=Han}{0,20}(?:教授|院长|主任|研究员|博士|大学|学院|研究院|委员|专家))/u;

/** A post or a body, of five signs or more. */
const POST = /^\p{Script=Han}{3,}(?:书记|[省市县区局部厅处院校所]长|主任|主席|委员|教授|研究员|秘书长)$/u;

/** A name that its page spaces out to the width of three signs: 王　刚, 胡 之澜. */
const SPACED =
  /(?<=^|[\s、，,;；:：（(者员員◎■□])(\p{Script=Han})\s+(\p{Script=Han})(?=$|[\s、，,;；）)】〕\]])|(?<=^|[\s、，,;；:：（(者员員])(\p{Script=Han})\s(?=\p{Script=Han}{2})/gu;
const joinSpaced = (text: string): string =>
  text.replace(SPACED, (all, first: string | undefined, second: string, family: string) =>
    first ? first + second : SURNAMES.includes(family) ? family : all,
  );

/** 通讯员 方宁, 青山日报通讯员方宁 and whoever is named behind, up to the next reporter. */
const CORRESPONDENTS =
  /[\s、，,◎■□]*(?:本[报報刊网網]|特[约約]|\p{Script=Han}{2,6}[报報网網社台])?通[讯訊][员員][:：]?\s?[\p{Script=Han}\s、·]{2,24}?(?=[\s◎■□]*(?:本[报報刊网網]|[见見實实][习習]|全媒[体體])?[记記]者|[）)〕】]|\s+(?:文|[图圖]|[摄攝])|$)/u;
/** 记者 何苗 见习记者 方宁: the role before a further name. */
const FURTHER_ROLE =
  /(?<=[记記]者.*)[\s、，,◎■□●◆]*(?:本[报報刊网網]|[见見實实][习習]|全媒[体體]|融媒[体體]|首席|高[级級]|特[约約])*[记記]者[:：]?\s*/gu;

/** The names of reporters without roles between them, correspondents, and where they report from. */
export function reportersAlone(text: string): string {
  const rest = joinSpaced(text)
    .replace(/\s*作者单位[:：][^）)]*/, '')
    // 记者 何苗 摄影 方宁
    .replace(/(?<=[记記]者.{2,20})\s+[摄攝](?:影|像)?[:：]?\s?[\p{Script=Han}\s、]{2,12}$/u, '')
    .replace(/[/／](?:\p{Script=Han}{2,4}\s?)+[报報][道導]$/u, '');
  if (!/[记記]者|通[讯訊][员員]/.test(rest)) return rest;
  return rest.replace(CORRESPONDENTS, ' ').replace(FURTHER_ROLE, '、');
}

/**
 * 何苗、方宁 → two names, up to the first thing that is none (a date, a button). Roles before a name (记者, 本报), staff
 * codes behind it (_NBJ20417, PK207, ZN031) and an e-mail address are left out; a body may be an author, too.
 */
export function namesOf(value: string): string[] {
  const names: string[] = [];
  const text = reportersAlone(value.replace(/^[\s◎■□●◆]+/, ''))
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, ' ')
    .replace(/[\w.+-]+@[\w.-]+/g, ' ')
    // A label that no table knows ends the names before it: 何苗 主编：方宁.
    .replace(/\s\p{Script=Han}{2,6}\s*[:：].*$/u, '')
    .replace(/[）)】\]]+\s*$/, '')
    .trim();
  // A name in Latin letters holds blanks itself.
  const latin = /^[A-Za-z][A-Za-z.' -]*(?:[、,，;；][A-Za-z.' -]+)*$/.test(text);
  const pieces = text.split(latin ? /[、,，;；]+/ : /[、,，;；/／|｜\s]+/);
  for (const piece of pieces) {
    const name = piece
      .replace(/[_\s]?[A-Z]{1,4}\d{2,}$/, '')
      .replace(AFFILIATION, (_, person: string) => `${person}\n`)
      .replace(/\n.*$/s, '')
      .replace(BEFORE_NAME, '')
      // 文 can end a name: 廖星文.
      .replace(/(?:摄|报道|整理|编|(?<=^.{3})文)$/, (word, at: number) =>
        isPerson(piece.slice(0, at)) ? '' : word,
      )
      .trim();
    if (
      /^\d|^(系(?!统)|现任|均?为)\S{3}/.test(piece) ||
      /^(来源|时间|日期|发布|打印|字号|举报|点击|浏览|阅读)$/.test(name)
    )
      break;
    if (!name || NOT_A_NAME.test(name) || ONLY_ROLE.test(name)) continue;
    if (/^[\p{Script=Han}A-Za-z·•・. '-]{2,20}$/u.test(name) && !names.includes(name)) names.push(name);
  }
  // 中共青山省委书记 何苗: who stands beside his post.
  const persons = names.filter((name) => !POST.test(name));
  return persons.length ? persons : names;
}

/** The persons among the names of a text that holds other words too (文｜青山周刊 何苗); all of them where there is none. */
export function personsOf(value: string): string[] {
  const names = namesOf(value);
  const persons = names.filter(isPerson);
  return persons.length ? persons : names;
}
