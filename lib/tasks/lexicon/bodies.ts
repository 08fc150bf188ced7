import { ACTOR_END, BODY_END } from '../../chinese/organisations.ts';

/** A public body at the end of words: 市教育局, 各部门. */
export const BODY_AT_END = new RegExp(`${BODY_END}$`);

/**
 * All public bodies of a kind, of whom a sentence demands something: 各单位 (each unit) in 要求各单位, 有关部门 (the departments
 * concerned).
 */
export const ALL_OF_KIND = `(?:各(?![项类种个环阶方])[\\u4e00-\\u9fff]{0,8}?(?:${ACTOR_END}|[镇乡村县区])|(?:有关|相关)(?:部门|单位))`;

/**
 * Short names of police and inspection forces (交警, 城管) and of field headquarters (前指). They receive orders as public
 * bodies do, even without 部门 after them: 交警、城管要联动.
 */
export const FORCE =
  '(?:(?:交警|交管|城管|路政|运政|渔政|特警|巡警|海事)(?!等?(?:部门|单位)|机构|机关|执法|人员|[支大中总]?队|[局处所站委科办])|[前基联]指(?!导|挥|标|定|派|出|令|明|数))';

/** Parties named by their part in a contract or a proceeding, on whom rules lay duties: 采购人, 承包人. */
export const PARTY =
  '(?:采购|招标|投标|中标|发包|承包|分包|委托|受托|代建|出租|承运|托运|纳税|缴费|持有|注册|扣缴义务|管理)人(?![员数口才民力工])';

/**
 * Endings of the names of crews, shops, services and trades, which receive orders as public bodies do. Other words
 * that end with the same character are left out: 阶段 (stage), 路段 (stretch of road), 教室 (classroom).
 */
export const SERVICE_END = `(?:${FORCE}|${PARTY}|共青团(?![员干省市县区镇乡]|[中团]?委)|集体(?<=领导集体)|厂(?<=[\\u4e00-\\u9fff]{2}厂)(?<![建进出入到在返驻离关迁办设停新旧老本该此回工]厂)(?![房区长家商址界矿])|矿(?<=[煤铁铜金锡铅锌磷钾]矿)(?![井石山产区工业物难坑渣])|矿井(?<=[\\u4e00-\\u9fff]{2}矿井)|场(?<=(?:货|茶|盐|雪|园艺|养?[猪鸡鸭牛羊]|采石|砂石|屠宰|填埋|游乐)场)|段(?<=(?:养护|管护|巡护|公路|工务|航道|供电|客运|机务|车务|电务|车辆|通信|水电)段)|室(?![内外])(?<![教居寝浴卧温密病诊展暗入]室|(?:会议|阅览|候[车诊船机]|休息|更衣|配电|储藏|活动|自习|地下)室)|商[超场会城]|[营销应包发]商(?<=(?:运营|经销|供应|承包|开发)商)|商贩|摊[贩主]|卖场|门店|院校|车间|班组(?!长)|海关(?<=[\\u4e00-\\u9fff]{2}海关)|油库|农发行|村屯|[\\u4e00-\\u9fff]委会(?<=[\\u4e00-\\u9fff]{2}委会)(?![同商议员见])|物业(?<=[\\u4e00-\\u9fff]{2}物业)(?![选费管服])|责任区|加油站|平台(?<=(?:网络|外卖|电商|直播|网约车|订餐|餐饮|货运|购物|媒体)平台)|站点(?<=(?:外卖|快递|配送|物流|寄递)站点)|馆(?<=(?:殡仪|体育|科技|美术|纪念|方志|文化|图书|博物|档案)馆)|方(?<=(?:管理|运营|经营|项目|业主|承包)方)|园(?<=(?:产业|工业|科技|物流|创业)园)(?!区)|市场(?<=(?:集贸|农贸|批发)市场)(?![监管秩环主开])|[国央]企|协(?<=[律消作文足篮书美注记]协)|场所(?<=(?:宗教活动|娱乐)场所)|热线(?<=(?:12\\d{3}|服务|投诉|举报)热线))`;

/**
 * A station that is told to do something, which means its staff: 火车站要增开窗口 (open more counters). Excludes works on the
 * station, which are no order to it: 火车站要扩建 (be enlarged).
 */
export const STATION_END =
  '站(?<=(?:火车|汽车|高铁|地铁|客运)站)(?=(?:要|必须|应当?|须)(?![扩改建拆迁修]|新建|重建|完工|启用|通[车电]))';

/**
 * The short names of provinces and what has their rank, which stand for their governments: 江苏、浙江 in 江苏、浙江要联手治水.
 * https://www.gov.cn/guoqing/2005-09/13/content_5043917.htm lists them.
 */
export const PROVINCE =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门';
