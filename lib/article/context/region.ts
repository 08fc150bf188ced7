import { areaList } from '@vant/area-data';
import type { Article, Region } from '../schema.ts';

/**
 * Finds the administrative division (行政区划) that an article's source, issuer or site names, by the list of divisions
 * from county level up (GB/T 2260). The list has a hundred kilobytes. So only the background and the command line may
 * import this module, and it is never injected into a page.
 */
type Division = { code: string; name: string; full: string };

const provinces = Object.entries(areaList.province_list).map(([code, name]) => ({ code, name, full: name }));
const provinceOf = new Map(provinces.map((one) => [one.code.slice(0, 2), one]));

// 110100 北京市 (Beijing) and 419000 省直辖县 (counties directly under the province) only group other entries of the list.
// They are no divisions themselves.
const isCity = ([code, name]: [string, string]): boolean =>
  !/^(11|12|31|50|81|82)/.test(code) && !/直辖/.test(name) && !code.endsWith('9000');
const cities = Object.entries(areaList.city_list)
  .filter(isCity)
  .map(([code, name]) => ({ code, name, full: `${provinceOf.get(code.slice(0, 2))?.full ?? ''}${name}` }));
const cityOf = new Map(cities.map((one) => [one.code.slice(0, 4), one]));

// Leaves out development zones (codes from 71, 90) and towns: the list has them, but GB/T 2260 has not.
const counties = Object.entries(areaList.county_list)
  .filter(([code, name]) => {
    const last = Number(code.slice(4));
    return (
      (last < 70 || (last > 80 && last < 90)) &&
      /[市县区旗]$/.test(name) &&
      !/开发区|园区$/.test(name) &&
      !/^[78]/.test(code)
    );
  })
  .map(([code, name]) => {
    const parent = cityOf.get(code.slice(0, 4)) ?? provinceOf.get(code.slice(0, 2));
    return { code, name, full: `${parent?.full ?? ''}${name}` };
  });

/**
 * The endings of autonomous divisions, which contain names of ethnic groups: 土家族苗族自治州 (prefecture of the Tujia and
 * Miao).
 */
const AUTONOMY =
  /(特别行政区|(?:(?:藏|羌|彝|回|蒙古|朝鲜|土家|苗|傣|景颇|傈僳|白|哈尼|壮|布依|侗|哈萨克|柯尔克孜|黎|维吾尔)族?)*自治[区州县旗])$/;

/**
 * The short form of a division's name: 江苏省 (Jiangsu Province) → 江苏, 恩施土家族苗族自治州 (Enshi Prefecture) → 恩施. A county's
 * short form counts only after the name of its city or province.
 */
const short = (name: string): string => {
  const rest = name.replace(AUTONOMY, '').replace(/(省|市|地区|盟|县|区|旗)$/, '');
  // In 西藏自治区 (Tibet) and 内蒙古自治区 (Inner Mongolia), the people's name is also the name of the place, so it stays.
  return rest.length >= 2 ? rest : name.replace(/自治[区州县旗]$/, '');
};

/**
 * Words that, after the name of a place, make it the name of a street, bank or school. Such a street or bank may be in
 * another place.
 */
const ELSEWHERE = /^(路|街|大道|大学|医院|银行|证券|集团|陵|公园|时间)/;

type Match<T> = { division: T; index: number; end: number; whole: boolean };

/** Finds divisions in a text by their full names, and with `shorts` also by their short names. */
function matches(text: string, divisions: Division[], shorts: boolean): Match<Division>[] {
  const found: Match<Division>[] = [];
  for (const division of divisions) {
    const index = text.indexOf(division.name);
    if (index >= 0) found.push({ division, index, end: index + division.name.length, whole: true });
    else if (shorts) {
      const word = short(division.name);
      const at = text.indexOf(word);
      const end = at + word.length;
      // 海南州 is a prefecture in Qinghai. So 海南 (Hainan) before 州 (prefecture) is not the province 海南省.
      const other = text[end] === '州' && !division.name.endsWith('州');
      if (at >= 0 && !other && !ELSEWHERE.test(text.slice(end)))
        found.push({ division, index: at, end, whole: false });
    }
  }
  return found.sort((a, b) => a.index - b.index || b.end - a.end);
}

