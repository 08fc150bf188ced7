import { SIGNATORY_END } from '../../chinese/organisations.ts';
import { inUnits } from '../../chinese/patterns.ts';
import { isCommonSurname, isPerson, isSurname } from '../../chinese/surnames.ts';
import { FIELD_OF } from '../metadata/labelTable.ts';
import type { Evidence } from './evidence.ts';

/**
 * Words that occur in a byline but are no names, so that they are skipped: 评论 (comments), 分享 (share), 网络 (internet), 本报
 * (our paper).
 */
const NOT_A_NAME =
  /^(我[要来].*|(?:发表)?评论|分享|收藏|关[闭注]|订阅|举报|本[站网报][讯訊]?|佚名|未知|匿名|不详|网络|互联网|转载|原创|综合|整[理合]|.*[报報][道導]|摄影?|admin\w*|root|test)$/i;
const ROLE = '记者|記者|通讯员|作者|编辑|編輯|责编|评论员|撰稿人?|特派员|主笔|研究员|实习生|编译|采写';
/**
 * The role and the medium before a name, which are removed: 本报记者何苗 (our reporter He Miao), 青山网专栏作者何苗 (columnist of
 * Qingshan Net).
 */
const BEFORE_NAME = inUnits(new RegExp(`^\\p{Script=Han}{0,8}(?:${ROLE})[:：]?(?=\\p{Script=Han}{2})`, 'u'));
/** Words that end in a role and name nobody: 本报编辑部 (our editorial office). */
const ONLY_ROLE = new RegExp(`(?:${ROLE}|编辑部)$`);

/**
 * A place of work that directly follows a name: 方宁北京大学教授 (Fang Ning, professor at Peking University). Group 1 is the
 * name, which alone is kept.
 */
const AFFILIATION = inUnits(
  /^(\p{Script=Han}{2,3}?)(?=系|(?:中[国共央]|国家|北京|上海|天津|重庆|南京|武汉|清华|复旦|香港|澳门|\p{Script=Han}{2}(?:省|市)|[江浙青云甘陕贵四福安吉辽黑新]\p{Script=Han}|[河湖山广][东西南北])\p{Script=Han}{0,20}(?:教授|院长|主任|研究员|博士|大学|学院|研究院|委员|专家))/u,
);

/**
 * A post or a place of work of at least four characters, or a school: 青山区委书记 (party secretary of Qingshan District),
 * 青山医院内科 (internal medicine, Qingshan Hospital).
 */
const POST = inUnits(
  new RegExp(
    `^\\p{Script=Han}{3,}(?:书记|[省市县区局部厅处院校所]长|主任|主席|委员|教授|研究员|秘书长|[科所]|${SIGNATORY_END})$|[大中小]学$`,
    'u',
  ),
);

/**
 * A name with a blank after its first character, because pages space names of two characters to the width of three:
 * 王　刚. Also 胡 之澜, and 佟 海 晴 with two blanks.
 */
const SPACED = inUnits(
  /(?<=^|[\s、，,;；:：（(者员員◎■□])(\p{Script=Han})\s+(\p{Script=Han}(?:\s\p{Script=Han}(?=$|[）)】〕\]]))?)(?=$|[\s、，,;；）)】〕\]])|(?<=^|[\s、，,;；:：（(者员員])(\p{Script=Han})\s(?=\p{Script=Han}{2})/gu,
);
const joinSpaced = (text: string): string =>
  !/\s/.test(text)
    ? text
    : text.replace(SPACED, (all, first: string | undefined, second: string, family: string) =>
        first ? first + second.replace(/\s/, '') : isCommonSurname(family) ? family : all,
      );

/**
 * Correspondents in a line that names no reporter: 通讯员 方宁 (correspondent Fang Ning). They are removed, because a
 * correspondent alone is mostly no author.
 */
const CORRESPONDENTS = inUnits(
  /[\s、，,◎■□]*(?:本[报報刊网網]|特[约約]|\p{Script=Han}{2,6}[报報网網社台])?通[讯訊][员員][:：]?\s?[\p{Script=Han}\s、·]{2,24}?(?=[）)〕】]|\s+(?:文|[图圖]|[摄攝])|$)/u,
);
/**
 * The role before a further name in the same line: 记者 何苗 见习记者 方宁 (reporter He Miao, trainee Fang Ning). The role is
 * replaced by 、, so that the names form one list.
 */
