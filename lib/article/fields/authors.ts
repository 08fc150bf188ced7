import { inUnits } from '../../chinese/patterns.ts';
import { isPerson } from '../../chinese/surnames.ts';
import type { Labelled } from '../metadata/labels.ts';
import type { Line } from '../metadata/line.ts';
import { EDGE } from '../page/lines.ts';
import { isNamedWriter, isWriter, linkedAuthors, NO_WRITER, namesOf } from './byline.ts';
import { CLOSINGS, namesIn, OPENINGS, signatoriesOf, WRITER_AND_MEDIUM } from './bylineForms.ts';
import { rulesFor } from './rule.ts';

const AUTHOR_CLASS = '[class*=author i], [id*=author i], [class*=byline i]';

/**
 * The persons named below the headline in an element whose class or id says that it names the author: <span
 * class="author">何苗</span>.
 */
function classed(head: Line[]): string[] {
  for (const { element, text, hidden } of head.slice(0, 12)) {
    // Text in brackets, 由 (by) and roles are no part of a name: [微博]何苗 ([microblog] He Miao) · 由 何苗 · 何苗 北京特派员、方宁 实习记者
    // (He Miao, correspondent in Beijing; Fang Ning, trainee)
    const names = text
      .split(/[\t、]/)
      .map((part) => part.trim().replace(/^由\s|^\[.*\]/, ''))
      .filter(isNamedWriter);
    const holder = !hidden && names.length > 0 && element.closest('p, div, section, header, li, td');
    if (!holder) continue;
    const most = names.length === 1 ? 36 : 60;
    for (const named of [
      holder,
      ...(holder.parentElement?.matches(AUTHOR_CLASS) ? [holder.parentElement] : []),
      ...holder.querySelectorAll(AUTHOR_CLASS),
    ])
      if (
        named.matches(AUTHOR_CLASS) &&
        text.length < most &&
        names.every((name) => named.textContent!.includes(name))
      )
        return names;
  }
  return [];
}

/**
 * The names of a text that contains nothing but names, at most four: 何苗　实习生　方宁 (He Miao, trainee Fang Ning). None
 * where one of them is not a person's name.
 */
function writersAlone(text: string): string[] {
  const names = namesOf(text);
  const fill = names.length <= 4 && names.join('') === text.replace(/[\s、□■]+|实习生/g, '');
  return fill && names.every(isWriter) ? names : [];
}

/** Names without a label in the line of the date: 青山晚报 何苗 2023-02-02 10:30 (Qingshan Evening News, He Miao). */
function besideDate(head: Line[]): string[] {
  for (const line of head.slice(0, 6)) {
    const { text, hidden } = line;
    const writer = hidden ? null : WRITER_AND_MEDIUM.exec(text)?.[1];
    if (writer && isPerson(writer)) return [writer];
    // The date may be on the line below the name: 何苗, then 《青山晚报》（2023年02月02日 第06版）
    const next = head[line.index - head[0]!.index + 1];
    if (!hidden && text.length <= 20 && next?.dates.length === 1) {
      const alone = writersAlone(text);
      if (alone.length) return alone;
    }
    if (hidden || text.length > 100 || line.dates.length !== 1) continue;
    for (const part of [BEFORE_COUNT.exec(text)?.[1] ?? '', ...text.split(EDGE)]) {
      // Skips words with which a longer labelled value begins. In 来源：江城晚报 江城 (source: Jiangcheng Evening News), the
      // last word is the newspaper's town and no person. Skips an editor too, who is no writer.
      const isOther = ({ field, value }: Labelled) =>
        value.startsWith(part) && (value !== part || field === 'editors');
      if (line.labelled.values.some(isOther)) continue;
      const alone = writersAlone(part);
      if (alone.length) return alone;
    }
  }
  return [];
}

/**
 * Matches a line that names only correspondents: □ 本报通讯员 何苗 (our correspondent He Miao). Group 1 has the names, which
 * are the authors if nobody else is named.
 */
const CORRESPONDENT = inUnits(/^[■●□▲◎◆]?\s?\p{Script=Han}{0,8}通讯员[\s:：]+([\p{Script=Han}\s、]{2,20})$/u);
/**
 * Matches correspondents in brackets at the end of a sentence: ……。（通讯员 何苗 方宁） (correspondents He Miao, Fang Ning).
 * Group 1 has the names.
 */
const CORRESPONDENT_BEHIND = inUnits(/[（(]通讯员[\s:：]+([\p{Script=Han}\s、]{2,20})(?:[）)]。?$|\|\|)/u);
/**
 * Matches a writer between the date and the count of views: 2023-02-02 10:30 何苗 点击： (He Miao, clicks:). Group 1 has the
 * name.
 */
const BEFORE_COUNT = inUnits(/\d ([\p{Script=Han}\s、]+?) (?:点击|浏览|阅读)/u);

