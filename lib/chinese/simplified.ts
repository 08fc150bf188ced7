/** Traditional and simplified, pair by pair: the characters of labels, headings and controls. */
const PAIRS =
  '編编輯辑責责題题閱阅讀读關关閉闭聞闻頁页則则條条後后來来權权聲声請请錄录註注標标籤签擊击報报導导連连結结資资訊讯薦荐點点' +
  '網网評评論论廣广轉转載载體体號号顯显覽览單单為为舉举糾纠錯错頂顶聽听試试續续發发詳详當当現现貼贴張张開开內内許许須须訪访鏈链' +
  '攝摄圖图專专熱热門门擴扩檢检筆笔項项尋寻詢询記记員员時时間间餘余掃扫購购買买費费訂订閲阅繼继佈布鍵键詞词瀏浏機机構构類类數数對对' +
  '氣气狀状態态審审製制稱称經经討讨區区傳传寫写採采頒颁';
/** Code unit → the one that stands for it; 0 where it stays. A table, for it is asked for every sign of a page's lines. */
const SIMPLE = new Uint16Array(0x10000);
for (let i = 0; i < PAIRS.length; i += 2) SIMPLE[PAIRS.charCodeAt(i)] = PAIRS.charCodeAt(i + 1);

/**
 * A line in the characters of our tables, so that one table serves both scripts: 責任編輯 → 责任编辑. Its length
 * stays. For comparing only: what is read is never rewritten.
 */
export function simplified(line: string): string {
  // One line is asked by a dozen rules in a row.
  if (line !== asked) [asked, answer] = [line, replaced(line)];
  return answer;
}
let asked = '';
let answer = '';

function replaced(line: string): string {
  let done = '';
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    const simple = SIMPLE[line.charCodeAt(i)]!;
    if (simple === 0) continue;
    done += line.slice(from, i) + String.fromCharCode(simple);
    from = i + 1;
  }
  return from === 0 ? line : done + line.slice(from);
}
