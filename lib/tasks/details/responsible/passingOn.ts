import { ACTOR_END } from '../../../chinese/organisations.ts';
import { NO_BODY } from '../../lists/actors.ts';
import type { Span } from '../../schema.ts';

/** Words between a public body and what it has got: 收到的 in 各站收到的线索 (the clues that all stations have received). */
const GOT = '(?:获知|收到|接到|发现|受理|掌握|获取|排查出|收集)的';
const HAS_GOT = new RegExp(GOT);

/** A public body, what it has got, and a demand to pass this on: 各站收到的线索要移交. Group 1 is the public body. */
const PASSES_ON = new RegExp(
  `^([\\u4e00-\\u9fff]{0,12}?(?:${ACTOR_END}|(?<![\\u4e00-\\u9fff])各[\\u4e00-\\u9fff]{1,6}?))${GOT}(?:(?!须|要|应)[^，。；]){2,20}?(?:，(?![^，。；]{0,12}由)[^，。；]{0,24}?)?(?:要(?![求素点])|必须|务必|应当?(?![急用对])|须)(?!由)[^，。；]{0,8}(?:[抄上转通]报|报(?![废销名道])|移[交送]|转[交办]|抄送|告知)`,
);

/**
 * Finds the public body that must pass on what it has got: 督查组 in 督查组发现的线索要移交县纪委 (clues that the inspection team
 * finds must go to the county's discipline commission). In 督查组发现的问题要整改 (problems that the inspection team finds must
 * be put right) somebody else must act.
 */
export function passingOn(words: string): Span | null {
  const body = HAS_GOT.test(words) ? PASSES_ON.exec(words)?.[1] : null;
  return body && !NO_BODY.test(body) ? { start: 0, end: body.length } : null;
}
