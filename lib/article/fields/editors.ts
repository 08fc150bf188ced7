import type { Line } from '../metadata/line.ts';
import { rolesOf } from '../metadata/roles.ts';
import { namesOf } from './byline.ts';
import { namesIn, withBlanks } from './bylineForms.ts';
import { rulesFor } from './rule.ts';

/** The editor's name in brackets at the end of a paragraph: ……。(责任编辑：何苗) */
const BEHIND = /(?:[（(【[]|\|\|\s*)(?:责任编辑[:：\s]|(?:责编|编辑)[:：])([^）)】\]]{2,20})[）)】\]]$/;
/** The editors in a line that lists roles and names with a blank between them, or after the last sentence. */
const inRoles = ({ text }: Line): string[] =>
  rolesOf(withBlanks(text))?.editors ?? namesOf(BEHIND.exec(text.slice(-40))?.[1] ?? '');

/** The editors (责任编辑, 责编, 编辑). Most pages name them below the article, others below the headline. */
export const EDITORS = rulesFor('editors', [
  // a label below the article, between the headline and the article's text, or above the headline
  // ✓ {tail} <p>（责编：何苗、方宁）</p> → 何苗、方宁
  // ✓ {tail} <p>编辑：何苗 <a href="/">返回青山网，查看更多</a></p> → 何苗
  // ✓ {tail} <p>标签 -　　网站编辑 - 何苗</p> → 何苗
  // ✓ {tail} <p>责任编辑：[覃苗]</p> → 覃苗
  // ✓ {opening} <p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p><p>【最新进展】</p> {body} <p><span>据介绍，此次清淤采用环保绞吸船作业，淤泥经脱水固化后统一外运，全程不占用沿河步道。</span></p><p><span>责任编辑：何苗</span></p> → 何苗
  // ✓ {tail} <p>［编辑：何苗］</p> → 何苗
  // ✗ {tail} <p>编辑 - 青山网 - 帮助</p>
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) => namesIn(labelled, 'editors', 'tail', 'head', 'before'),
  },
  // a line at the end of the article that lists roles and names with a blank between them
  // ✓ {tail} <p>（责任编辑 何苗 方宁）</p> → 何苗、方宁
  // ✓ {tail} <p>编辑 何苗 校对 方宁</p> → 何苗
  // ✓ {tail} <p>稿件来源：青山区水务局　责任编辑　何苗</p> → 何苗
  // ✓ {tail} <p>稿件来源：青山区水务局　责任编辑　卫澜</p> → 卫澜
  // ✓ {tail} <p>编辑 / 何苗　监制 / 方宁</p> → 何苗
  // ✓ {tail} <p>（青山区纪委 方宁 || 责任编辑 何苗）</p> → 何苗
  // ✓ {tail} <p>（编辑 木子）</p> → 木子
  // ✓ {tail} <p>［ 编辑 木子 ］</p> → 木子
  // ✓ {closing} <p>七条内河今年全部清淤，两岸的老街重新临水。（青山区纪委 方宁 || 责任编辑 何苗）</p> → 何苗
  // ✓ {closing} <p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。据介绍，此次清淤采用环保绞吸船作业，淤泥经脱水固化后统一外运，全程不占用沿河步道。(责任编辑：何苗)</p> → 何苗
  // ✗ {closing} <p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。据介绍，此次清淤采用环保绞吸船作业，淤泥经脱水固化后统一外运，全程不占用沿河步道。(责任编辑：admin)</p>
  // ✓ {tail} <p>责编 苗苗</p> → 苗苗
  // ✓ <p>来源&nbsp;<a>区水务局</a>　文字&nbsp;明岚　编辑&nbsp;何苗、方宁</p> → 何苗、方宁
  // ✗ <p>来源 文字 编辑 何苗</p>
  // ✗ {tail} <p>编辑 苗苗</p>
  // ✗ {tail} <p>编辑 青山日报社</p>
  // ✗ {tail} <p>（编辑 新闻部）</p>
  {
    name: 'bracketed-line',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ zones }) =>
      [...zones.closing, ...zones.tail, ...zones.head].map(inRoles).find((found) => found.length),
  },
  // a label in the block for search engines that the page hides
  // ✓ <div style="display:none"><p>责任编辑：何苗</p></div> → 何苗
  {
    name: 'hidden-label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) => namesIn(labelled, 'editors', 'hidden'),
  },
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","duty_editor":"何苗","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 何苗
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => namesOf(script?.editors ?? ''),
  },
]);