const within = (code: string, above: Division | undefined): boolean =>
  !above || code.startsWith(above.code.replace(/(00)+$/, ''));

/**
 * The division that a name contains: the one of the lowest level. If counties share the name, returns them all as
 * `counties`.
 */
function readName(name: string): { sure: Division | null; counties: Division[] } {
  const whole = matches(name, counties, false);
  // Drops a short name that is only part of a county's full name: 朝阳区 (Chaoyang District, Beijing) is not 朝阳市 (Chaoyang
  // City, Liaoning).
  const covered = (one: Match<Division>) =>
    !one.whole && whole.some(({ index, end }) => one.index >= index && one.end <= end);
  const wholeCity = matches(name, cities, false)[0];
  const province = matches(name, provinces, true).find(
    (one) => !covered(one) && one.index !== wholeCity?.index,
  );
  const city = matches(name, cities, true).find(
    (one) =>
      !covered(one) && within(one.division.code, province?.division) && one.index >= (province?.end ?? 0),
  );
  const above = city?.division ?? province?.division;
  const below = counties.filter(({ code }) => within(code, above));
  const last = city ?? province;
  // In 无锡滨湖发布 (News from Binhu, Wuxi), the short name of a county directly follows the name of its city.
  const behind =
    last && below.find((one) => name.startsWith(short(one.name), last.end) && one.name.length > 2);
  const named = whole
    .map(({ division }) => division)
    .filter((one) => within(one.code, above))
    // Drops names of two characters, such as 东区 (East District), unless the name of their city comes first. Several
    // cities have a district of that name.
    .filter((one) => above || one.name.length > 2);
  const deepest = named.filter(
    (one) => one.name.length === Math.max(...named.map((other) => other.name.length)),
  );
  if (deepest.length === 1) return { sure: deepest[0]!, counties: [] };
  if (behind) return { sure: behind, counties: [] };
  return { sure: deepest.length ? null : (above ?? null), counties: deepest };
}

/**
 * The place that these names contain; tries the first name first: 无锡滨湖发布 (News from Binhu, Wuxi) gives 320211. Null
 * where no name contains a place. Also null where several districts have the name, such as 鼓楼区 (Drum Tower District),
 * and no other name tells the city.
 */
export function regionOf(names: (string | null)[]): Region | null {
  const read = names.filter((name) => name !== null).map(readName);
  const sure = read.map((one) => one.sure).filter((one) => one !== null);
  for (const { sure: own, counties: several } of read) {
    if (own) return { code: own.code, name: own.full };
    const meant = several.filter(({ code }) => sure.some((other) => within(code, other)));
    if (meant.length === 1) return { code: meant[0]!.code, name: meant[0]!.full };
    if (several.length) return null;
  }
  return null;
}

/** Fills in the article's region, from its issuer, else its source, else its site. */
export function withRegion<
  T extends Pick<Article, 'issuer' | 'source' | 'siteName' | 'region' | 'provenance'>,
>(article: T): T {
  const fields = ['issuer', 'source', 'siteName'] as const;
  const region = regionOf(fields.map((field) => article[field]));
  if (!region) return article;
  const from = fields.find((field) => article[field] && regionOf([article[field]])) ?? 'siteName';
  const { origin, confidence } = article.provenance[from] ?? {
    origin: 'body-text' as const,
    confidence: 0.5,
  };
  const rule = `place-in-${from}`;
  return {
    ...article,
    region,
    provenance: { ...article.provenance, region: { rule, origin, confidence: Math.min(confidence, 0.8) } },
  };
}