const FURTHER_ROLE = inUnits(
  /(?<=(?:[记記]者|通[讯訊][员員]).*)(?:[\s、，,◎■□●◆]+\p{Script=Han}{2,6}[报報网網社台](?=通)|[\s、，,◎■□●◆]*)(?:本[报報刊网網]|[见見實实][习習]|全媒[体體]|融媒[体體]|首席|高[级級]|特[约約])*(?:[记記]者|通[讯訊][员員])[:：/]?\s*/gu,
);

/**
 * The photographer after a reporter: 记者 何苗 摄影 方宁 (reporter He Miao, photos Fang Ning). Removed, because a photographer
 * is no author.
 */
const PHOTOGRAPHER = inUnits(
  /(?<=[记記]者.{2,20})\s+[摄攝](?:影|像)?[:：]?\s?[\p{Script=Han}\s、]{2,12}(?=[）)]?$)/u,
);
/** The place at the end of a byline, which is removed: 記者何苗／台北報導 (reporter He Miao, Taipei). */
const PLACE_AT_END = inUnits(/[/／](?:\p{Script=Han}{2,4}\s?)+[报報][道導]$/u);
/**
 * A label that is not in our table, with all that follows: 何苗 主编：方宁 (He Miao, chief editor: Fang Ning). Removed, so
 * that its value is not read as an author.
 */
const NEXT_LABEL = inUnits(/\s(?:\p{Script=Han}{2,6}\s*[:：]|[图摄]\s?[/／]|编辑\s|\S{2,3} 摄影?$).*$/u);
/** The form of a name: 2 to 20 Chinese or Latin letters, with dots, hyphens, apostrophes or blanks. */
const HAS_NAME_FORM = inUnits(/^[\p{Script=Han}A-Za-z·•・. '-]{2,20}$/u);

/**
 * Removes from a byline the roles between names, the photographer, and a place at the end. Where no reporter or writer
 * is named, also removes the correspondents.
 */
export function reportersAlone(text: string): string {
  let rest = joinSpaced(text).replace(/\s*作者单位[:：][^）)]*/, '');
  // Drops the photographer's name: 记者 何苗 摄影 方宁.
  if (/\s[摄攝]/.test(rest)) rest = rest.replace(PHOTOGRAPHER, '');
  if (/[/／].+[报報][道導]$/.test(rest)) rest = rest.replace(PLACE_AT_END, '');
  if (/[记記]者/.test(rest)) return rest.replace(FURTHER_ROLE, '、');
  // In 何苗 通讯员 方宁 (He Miao, correspondent Fang Ning), the first name is the writer, although no role is before it.
  const [, writer = '', others] = /^(\S{2,4})[\s、]+通[讯訊][员員][\s:：]+(.*)$/.exec(rest) ?? [];
  if (isPerson(writer)) return `${writer}、${others}`;
  return /通[讯訊][员員]/.test(rest) ? rest.replace(CORRESPONDENTS, ' ') : rest;
}

/**
 * Removes the role before a name and the place of work after it. A text of at most three characters has neither, unless
 * it ends with the verb 系 (is), as in 何苗系 (He Miao is …).
 */
const nameAlone = (piece: string): string =>
  piece.length > 3 || piece.endsWith('系')
    ? (AFFILIATION.exec(piece)?.[1] ?? piece).replace(BEFORE_NAME, '')
    : piece;

/**
 * Splits a value into names: 何苗、方宁 are two persons. Stops at the first part that is no name (a date, a button). Leaves
 * out roles such as 记者 (reporter), staff codes (_NBJ20417, PK207, ZN031) and e-mail addresses. The name of an
 * organisation counts too.
 */
export function namesOf(value: string): string[] {
  const names: string[] = [];
  // Returns early, because most values that are tried are empty.
  if (!value) return names;
  const text = reportersAlone(
    value.replace(/^[\s◎■□●◆]+/, '').replace(/^[（(【[]([^（()）【】[\]]+)[）)】\]]?$/, '$1'),
  )
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, ' ')
    .replace(/[\w.+-]+@[\w.-]+/g, ' ')
    // A label that is not in our table also ends the names: 何苗 主编：方宁 (chief editor).
    .replace(NEXT_LABEL, '')
    .replace(/[）)】\]]+\s*$/, '')
    .trim();
  // In names in Latin letters, a blank is part of the name and separates no names.
  const latin = /^[A-Za-z][A-Za-z.' -]*(?:[、,，;；][A-Za-z.' -]+)*$/.test(text);
  const pieces = text.split(latin ? /[、,，;；]+/ : /[、,，;；/／|｜\s]+/);
  for (const piece of pieces) {
    const name = nameAlone(piece.replace(/[_\s]?[A-Z]{1,4}\d{2,}$/, ''))
      // 文 after a name means "text by", but it can also be the name's last character: 廖星文.
      .replace(/(?:摄|报道|整理|编|(?<=^.{3})文)$/, (word, at: number) =>
        isPerson(piece.slice(0, at)) ? '' : word,
      )
      .trim();
    if (
      /^\d|^(系(?!统)|现任|均?为)\S{3}/.test(piece) ||
      /^(返回|查看|展开|下载)|^(来源|时间|日期|发布|打印|字号|举报|点击|浏览|阅读|分类|栏目|标签)$/.test(name)
    )
      break;
    // Skips labels such as 文号 (document number), because they have the form of a name.
    if (!name || NOT_A_NAME.test(name) || ONLY_ROLE.test(name) || FIELD_OF.has(name)) continue;
    if (HAS_NAME_FORM.test(name) && !names.includes(name)) names.push(name);
  }
  // If both a person and a post or an office are named, the person is the author: 中共青山省委书记 何苗 (party secretary He
  // Miao), 内科 何苗 (internal medicine, He Miao).
  const persons = names.filter((name) => !POST.test(name) && (isPerson(name) || !NO_WRITER.test(name)));
  return persons.length ? persons : names;
}

