import { anyOf, type Rules } from '../../rules.ts';

/** Words for foreign parties. Chinese speakers give them no orders. */
export const FOREIGN_PARTIES: Rules = [
  // ✓ 双方要用好对话机制。
  // ✓ 两国应当扩大贸易往来。
  // ✓ 中俄应该加强协作。
  // ✗ 市县两级要上下联动。
  {
    name: 'foreign party',
    pattern:
      /^(同时，|为此，)?(?:双方|两国|两军|两党|各方|各国|各成员国|国际社会|世界|全球|人类|中[俄美英法德日韩欧非印巴][^，。]{0,4}|[中俄美英法德日韩欧]方|亚太|金砖|上合|东盟|欧盟|联合国)[^，。；]{0,16}(?:要|应|须|必须|不)/,
  },
];

/** Speakers whose words are explanations, promises or wishes, and not orders. */
export const NO_COMMANDERS: Rules = [
  // ✓ 环保专家
  // ✓ 市民政局相关负责人
  // ✓ 物业公司负责人
  // ✓ 政协委员
  // ✓ 市人大代表
  // ✗ 市医保局党组书记
  {
    name: 'explains, promises or wishes',
    pattern:
      /(?:专家|教授|研究员|分析师|学者|院士|律师|经济学家|发言人|记者|网友|市民|村民|居民|群众|业主|家长|考生|医生|护士|司机|店主|经营者|消费者|(?:相关|有关|公司|企业|平台|商户|景区|酒店|该[^，。]{0,8})负责人|总统|首相|国王|王储|外长|大使|外相|外交部长|(?:人大|党|群众|村民|企业|商户)代表|^(?:政协|人大)?委员)$/,
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
 * Every text that `DIPLOMACY` matches contains one of these words. Other texts are not tried on `DIPLOMACY`, to save
 * time.
 */
const MAY_BE_DIPLOMACY = /会[见谈晤]|通电?话|访问|出席|两国/;

/** Whether the title and first line of a page report talks with foreign guests. */
export const isDiplomacy = (head: string): boolean => MAY_BE_DIPLOMACY.test(head) && anyOf(DIPLOMACY, head);
