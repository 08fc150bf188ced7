import { isNoName } from '../../../chinese/people.ts';
import { BODY_AT_END } from '../../lexicon/bodies.ts';
import { TITLE_AT_END } from './titles.ts';

/** Characters and words that occur in no name (政府, government), or with which no name begins (认真, seriously). */
const NO_UNLISTED =
  /[的了是要将把会全与及等对为在作做出示]|各(?!$)|^.{1,2}各$|发表|总书记|政府|部门|单位|小组|中央|文件|通知|意见|方案|领导|听取|汇报|一行|直接|分管|边.边|^(?:委员|代表|向(?=.{3})|认真|详细|仔细|逐[一个项条]|专程|专门|亲自|带头|先后|当场|分别|全程|耐心|深入)/;
/** Characters and words with which no name ends: 室, 随后. */
const NO_UNLISTED_END =
  /(?:[室委办间级会部党副时]|同时|随后|最后|同志|会上|再次|特别|着重|分别|一行|进一步|共同|现场|充分)$/;

/** Whether words cannot be a person's name: they have a word of a report, or end like a title or a public body. */
export const cannotBeName = (words: string): boolean =>
  NO_UNLISTED.test(words) ||
  NO_UNLISTED_END.test(words) ||
  TITLE_AT_END.test(words) ||
  BODY_AT_END.test(words) ||
  isNoName(words);
