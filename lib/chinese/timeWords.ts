// The words of which time limits are made, as parts of patterns.

/** 6月, 六月, 6月30日, 十二月三十一日, 9月底, 5月中旬 */
export const MONTH =
  '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:(?:\\d{1,2}|[二三]?十?[一二三四五六七八九]|[二三]?十)[日号]|份?(?:底|末|初|[上中下]旬))?';
export const PART = `(?:${MONTH}|(?:第?[一二三四1-4]季度|上半年|下半年|年)(?:底|末|中)?|(?:底|末|中))`;
export const YEAR = '(?:20\\d{2}年|[今明本当后]年)';
export const BEFORE = '(?:之?前|以前)';
/** 17时, 下午3点, 24:00 behind a day. */
export const CLOCK =
  '(?:(?:凌晨|早上|上午|中午|下午|晚上|晚间?|当晚)?(?:\\d{1,2}(?:[时点](?:\\d{1,2}分|半)?|[:：]\\d{2})|下班)?)';
