// A reading with everything that the interface can show, in invented words. Plain JavaScript, so that scripts run by
// Node can use it too.

const text = `岚桥市召开碧水提升行动推进会
3月12日上午，岚桥市召开碧水提升行动推进会，研究《岚桥市碧水提升行动方案（2025—2027年）》，部署下一阶段工作。
市委书记顾清源出席会议并讲话，市长罗映秋主持会议。
会议提出，到2027年，地表水优良比例达到85%以上，城市污水集中收集率较2024年提高6个百分点，万元工业增加值用水量下降12%。
顾清源强调，要抓好四项工作。一要摸清排口底数。市生态环境局牵头，市水务局、各县区政府配合，2025年6月底前完成全部排口的溯源和编号。一是沿河步行逐段核查，不留空白。二是对照管网图纸查明来水，混接的登记造册。三是把结果标到一张图上，向社会公布。二要补齐管网短板。每年10月底前完成当年改造计划，2025年新建改造污水管网不少于120公里。三要管住工业废水。园区污水处理设施必须在两年内全部完成提标。
罗映秋要求，各县区、各部门要逐项认领任务，每季度末通报一次进展。要把钱用到刀刃上，坚决防止重复建设。要让群众看得见变化，及时回应投诉。
附：责任清单
（一）健全河湖长制。
市河长办牵头，各县区配合，完善巡查、交办、督办、销号的闭环机制，把小微水体纳入管理范围，做到每一段河道都有人管、管得住、管得好，并把巡查记录与群众举报一并归档备查。
（二）完善监测网络。
2025年底前新建自动监测站18座。
`;

/** The span of these words where they first occur in or after `after`. */
function at(words, after = '') {
  const start = text.indexOf(words, after ? text.indexOf(after) : 0);
  if (start < 0) throw new Error(`${words} is not in the text`);
  return { start, end: start + words.length };
}
const passage = (words) => ({ text: words, ...at(words) });
/** The text from `from` to the end of `to`, with its span. */
function stretch(from, to) {
  const { start } = at(from);
  const end = text.indexOf(to, start) + to.length;
  return { text: text.slice(start, end), start, end };
}
const task = (marker, span, details = {}) => ({
  marker,
  ...span,
  heading: '',
  measures: [],
  responsible: [],
  leads: [],
  deadlines: [],
  targets: [],
  ...details,
});
const deadline = (words, date, more = {}) => ({ text: words, date, from: null, every: null, ...more });
const target = (words, quantity, value, unit, direction, year) => ({
  text: words,
  quantity,
  value,
  unit,
  direction,
  year,
});

