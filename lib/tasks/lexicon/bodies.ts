import { BODY_END } from '../../chinese/organisations.ts';

/** A public body at the end of words: 市教育局, 各部门. */
export const BODY_AT_END = new RegExp(`${BODY_END}$`);

/** Short names of forces and of headquarters, which reports use without 部门: 交警、城管要联动, 前指要会商. */
export const FORCE =
  '(?:(?:交警|交管|城管|路政|运政|渔政|特警|巡警|海事)(?!部门|机构|机关|单位|执法|人员|[支大中总]?队|[局处所站委科办])|[前基联]指(?!导|挥|标|定|派|出|令|明|数))';