/**
 * The writers: authors (作者) and reporters (记者), and correspondents (通讯员) named beside them. A correspondent named
 * without an author or reporter is read only from a label, a line or a bracket that names nobody else. Ignores `<meta
 * name="author">`, which names the web editor or the portal.
 */
export const AUTHORS = rulesFor('authors', [
  // a visible label between the headline and the article's text
  // ✓ <p>记者：何苗 方宁</p> → 何苗、方宁
  // ✓ <p>记者：（何 苗）</p> → 何苗
  // ✓ <p>作者：何苗　通讯员　方宁</p> → 何苗、方宁
  // ✓ <p><span>记者：何苗</span> <span>[<a>我要评论</a>]</span></p> → 何苗
  // ✓ <p>2023-02-02 <span>撰稿：何　苗　方宁</span><span>语音播报</span></p> → 何苗、方宁
  // ✓ <p>来源：青山晚报　作者：本报记者 何苗　<a>已有<em>37</em>人参与</a></p> → 何苗
  // ✓ <p>作者：《青山》杂志实习记者 何苗 青山水利学会 方宁</p> → 何苗、方宁
  // ✓ <p>作者：青山大学 何苗</p> → 何苗
  // ✓ <p><span>青山网记者 </span><a>卫苗</a> <span>2023-02-02 10:30</span></p> → 卫苗
  // ✓ <p>作者：宣传科 何苗</p> → 何苗
  // ✓ <p>作者：青山区档案馆 何苗</p> → 何苗
  // ✓ <p>作者：何 小 苗</p> → 何小苗
  // ✓ <p>来源：　作者：通讯员 何 苗　阅读：12次</p> → 何苗
  // ✓ <p>作者：文 / 何苗　图 / 方宁</p> → 何苗
  // ✓ <p><span>摄影报道：扎西达瓦</span></p> → 扎西达瓦
  // ✓ <p>作者 <a>秘书处</a> <a>发表评论</a></p> → 秘书处
  // ✓ <p>作者：《青山》杂志评论员</p> → 《青山》杂志评论员
  // ✗ <p>作者：本报评论员</p>
  {
    name: 'label-at-head',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) => namesIn(labelled, 'authors', 'head'),
  },
  // the byline in the first paragraphs of the article's text
  // ✓ <p>本报记者 何苗</p> → 何苗
  // ✓ <p>本报记者 何苗 来源：青山晚报 （ 2023年02月02日 03 版）</p> → 何苗
  // ✓ <p>2023年2月2日 来源：青山晚报 记者 何苗</p> → 何苗
  // ✓ <p>实习生　何苗</p> → 何苗
  // ✓ <p>青山网 · 2023-02-02 10:30 · 记者 明岚 · 点击量 9,820</p> → 明岚
  // ✓ <p>青山社青山2月2日电 (何苗 方宁)七条内河今年全部清淤，两岸的老街重新临水，居民称好。</p> → 何苗、方宁
  // ✓ <p>本报讯（全媒体记者 阿木日格 文/图）七条内河今年全部清淤，两岸的老街重新临水，居民称好。</p> → 阿木日格
  // ✓ <p>青山社记者何苗、卓玛央金、方宁</p> → 何苗、卓玛央金、方宁
  // ✓ <p>青山社青山2月2日电（记者何苗 方宁 黄尹甲子）七条内河今年全部清淤，两岸的老街重新临水，居民称好。</p> → 何苗、方宁、黄尹甲子
  // ✓ {body} <p>【供稿/何苗】七条内河今年全部清淤，两岸的老街重新临水，居民称好，游客也多了起来。</p> → 何苗
  // ✓ <p>青山报记者 何苗 编辑 方宁</p> → 何苗
  // ✓ <p>本报讯 记者 何苗 报道 七条内河今年全部清淤，两岸的老街重新临水，居民称好，游客也多了起来。</p> → 何苗
  // ✓ <p>青山网讯 （记者/何苗 通讯员/方宁）七条内河今年全部清淤，两岸的老街重新临水，居民称好。</p> → 何苗、方宁
  // ✗ {body} <p>【供稿/水务局】七条内河今年全部清淤，两岸的老街重新临水，居民称好，游客也多了起来。</p>
  // ✗ <p>本报通讯员 何苗</p>
  {
    name: 'byline-at-opening',
    origin: 'body-text',
    confidence: 0.85,
    read: ({ zones }) => signatoriesOf(zones.head.concat(zones.opening), OPENINGS),
  },
  // a label below the article or above the headline
  // ✓ {tail} <p>作者：何苗</p> → 何苗
  // ✓ {tail} <p><span>作者 </span><a>村小编</a> <span>分类 </span><a>乡村故事</a></p><h2>《内河清淤》有2条评论</h2><p>看到家乡的内河，眼泪都快下来了，小时候就在河边长大，现在的年轻人真有办法。</p> → 村小编
  {
    name: 'label-elsewhere',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ labelled }) => namesIn(labelled, 'authors', 'tail', 'before'),
  },
  // the signature in the last paragraphs of the article's text
  // ✓ {closing} <p>（记者 何苗）</p> → 何苗
  // ✓ {closing} <p>（青山晚报全媒体记者 何苗 文/图）</p> → 何苗
  // ✓ {closing} <p>七条内河今年全部清淤，两岸的老街重新临水。（何苗 整合）</p> → 何苗
  // ✓ {closing} <p>七条内河今年全部清淤，两岸的老街重新临水。青山新闻讯（全苗）</p> → 全苗
  // ✓ {tail} <p>（何苗 方宁）</p> → 何苗、方宁
  // ✓ {tail} <p>（区水务局 何苗）</p> → 何苗
  // ✓ {closing} <p>（何苗 文/摄）</p> → 何苗
  // ✓ {closing} <p>何苗/文 方宁/图</p> → 何苗
  // ✓ {closing} <p>（本报记者 巴特尔古楞 通讯员 哈尔）</p> → 巴特尔古楞、哈尔
  // ✓ {tail} <div><span>（记者 木子 通讯员 何苗）</span><span>编辑：方宁</span></div> → 木子、何苗
  // ✓ {tail} <p>（教务处：何苗）</p> → 何苗
  // ✓ {closing} <p>（全媒体记者：佟刚 摄像：方宁）</p> → 佟刚
  // ✓ {closing} <p>七条内河今年全部清淤，两岸的老街重新临水。（青山区纪委 何苗 || 责任编辑 方宁）</p> → 何苗
  // ✗ {tail} <p>（高新区）</p>
  // ✓ {closing} <p>（新生儿科 何苗 宣传科 方宁 摄影）</p> → 何苗
  // ✗ {tail} <p>（编辑 何苗）</p>
  // ✗ {tail} <p>（联系科室：何苗）</p>
  // ✗ {closing} <p>（记者何苗摄）</p>
  {
    name: 'signature-at-closing',
    origin: 'body-text',
    confidence: 0.85,
    read: ({ zones }) => signatoriesOf(zones.closing.concat(zones.tail.slice(0, 6)).reverse(), CLOSINGS),
  },
  // the writer of a WeChat article (微信公众平台)
  // ✓ {info} <span id="js_author_name">何苗</span><div id="js_content"></div> → 何苗
  // ✓ {head} <meta property="og:article:author" content="何苗"> {info} <div id="js_content"></div> → 何苗
  // ✓ {head} <meta name="author" content="青山发布"> {info} <span class="rich_media_meta_text">何苗</span><div id="js_content"></div> → 何苗
  {
    name: 'wechat-writer',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ weChat }) => namesOf(weChat.author ?? ''),
  },
  // the tag `Author` of the government web-site guidelines (政府网站发展指引)
  // ✓ {head} <meta name="ColumnName" content="要闻"><meta name="Author" content="何苗"> → 何苗
  // ✗ {head} <meta name="ColumnName" content="要闻"><meta name="author" content="何苗">
  // ✗ {head} <meta name="ColumnName" content="要闻"><meta name="Author" content="何苗"> {tail} <p>责任编辑：何苗</p>
  // ✗ {head} <meta name="ColumnName" content="要闻"><meta name="Author" content="hemiao">
  // ✗ {head} <meta name="ColumnName" content="要闻"><meta name="Author" content="秘书科录入">
  {
    name: 'standard-meta-Author',
    origin: 'standard-meta',
    confidence: 0.8,
    read: ({ meta, fieldValue }) =>
      namesOf(meta.standard('Author') ?? '').filter(
        (name) =>
          name !== fieldValue('siteName') &&
          !(fieldValue('editors') ?? []).includes(name) &&
          // 青山区 (Qingshan District) names no writer, and zhangs is the name of an account.
          !/管理[员員]$|[录錄]入|^[a-z]+$/.test(name) &&
          !NO_WRITER.test(name),
      ),
  },
  // a person below the headline, in an element whose class or id says that it names the author
  // ✓ <p><span class="author">何苗</span></p> → 何苗
  // ✓ <p><b>青山晚报</b> <span class="author">卫小苗</span> <i>2023-02-02 10:30</i></p> → 卫小苗
  // ✓ <p><b>2023-02-02 10:30</b> <span id="author_baidu">卫小苗</span></p> → 卫小苗
  // ✗ <p><span class="author">宣传处</span></p>
  // ✗ <p><span class="author">应急</span></p>
  {
    name: 'element-named-author',
    origin: 'bare-line',
    confidence: 0.75,
    read: ({ zones }) => classed(zones.head),
  },
  // a person's name alone in an element of the line with the date
  // ✓ <p><span>青山晚报</span> <span>何苗</span> <span>2023-02-02</span></p> → 何苗
  // ✓ <p>何苗/青山晚报</p><p>2023-02-02</p> → 何苗
  // ✓ <p>何苗</p><p>《青山晚报》（2023年02月02日 第06版）</p> → 何苗
  // ✓ <p>2023-02-02 10:30　何苗　点击：[<b></b>]</p> → 何苗
  // ✓ <p>□　何　苗　方宁</p><p>2023-02-02 10:30</p> → 何苗、方宁
  // ✓ <p>何 苗　实习生 方 宁 <span>《青山晚报》（2023年02月02日　第 03 版）</span></p> → 何苗、方宁
  // ✗ <p>2023-02-02 10:30　高新区　点击：[<b></b>]</p>
  // ✗ <p>2023-02-02 10:30　马鞍山　阅读 12</p>
  // ✗ <p>来源：江城晚报 <span>江城</span> <b>2023-02-02</b></p>
  // ✗ <p><b>2023-02-02</b> <i>责任编辑：<b>何苗</b></i> <b>点击：</b></p>
  {
    name: 'name-beside-date',
    origin: 'bare-line',
    confidence: 0.6,
    read: ({ zones }) => besideDate(zones.head),
  },
  // the person who sent the article in, where no other person is named
  // ✓ <p>供稿：何苗、方宁　来源：青山晚报</p> → 何苗、方宁
  // ✓ <p>□ 本报通讯员 何苗</p> → 何苗
  // ✓ <p>本报通讯员 蓝苗</p> → 蓝苗
  // ✓ {closing} <p>七条内河今年全部清淤，两岸的老街重新临水。（通讯员 何苗 方宁）</p> → 何苗、方宁
  // ✓ {closing} <p>（供稿：何苗　审核：方宁）</p> → 何苗
  // ✓ {tail} <p>（通讯员 何苗 方宁 || 责任编辑 明岚）</p> → 何苗、方宁
  // ✓ <p>信息员：季小苗</p> → 季小苗
  // ✓ {tail} <p>何苗 供稿</p> → 何苗
  // ✓ <ul><li>供稿单位：水务局</li><li>供稿人：何苗</li></ul> → 何苗
  // ✗ <p>供稿：水务局</p>
  // ✗ <p>供稿：宣传处</p>
  // ✗ <p>供稿：宣传</p>
  // ✗ <p>通讯员 水务局</p>
  {
    name: 'contributor',
    origin: 'labelled-line',
    confidence: 0.5,
    read: ({ fieldValue, labelled, zones }) => {
      // The label of an office, 供稿单位：交警大队 (sent in by the traffic police), may come before that of a person, 供稿人：何苗
      // (sent in by He Miao). Only the latter names a person.
      const contributors = [
        ...labelled.all('contributor').map(({ parts }) => parts[0]!),
        fieldValue('contributor') ?? '',
      ]
        .map(namesOf)
        .filter((names) => names.length);
      const line = [...zones.head, ...zones.opening].find(({ text }) => CORRESPONDENT.test(text));
      if (contributors.length) return contributors.find((names) => names.every(isNamedWriter)) ?? [];
      const last = [...zones.closing, ...zones.tail]
        .map(({ text }) => CORRESPONDENT_BEHIND.exec(text.slice(-40)))
        .find(Boolean);
      const names = namesOf(CORRESPONDENT.exec(line?.text ?? '')?.[1] ?? last?.[1] ?? '');
      return names.every((name) => name.length <= 3 && !NO_WRITER.test(name)) ? names : [];
    },
  },
  // the author in schema.org data
  // ✓ {head} <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"何苗"}}</script> → 何苗
  // ✗ {head} <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"青山区水务局"}}</script>
  {
    name: 'json-ld-author',
    origin: 'json-ld',
    confidence: 0.7,
    read: (evidence) => namesOf(linkedAuthors(evidence, true).join('、')),
  },
  // a label in the block for search engines that the page hides; not if it repeats the editor's name, which content
  // systems fill in as author
  // ✓ <div style="display:none"><p>作者：何苗</p></div> → 何苗
  // ✗ <div style="display:none"><p>作者：何苗</p><p>责任编辑：何苗</p></div>
  {
    name: 'hidden-label',
    origin: 'labelled-line',
    confidence: 0.75,
    read: ({ labelled, fieldValue }) => {
      const found = namesIn(labelled, 'authors', 'hidden');
      return found.join() === (fieldValue('editors') ?? []).join() ? [] : found;
    },
  },
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","author":"何苗","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 何苗
  // ✓ {body} <script>window.page={"title":"内河清淤","reporter":["何苗","方宁"],"content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 何苗、方宁
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => namesOf(script?.authors ?? ''),
  },
]);