/**
 * Names that have the form of a person's name but are none. They end like a place, an office or a newspaper (高新区), or
 * are certain names of provinces and towns (江苏).
 */
export const NO_WRITER =
  /[省市县區区州镇鎮乡鄉村网網报報社刊台界厅局委院部科处室股站办馆组队所体]$|医师$|[一二三案行]庭$|^(?:江[苏西]|安[徽阳康]|温州|常[州德]|金华|康定|石家庄|高[清新]|黄[山石冈]|马鞍山|龙岩|吕梁|白[银城山])$/;

/**
 * The authors in schema.org data, without the site's own name. With `arePersons`, only those with a person's name;
 * without it, only the others.
 */
export const linkedAuthors = ({ linked, fieldValue }: Evidence, arePersons: boolean): string[] =>
  linked.authors.filter(
    (name) =>
      name !== linked.publisher && name !== fieldValue('siteName') && NO_WRITER.test(name) !== arePersons,
  );

/** Whether a name is a person's and no town's or newspaper's. */
export const isWriter = (name: string): boolean => isPerson(name) && !NO_WRITER.test(name);

/**
 * Whether a name is a person's, even with a rare surname (尤小草). Used only beside another person's name. Names of media
 * are excluded.
 */
export const isLikelyPerson = (name: string): boolean =>
  isPerson(name) || (/^.{2,3}$/u.test(name) && isSurname(name[0]!) && !/[报報网網社台刊]$/.test(name));

/**
 * Whether a name is a writer's, where only a class or a label of contributors says so. With a rare surname, the name
 * must have three characters, because 宣传 (publicity) and 应急 (emergencies) are offices.
 */
export const isNamedWriter = (name: string): boolean =>
  !NO_WRITER.test(name) && (name.length > 2 ? isLikelyPerson : isPerson)(name);

/** The persons among the names in a text (文｜青山周刊 何苗). All names if none is a person's. */
export function personsOf(value: string): string[] {
  const names = namesOf(value);
  return names.some(isPerson) ? names.filter(isLikelyPerson) : names;
}
