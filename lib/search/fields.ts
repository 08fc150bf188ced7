/**
 * The fields that a query can search. Their order gives the codes that the index stores. So a new field goes to the
 * end, and INDEX_VERSION rises. `names` are the words that a person can write before the colon. Articles with a hit in
 * a field with `first` are listed before others.
 */
export const SEARCH_FIELDS = {
  title: { names: ['title', '标题'], first: true },
  text: { names: ['text', '正文'], first: false },
  task: { names: ['task', '任务'], first: false },
  note: { names: ['note', '批注', '备注'], first: true },
  tag: { names: ['tag', '标签'], first: false },
  /** The words that a mark highlights. */
  quote: { names: ['quote', '摘录'], first: false },
  source: { names: ['source', '来源'], first: false },
  issuer: { names: ['issuer', '发文机关', '发布机构', '机关'], first: false },
  number: { names: ['number', '发文字号', '文号', '索引号'], first: false },
  region: { names: ['region', '地区', '地域'], first: false },
  address: { names: ['address', 'url', '网址', '地址'], first: false },
  /** The person who gives the instructions in the text. */
  speaker: { names: ['speaker', '讲话人', '部署人', '讲话'], first: false },
  /** The organisations that must do a task. */
  body: { names: ['body', '责任单位', '责任'], first: false },
  /** A deadline, as written. */
  deadline: { names: [], first: false },
  date: { names: [], first: false },
  /** All other fields of the article: its section of the site, summary, editors … */
  other: { names: [], first: false },
  /** The colour of a mark, as the colour's id. */
  color: { names: ['color', '颜色'], first: false },
  /** The words of a task in the article's text. A search of the text or of the tasks reads them. */
  taskInText: { names: [], first: false },
  author: { names: ['author', '作者', '记者'], first: false },
  keyword: { names: ['keyword', '关键词', '主题词'], first: false },
} as const satisfies Record<string, { names: readonly string[]; first: boolean }>;

export type SearchField = keyof typeof SEARCH_FIELDS;

const KEYS = Object.keys(SEARCH_FIELDS) as SearchField[];

/** Returns the code under which the index stores a field. */
export const fieldCode = (field: SearchField): number => KEYS.indexOf(field);

/**
 * Lists the codes of the values that a search of a field reads. The words of most tasks are in the text and are not
 * stored twice.
 */
export const searchedCodes = (field: SearchField): number[] =>
  (field === 'text' || field === 'task' ? [field, 'taskInText' as const] : [field]).map(fieldCode);

/** For each field code: whether articles with a hit in the field are listed first. */
export const RANKS_FIRST: boolean[] = KEYS.map((key) => SEARCH_FIELDS[key].first);

/** The states that a query can ask for with `is:`. `bit` is the state's bit in the index. */
export const STATES = {
  marked: { bit: 1, names: ['marked', '有标记', '已标记'] },
  read: { bit: 2, names: ['read', '已读'] },
  starred: { bit: 4, names: ['starred', '星标', '加星', '已加星标'] },
  /** The page's text was different when the article was saved again. */
  changed: { bit: 8, names: ['changed', '有变化', '已变更', '有改动'] },
  task: { bit: 16, names: ['task', '有任务'] },
  noted: { bit: 32, names: ['noted', '有批注'] },
  /** The article or one of its marks has a tag. */
  tagged: { bit: 64, names: ['tagged', '有标签', '已加标签'] },
  /** Only a part of the article was captured. */
  incomplete: { bit: 128, names: ['incomplete', '不完整'] },
} as const satisfies Record<string, { bit: number; names: readonly string[] }>;

export type State = keyof typeof STATES;

/** Words for articles that do not have a state, which can follow `is:` too. */
export const LACKING = {
  read: ['unread', '未读'],
  tagged: ['untagged', '无标签', '没有标签', '未加标签'],
} as const satisfies Partial<Record<State, readonly string[]>>;
