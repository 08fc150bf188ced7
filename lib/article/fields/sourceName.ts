import { inUnits } from '../../chinese/patterns.ts';
import { isEmptyValue } from '../metadata/labels.ts';
import { tidy } from '../page/lines.ts';

/**
 * Buttons (打印, 分享到), view counts (阅读 12) and names of sections (要闻) that pages print beside a source. None of these is
 * a source.
 */
export const JUNK =
  /^(举报|提交|返回.*|参与.*|[小大]?字[号体]|分享.*|收藏|打印.*|关注|订阅|[试听].*|人气|原创稿?|转载|我.*|更多|\[?微[信博]\]?|手机.*|正文|(?:发[布表]|阅读|浏览).*|[放缩]大|默认|[大中小]|A[+-]?|\+|播[放报]|(?:星期|周)[一二三四五六日天]|\d.*|\S{0,4}(?:要闻|动态|公告)|第.{1,3}版|时政|国内|国际|社会|财经|本地|新闻|头条|热点|快讯|.*(?:评论|跟帖|阅读|浏览|次|听))$/i;
/**
 * Provinces and cities. Portals print such a name between the date and the account: 2023-02-02 10:30 湖北 青山日报官方账号
 * (Hubei, account of Qingshan Daily).
 */
export const PLACE =
  /^(北京|天津|上海|重庆|[河湖]北|[山江广]西|[山广]东|[河湖云海]南|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|四川|贵州|陕西|甘肃|青海|台湾|内蒙古|西藏|宁夏|新疆|香港|澳门)$/;
/** The reporter after the name of a source, which is cut off: 青山晚报 记者 何苗 (Qingshan Evening News, reporter He Miao) */
const REPORTER_BEHIND = /\s+(?:本[报報]|[见見實实][习習])?(?:[记記]者|通[讯訊][员員]|作者|编辑)[\s:：].*$/;
/** A label at the beginning of a value, which is removed: 来源：, 稿件来源：. */
const OWN_LABEL = inUnits(/^\p{Script=Han}{0,2}(?:[来來]源|稿源|出处)\s*[:：]\s*/u);

/**
 * Cleans the name of a source: cuts it before a sentence, a date or the next label. Removes a label within the value,
 * as in a tag with `来源：新华网`.
 */
export function cleanSource(value: string | null | undefined): string | null {
  if (!value) return null;
  const name = tidy(
    (/[:：]/.test(value) ? value.replace(OWN_LABEL, '') : value)
      .replace(REPORTER_BEHIND, '')
      // Keeps 《青山》2022/13, which is an issue and no date.
      .replace(/(?:19|20)\d{2}(?!\S*版$)\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d.*$/, '')
      .split(/\s(?=\S{2,6}[:：])|[；;]/)[0]!
      .replace(
        /^[来來][自源]\s+|\s+(?:共?\d[\d,.]*万?\s*[次人]|[阅閱][读讀]|[浏瀏][览覽]|[点點][击擊]|已有).*$/g,
        '',
      )
      .replace(
        /\s+[【[（(]?(?:举报|原创稿?|参与互动|我[要来].*|进入.*|(?:打印|关闭|字[号体]|分享|收藏).*)$/,
        '',
      )
      .replace(/^[（(【[《]([^《]*)[）)】\]》]$/, '$1')
      .replace(/官方[账帐]号$/, '')
      .replace(/^[·•|｜\s]+|[|｜/,，;；（(【[\s]+$/g, ''),
  );
  if (!name || name.length > 40 || isEmptyValue(name) || /[。！？]/.test(name)) return null;
  return JUNK.test(name) || /^(https?:|www\.)/.test(name) ? null : name;
}
