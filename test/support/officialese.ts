/** A generator of random integers below `bound` (mulberry32). The same seed gives the same numbers. */
export function numbers(seed: number): (bound: number) => number {
  let state = seed + 0x9e3779b9;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Repeats a text until it has a given length. */
export const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Joins randomly chosen parts until the text has a given length. */
export function random(length: number, parts: string[], seed: number): string {
  const next = numbers(seed);
  let text = '';
  while (text.length < length) text += parts[next(parts.length)];
  return text.slice(0, length);
}

const SPEAKERS = ['会议', '县委书记李平', '副市长王海', '他', '《意见》', '市水务局局长孙丽'];
const SAY = ['强调，', '指出，', '要求，', '提出三点要求：', '就做好下一步工作强调，'];
const VERBS = ['加强', '抓好', '完善', '推进', '压实', '严格落实', '着力提升', '健全'];
const THINGS = [
  '组织领导',
  '防汛责任',
  '管网改造',
  '“一网通办”',
  '队伍建设',
  '河道整治',
  '环境监测',
  '服务质量',
];
const BODIES = ['各部门', '各镇（街道）', '市教育局', '全市上下', '有关单位'];
const TIMES = ['2025年底前', '三年内', '年内', '每年1月31日前', '到2027年', '汛期前'];
const FACTS = [
  '去年以来，全市新建公园十二个，成效明显。',
  '这是做好全年工作的关键。',
  '当前，形势依然严峻。',
  '会上，三个镇作了交流发言。',
  '市直有关部门负责人参加会议。',
];

/** Random sentences in the style of an official report or document. The same seed gives the same text. */
export function officialese(length: number, seed: number): string {
  const next = numbers(seed);
  const one = (from: string[]) => from[next(from.length)]!;
  const clause = () => `${one(VERBS)}${one(THINGS)}`;
  const order = () =>
    `${next(2) ? '要' : `${one(BODIES)}要`}${next(4) ? '' : one(TIMES)}${clause()}，${clause()}${next(5) ? '' : '，治理率达到85%以上'}。`;
  const ordinals = () =>
    ['一', '二', '三'].map((n) => `${n}${next(2) ? '要' : '是'}${clause()}，${clause()}；`).join('');
  let text = '3月6日，市政府召开水环境治理工作推进会。县委书记李平、副市长王海出席会议。\n';
  for (let section = 1; text.length < length; section++) {
    const kind = next(5);
    if (kind === 0)
      text += `${'一二三四五六七八九'[section % 9]}、${clause()}\n（一）${clause()}。${order()}（市水务局、财政局负责）\n（二）${clause()}。${order()}\n`;
    else if (kind === 1) text += `${one(SPEAKERS)}${one(SAY)}${ordinals()}${one(FACTS)}\n`;
    else {
      text += `${one(SPEAKERS)}${one(SAY)}`;
      for (let i = next(5); i >= 0; i--) text += next(6) ? order() : one(FACTS);
      text += next(3) ? '\n' : '';
    }
  }
  return text.slice(0, length);
}
