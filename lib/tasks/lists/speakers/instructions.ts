/**
 * Words before a colon that introduce somebody's instructions without a verb of speech such as 要求 (demand):
 * 何苗把话说在明处：各站要… (He Miao spoke openly: all stations must …). Group 1 is the words before the colon.
 */
const TELLS =
  /^([^。：]{2,70})：(?=\s*(?:要(?![求点素])|①|1[.、]|第?一[是要、，]|其一|[^，。；：要]{2,16}(?:要(?![求点素])|必?须)))/;

/** Words before a colon that hand out tasks, which follow in lines with markers: 何苗给各站布置了任务：. */
const HANDS_OUT = /^[^。：]{2,70}(?:布置|交办|交代|开出|给出|列出|立下|定下|派出)了?[^，。：]{0,16}：\s*$/;

/** Words before a colon that say how many rules follow: 何苗当场定了几条： (He Miao set a few rules at once:). */
const COUNTS_OUT =
  /^[^。：]{2,70}(?:[定立提]了?|[定立][下出]|讲了|明确了?|交办了?|布置了?|交代了?|宣布了?)[^，。：]{0,4}[几两三四五六七八九十][点条件项桩][^，。：]{0,6}：/;

/** Words before a colon that say which work somebody directs: 何苗镇长调度清淤工作：. */
const DIRECTS = /^[^。：]{2,70}?(?:调度|部署|安排|布置)[^，。：]{2,24}(?:工作|任务|事项)：\s*$/;

/** Words before a colon that say how somebody speaks: 何苗讲得很直接：. The instructions follow on the next lines. */
const SPEAKS_PLAINLY = /^[^。：]{2,70}(?:讲|说|谈|交代|布置)得[^，。：]{1,8}：\s*$/;

/**
 * The matter that somebody takes up, at the beginning of a sentence: 针对检查发现的问题， (as to the problems found,). These
 * words are ignored, so that 问题 (problem) does not count as a sign of a report.
 */
const OCCASION = /^\s*(?:针对|面对|围绕|就|对于?)[^，。；：]{2,30}，/;

/** Words before a colon that promise, report or describe, so that no orders follow. */
const TELLS_NO_ORDER =
  /介绍|汇报|承诺|表态|建议|希望|呼吁|认为|原则|经验|问题|原因|特点|体会|感谢|[看听想]到/;

/**
 * Returns the length of the words before a colon that introduce somebody's instructions without a verb of speech.
 * Returns 0 where there are no such words.
 */
export function lengthBeforeInstructions(words: string): number {
  if (!words.includes('：')) return 0;
  const before =
    TELLS.exec(words)?.[1] ??
    (HANDS_OUT.exec(words) ??
      COUNTS_OUT.exec(words) ??
      SPEAKS_PLAINLY.exec(words) ??
      DIRECTS.exec(words))?.[0]
      .trimEnd()
      .slice(0, -1);
  return before && !TELLS_NO_ORDER.test(before.replace(OCCASION, '')) ? before.length : 0;
}

/** Words before a quotation that tell what its speaker does: 何苗合上本子，把话挑明：“. */
const BEFORE_QUOTATION = /^[^。：“]{4,60}(?=：“)/;

/**
 * Returns the length of the words that introduce a quotation without a verb of speech, up to their colon; 0 where there
 * are none.
 */
export function lengthBeforeQuotation(words: string): number {
  const before = words.includes('：“') ? BEFORE_QUOTATION.exec(words)?.[0] : undefined;
  return before && !TELLS_NO_ORDER.test(before) ? before.length : 0;
}