export const richReading = {
  url: 'https://www.lanqiao.example/zwyw/202503/t20250312_1.html',
  canonicalUrl: null,
  taskLists: [
    {
      form: 'ordinal',
      speaker: { name: '顾清源', title: '市委书记' },
      announcedCount: 4,
      section: null,
      tasks: [
        task('一要', stretch('摸清排口底数', '向社会公布'), {
          heading: '摸清排口底数',
          measures: [
            passage('沿河步行逐段核查，不留空白'),
            passage('对照管网图纸查明来水，混接的登记造册'),
            passage('把结果标到一张图上，向社会公布'),
          ],
          responsible: ['市生态环境局', '市水务局', '各县区政府'],
          leads: ['市生态环境局'],
          deadlines: [deadline('2025年6月底前', '2025-06-30')],
        }),
        task('二要', stretch('补齐管网短板', '120公里'), {
          heading: '补齐管网短板',
          deadlines: [deadline('每年10月底前', '2025-10-31', { every: 'year' })],
          targets: [
            target('2025年新建改造污水管网不少于120公里', '新建改造污水管网', 120, '公里', 'atLeast', 2025),
          ],
        }),
        task('三要', stretch('管住工业废水', '全部完成提标'), {
          heading: '管住工业废水',
          deadlines: [deadline('两年内', '2027-03-12', { from: '2025-03-12' })],
        }),
      ],
    },
    {
      form: 'parallel',
      speaker: { name: '罗映秋', title: '市长' },
      announcedCount: null,
      section: null,
      tasks: [
        task(null, stretch('各县区、各部门要逐项认领任务', '通报一次进展'), {
          responsible: ['各县区', '各部门'],
          deadlines: [deadline('每季度末', null, { every: 'quarter' })],
        }),
        task(null, passage('要把钱用到刀刃上，坚决防止重复建设')),
        task(null, passage('要让群众看得见变化，及时回应投诉')),
      ],
    },
    {
      form: 'heading',
      speaker: null,
      announcedCount: 2,
      section: '责任清单',
      tasks: [
        task('（一）', stretch('健全河湖长制', '归档备查'), {
          heading: '健全河湖长制',
          responsible: ['市河长办', '各县区'],
          leads: ['市河长办'],
        }),
        task('（二）', stretch('完善监测网络', '18座'), {
          heading: '完善监测网络',
          deadlines: [deadline('2025年底前', '2025-12-31')],
          targets: [target('新建自动监测站18座', '新建自动监测站', 18, '座', 'reach', 2025)],
        }),
      ],
    },
  ],
  goals: [
    {
      ...stretch('到2027年，地表水优良比例', '下降12%'),
      section: '主要目标',
      targets: [
        target('地表水优良比例达到85%以上', '地表水优良比例', 85, '%', 'atLeast', 2027),
        target(
          '城市污水集中收集率较2024年提高6个百分点',
          '城市污水集中收集率',
          6,
          '个百分点',
          'increase',
          2027,
        ),
        target('万元工业增加值用水量下降12%', '万元工业增加值用水量', 12, '%', 'decrease', 2027),
      ],
    },
  ],
  meetings: [
    {
      name: '岚桥市碧水提升行动推进会',
      dateText: '3月12日上午',
      date: '2025-03-12',
      place: '市民中心',
      ...at('碧水提升行动推进会', '3月12日'),
    },
  ],
  documents: [
    {
      title: '岚桥市碧水提升行动方案（2025—2027年）',
      kind: '方案',
      act: 'deliberated',
      ...at('《岚桥市碧水提升行动方案（2025—2027年）》'),
    },
  ],
  people: [
    { name: '顾清源', title: '市委书记' },
    { name: '罗映秋', title: '市长' },
  ],
  article: {
    title: '岚桥市召开碧水提升行动推进会',
    kicker: '坚持一张蓝图绘到底',
    subtitle: '顾清源出席并讲话　罗映秋主持',
    originalTitle: '部署碧水提升行动',
    publishedAt: '2025-03-12T18:05:00+08:00',
    writtenOn: '2025-03-10',
    source: '岚桥日报',
    authors: ['江亦舟', '白露'],
    contributor: '市生态环境局',
    editors: ['孟知秋'],
    keywords: ['碧水提升', '河湖长制', '污水管网'],
    lead: '岚桥市召开推进会，部署排口溯源、管网改造和工业废水治理。',
    views: 12853,
    issuer: '岚桥市人民政府办公室',
    documentNumber: '岚政办发〔2025〕7号',
    indexNumber: 'LQ0003-2025-00017',
    subjectCategory: '城乡建设、环境保护',
    validity: '有效',
    siteName: '岚桥市人民政府',
    columnPath: ['首页', '政务公开', '政务要闻'],
    region: { code: '990100', name: '岚桥市' },
    previous: { text: '岚桥市春季造林任务过半', url: 'https://www.lanqiao.example/zwyw/1.html' },
    next: { text: '岚桥市公布第一批便民服务点', url: 'https://www.lanqiao.example/zwyw/3.html' },
    related: [
      { text: '岚桥市开展入河排口巡查', url: 'https://www.lanqiao.example/zwyw/4.html' },
      { text: '不可打开的地址', url: 'javascript:alert(1)' },
    ],
    images: [
      { url: 'https://www.lanqiao.example/img/1.jpg', caption: '推进会现场' },
      { url: 'https://www.lanqiao.example/img/2.jpg', caption: null },
    ],
    paging: { page: 1, pages: 3, next: 'https://www.lanqiao.example/zwyw/202503/t20250312_1_2.html' },
    isExcerpt: true,
    text,
    pageKind: 'article',
    isArticle: true,
    provenance: {
      title: { rule: 'heading', confidence: 0.95 },
      publishedAt: {
        rule: 'labelled-line',
        confidence: 0.98,
        otherwise: { value: '2025-03-13', rule: 'standard-meta' },
      },
      source: { rule: 'labelled-line', confidence: 0.9 },
      authors: { rule: 'labelled-line', confidence: 0.9 },
      issuer: { rule: 'document-header', confidence: 0.98 },
      documentNumber: { rule: 'document-header', confidence: 0.98 },
      indexNumber: { rule: 'document-header', confidence: 0.98 },
      writtenOn: { rule: 'body-text', confidence: 0.75 },
      views: { rule: 'bare-line', confidence: 0.5 },
      siteName: { rule: 'meta', confidence: 0.8 },
      region: { rule: 'standard-meta', confidence: 0.8 },
      keywords: { rule: 'meta', confidence: 0.7 },
    },
  },
};
