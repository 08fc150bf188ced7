/** Openings of sentences that tell of what is or was, and order nothing. */
const SITUATION =
  /(成效|成绩|进展|问题(?:是|突出|依然)|原因|存在|过去[一两三]年|去年以来|已经|取得了|完成了|同比)/;

/** 要 within a longer word, which orders nothing: 需要, 重要, 不仅要, 只要, 既要…又要, 主要. */
const PART_OF_WORD = /(?:需|重|主|只|不仅|首|必|摘|纪|概|简|既|又|紧|次|若|正|想|将|扼|索)$/;

/** True where a sentence opens with an order: 要…, 必须…, 各部门要…. */
export function opensWithOrder(sentence: string): boolean {
  const text = sentence.replace(/^[\s　“]+/, '');
  if (/^(?:同时，|此外，|还|特别是)?(?:要(?!求|点|是|闻|素|不|么|件)|必须|务必|应当)/.test(text)) return true;
  const at = text.indexOf('要');
  return (
    at > 1 &&
    at <= 14 &&
    /^(?:各|全[市区县省州]|相关|有关|所有)/.test(text) &&
    !PART_OF_WORD.test(text.slice(0, at))
  );
}

/** True where the items of an 一是…二是 list tell reasons, problems or results instead of orders. */
export function tellsSituation(lead: string, items: string[]): boolean {
  if (/(?:原因|问题|成效|成绩|表现|体现|特点|变化|亮点|主要有|不足)[^。]{0,12}[：:，。]?$/.test(lead))
    return true;
  return items.filter((item) => SITUATION.test(item.slice(0, 40))).length * 2 > items.length;
}

/** Sections of a document that set out thought, principles and goals. */
export const NOT_TASK_SECTION = /(指导思想|基本原则|总体要求|主要目标|总体目标|工作目标|发展目标|适用范围)/;
