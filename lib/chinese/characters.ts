/**
 * Traditional characters that occur in the words of our rules, each before its simplified form. Rules are written in
 * simplified characters only and read the folded text; what is shown and stored is the text as written.
 */
const TRADITIONAL =
  '強强調调會会議议們们個个點点項项條条務务級级單单門门關关領领導导總总書书記记長长開开結结構构劃划規规達达標标萬万億亿時时間间責责負负貫贯徹彻實实進进動动應应須须對对為为與与請请將将從从當当來来這这還还過过現现準准處处際际國国縣县鎮镇鄉乡區区廳厅屬属財财資资業业農农產产學学習习經经濟济體体組组織织續续維维護护環环設设備备監监檢检測测審审計计讀读報报紀纪執执決决發发佈布範范確确築筑優优壓压齊齐補补樹树穩稳緊紧團团聯联繼继擴扩養养練练營营創创認认識识講讲說说話话談谈論论證证試试難难題题類类願愿顯显無无東东號号別别較较轉转運运選选適适邊边錄录嚮向傳传視视幹干黨党參参舉举後后裡里並并歸归據据獲获術术機机質质堅坚礎础終终統统籌筹則则廣广廠厂約约給给絕绝綱纲綠绿線线職职聽听聞闻臨临衛卫觀观訂订訓训評评誠诚讓让豐丰費费貿贸購购趨趋跡迹辦办遞递釋释鑒鉴隊队隨随隱隐雙双電电預预頭头頂顶館馆駐驻驗验陳陈張张劉刘楊杨黃黄趙赵吳吴孫孙馬马羅罗鄭郑謝谢許许鄧邓馮冯蕭萧葉叶魯鲁龍龙錢钱嚴严賀贺顧顾龔龚湯汤喬乔賴赖譚谭韓韩鍾钟盧卢蔣蒋賈贾鄒邹蘇苏細细糾纠彌弥錨锚搶抢爭争暢畅複复製制變变盤盘寬宽協协揚扬編编簡简縮缩減减匯汇帶带擰拧饋馈擔担踐践繃绷贏赢淨净儘尽盡尽層层啟启鎖锁鏈链響响糧粮懲惩獎奖戰战權权氣气沒没滅灭潛潜狀状異异稅税競竞簽签紮扎絡络縱纵繫系罰罚肅肃脫脱觸触診诊詢询謀谋貢贡貧贫贊赞趕赶輪轮辭辞違违遺遗鄰邻險险靜静韌韧頒颁驅驱鬥斗牽牵託托呂吕莊庄婁娄閔闵聶聂鞏巩歐欧儲储駱骆畢毕鄔邬龐庞顏颜雲云寧宁倫伦樂乐紅红種种勝胜駿骏鵬鹏員员災灾風风颱台幾几數数歲岁歷历麗丽齡龄島岛灣湾溫温熱热燈灯獨独療疗盜盗礦矿禮礼稱称窮穷節节純纯絲丝綜综緒绪繪绘罷罢義义聖圣聲声腦脑臺台艦舰藝艺藥药蘭兰蟲虫裝装詞词該该誤误課课諾诺譯译販贩貨货貸贷賓宾賣卖賽赛軍军輔辅遲迟郵邮鋪铺銷销鋼钢鐵铁閉闭閱阅陽阳陸陆靈灵順顺額额餘余駕驾騙骗魚鱼鮮鲜鹽盐澤泽濃浓濱滨滾滚漲涨潤润灘滩煙烟燒烧牆墙獄狱獻献畫画礙碍禍祸積积筆笔紙纸艱艰見见親亲訪访詐诈諮咨謹谨譽誉躍跃車车軌轨軟软輕轻輸输轄辖遠远醫医銀银鍵键閣阁陣阵隻只離离霧雾頁页飛飞飯饭飲饮漁渔勞劳勢势屆届幣币庫库廢废撥拨搖摇敵敌斷断棄弃槍枪樓楼橋桥歡欢滯滞烏乌睜睁穫获竅窍粵粤綁绑網网緻致緩缓緣缘縫缝纖纤脅胁膚肤興兴舊旧蘊蕴虧亏襲袭訴诉詳详誰谁諸诸謊谎貼贴賠赔贈赠輿舆鈔钞鑽钻閃闪闊阔隸隶頓顿頻频顆颗飼饲餓饿駛驶鬆松';

const WIDE: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '〔': '（',
  '〕': '）',
  '【': '（',
  '】': '）',
  '[': '（',
  ']': '）',
  '．': '.',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '「': '“',
  '」': '”',
};

/** Code unit → the code unit that the rules read in its place; 0 where it stays. A table, for it is asked at every place. */
const FOLDED = new Uint16Array(0x10000);
for (const [from, to] of Object.entries(WIDE)) FOLDED[from.charCodeAt(0)] = to.charCodeAt(0);
for (let i = 0; i < TRADITIONAL.length; i += 2)
  FOLDED[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1);
for (let i = 0; i < 10; i++) FOLDED[0xff10 + i] = 0x30 + i;

const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);

/**
 * The text as the rules read it: simplified characters, full-width punctuation, half-width digits; one UTF-16 unit for
 * each of the original's, so that every offset holds in both. The comma of 1,200 and the colon of 9:30 stay. Linear.
 */
export function fold(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const folded = FOLDED[text.charCodeAt(i)]!;
    if (folded === 0) continue;
    if (/[,:]/.test(text[i]!) && isDigit(text[i - 1]) && isDigit(text[i + 1])) continue;
    parts.push(text.slice(from, i), String.fromCharCode(folded));
    from = i + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
