import { inUnits, oneOf } from './patterns.ts';
import { simplified } from './simplified.ts';

// Surnames, and the test whether a word is a person's name. Names and titles in sentences are in people.ts. The files
// are separate, because reading a page needs only surnames.

/**
 * The hundred commonest surnames, which 85 of 100 people have (Ministry of Public Security), and as many more of 百家姓,
 * the traditional list of surnames. A short word that begins with one of them can be a person's name.
 */
export const COMMON_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳祝裴霍楚洪阮柯屈骆翁童盛卞褚戚柏窦奚郎鲍岑滕邬傅卜穆湛祁臧茅闵娄梅刁虞裘缪丛嵇荀甄曲芮靳巫宓仇栾厉戎韶蒲赖蔺屠池胥莘姬冉郦雍桑扈尚晏柴瞿阎茹宦艾戈庾匡寇阙晁敖冷訾饶鞠巢蒯荆竺桓苟佟苑佘';

/**
 * Surnames that are also the first character of common words: 应急 (emergency), 全区 (whole district), 方案 (plan). A word
 * that begins with one counts as a name only beside a title or a verb of speech.
 */
export const OTHER_SURNAMES =
  '卫尤华喻水云昌苗凤花酆费廉毕乐时皮元平禹狄米贝明计伏成谈纪舒项蓝席季麻强路危凌支昝管房干解应宗宣郁单杭包诸吉钮滑荣羊家封储汲富乌巴弓牧隗山谷车蓬郗班仰秋仲伊宫宁暴甘祖符景束幸司薄印宿怀邰鄂索咸籍卓蒙阴苍闻党贡劳逄扶堵宰桂濮寿边燕冀浦农充慕连习鱼容古慎终暨居衡步满弘国广禄东利师巩勾融辛阚简空查红游权逯盖益代亓谌冼涂撒尉初辜帅缑晋麦迟栗刀仝檀揭苌乜佴';

/** Surnames of two characters. */
export const LONG_SURNAMES = oneOf(`
  欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 令狐 东方 慕容 公孙 夏侯 端木 宇文 长孙 闻人 独孤 南宫 呼延 钟离 濮阳 宗政 赫连 澹台 淳于
  申屠 亓官 轩辕 鲜于 完颜 东郭 西门 百里 拓跋
`);

/** Whether a simplified character is a surname. */
export const isSurname = (character: string): boolean =>
  COMMON_SURNAMES.includes(character) || OTHER_SURNAMES.includes(character);

/** Whether a character, simplified or traditional, is a surname with which no common word begins. */
export const isCommonSurname = (character: string): boolean =>
  COMMON_SURNAMES.includes(simplified(character));

const PERSON = inUnits(new RegExp(`^(?:[${COMMON_SURNAMES}]|${LONG_SURNAMES})\\p{Script=Han}{1,2}$`, 'u'));

/**
 * Whether Han characters look like a person's name by themselves: a surname and one or two more characters. Accepts
 * simplified and traditional characters.
 */
export const isPerson = (name: string): boolean => name.length <= 4 && PERSON.test(simplified(name));
