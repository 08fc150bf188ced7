import { firstSentenceOf } from '../paragraphs.ts';
import type { Firmness, Span } from '../schema.ts';

/**
 * The words that show how firmly an order binds; the first row that matches counts. Central documents use clear,
 * ambiguous or open words. Officials read these as a command, a duty or permission to experiment: Ang, Ambiguity and
 * Clarity in China's Adaptive Policy Communication, The China Quarterly 257 (2024).
 *
 * A pattern is tried on the first sentence of the order, or on the whole order where `whole` is set. Where the marker
 * before an order ends in 要 (一要, first, … must), this 要 (must) counts as the order's first word.
 */
export const FIRMNESS: readonly { name: string; firmness: Firmness; whole: boolean; pattern: RegExp }[] = [
  {
    // ✓ 要探索建立联动机制 → explore
    // ✓ 研究制定配套办法 → explore
    // ✓ 开展垃圾分类试点 → explore
    // ✗ 要加强调查研究
    name: 'explores or tries',
    firmness: 'explore',
    whole: false,
    pattern:
      /^(要|应当?|可以?)?(积极|大胆|鼓励|支持|稳妥|深入|认真)?(?:研究(?!生|院|所|成果|部署|学习)|探索|试点|试行|摸索|先行先试)|^[^，。；]{0,16}(?:试点|试行)(?=$|[，。；])/,
  },
  {
    // ✓ 鼓励企业参与管护 → may
    // ✓ 要支持和鼓励群众监督 → may
    // ✓ 各镇可以结合实际制定细则 → may
    // ✓ 允许分期缴纳 → may
    // ✗ 要抓住可以利用的时机
    name: 'encourages or allows',
    firmness: 'may',
    whole: false,
    pattern:
      /^(要|应当?)?(积极|大力)?(支持和)?(?:鼓励|提倡|倡导|允许|支持和?鼓励)|^[^，。；的要]{0,16}(?:可以|可(?=结合|根据|按|自行|采取|通过|适当|视)|有条件的[^，。；]{0,10}可)/,
  },
  {
    // ✓ 必须在汛期前完工 → must
    // ✓ 加强值守，严禁擅离岗位 → must
    // ✓ 要全面排查，不得走过场 → must
    // ✓ 务必按时上报 → must
    // ✓ 隐患一律停工整改 → must
    // ✗ 要加强必须品储备
    name: 'commands or forbids',
    firmness: 'must',
    whole: true,
    pattern:
      /必须(?!品)|务必|务须|严禁|禁止|不得(?!不|已)|不准|严格禁止|切忌|一律|绝不(?:允许|能)|坚决(?:杜绝|防止|制止|遏制)/,
  },
  {
    // ✓ 要加强巡查 → should
    // ✓ 各镇应当建立台账 → should
    // ✓ 请各单位按时报送 → should
    // ✗ 加强重要堤段巡查
    name: 'demands',
    firmness: 'should',
    whole: true,
    pattern:
      /(?<![需重主只首摘纪概简紧若想索不])要(?!点(?!名|对)|[求素闻领害义塞职务道案件么是])|应当|应该|(?<![响相供反适对回顺效理])应(?![，。；、急对用有届邀约征付变聘力试])|须(?!知)|(?:^|[，。；])请(?!假|示)/,
  },
];

/** Judges how firm an order is, by its words and its marker (一要). Returns null where no word shows it. */
export function firmnessIn(text: string, span: Span, marker: Span | null): Firmness | null {
  const lead = marker && text.slice(marker.start, marker.end).endsWith('要') ? '要' : '';
  const words = text.slice(span.start, span.end);
  const first = firstSentenceOf(text, span);
  const head = lead + (first ? text.slice(first.start, first.end) : words);
  const rule = FIRMNESS.find(({ pattern, whole }) => pattern.test(whole ? lead + words : head));
  return rule?.firmness ?? null;
}
