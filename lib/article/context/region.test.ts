import { describe, expect, test } from 'vitest';
import { regionOf, withRegion } from './region.ts';

const rows: [string, (string | null)[], string | null][] = [
  ['a full name', ['江苏省无锡市滨湖区人民政府'], '320211 江苏省无锡市滨湖区'],
  ['short names', ['无锡滨湖发布'], '320211 江苏省无锡市滨湖区'],
  ['a city’s site', ['“中国杭州” 政府门户网站'], '330100 浙江省杭州市'],
  ['a province’s newspaper', ['山西日报'], '140000 山西省'],
  ['a province rather than the city of its name', ['吉林日报'], '220000 吉林省'],
  ['the city of that name', ['吉林市人民政府'], '220200 吉林省吉林市'],
  ['a district of a municipality', ['北京市朝阳区人民政府'], '110105 北京市朝阳区'],
  ['a municipality', ['上海市水务局'], '310000 上海市'],
  ['an autonomous prefecture', ['恩施州人民政府'], '422800 湖北省恩施土家族苗族自治州'],
  ['an autonomous region', ['内蒙古自治区人民政府办公厅'], '150000 内蒙古自治区'],
  ['a short name that is its people’s', ['西藏日报'], '540000 西藏自治区'],
  ['another such', ['内蒙古日报'], '150000 内蒙古自治区'],
  ['海南州 is not 海南省', ['海南州人民政府'], '632500 青海省海南藏族自治州'],
  ['a county-level city alone', ['江阴市人民政府'], '320281 江苏省无锡市江阴市'],
  ['a county that bears its city’s name', ['长沙县融媒体中心'], '430121 湖南省长沙市长沙县'],
  ['a new district', ['杭州市临平区人民政府'], '330113 浙江省杭州市临平区'],
  ['a county of a province directly', ['济源市人民政府'], '419001 河南省济源市'],
  ['several of one name', ['鼓楼区人民政府'], null],
  ['several, and the site says which', ['鼓楼区人民政府', '南京日报'], '320106 江苏省南京市鼓楼区'],
  ['朝阳区 is no 朝阳市', ['朝阳区融媒体中心'], null],
  ['东区 alone is no place', ['东区办事处'], null],
  ['a nation’s agency', ['新华网'], null],
  ['中山大学 is not in 中山', ['中山大学'], null],
  ['the first name counts', ['无锡市水务局', '南京日报'], '320200 江苏省无锡市'],
  ['nothing', [null, null], null],
];

describe('region', () => {
  test.each(rows)('%s', (_, names, wanted) => {
    const region = regionOf(names);
    expect(region && `${region.code} ${region.name}`).toBe(wanted);
  });
  test('says which field it comes from', () => {
    const article = {
      issuer: null,
      source: '无锡滨湖发布',
      siteName: '资讯中心',
      region: null,
      provenance: { source: { rule: 'label-at-head', origin: 'labelled-line' as const, confidence: 0.95 } },
    };
    expect(withRegion(article)).toMatchObject({
      region: { code: '320211' },
      provenance: { region: { rule: 'place-in-source', origin: 'labelled-line', confidence: 0.8 } },
    });
    expect(withRegion({ ...article, source: '新华网' }).region).toBeNull();
  });
});
