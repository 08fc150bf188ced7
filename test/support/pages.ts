import { JSDOM, VirtualConsole } from 'jsdom';

/** A page of a government site as a parsed document. Its sentences are invented. */
export const pageOf = (body: string, head = ''): Document =>
  new JSDOM(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, {
    url: 'https://www.qinghe.example/xw/202303/t20230302_1234567.html',
    virtualConsole: new VirtualConsole(),
  }).window.document;

export const PAGE_URL = 'https://www.qinghe.example/xw/202303/t20230302_1234567.html';

/** Three paragraphs of an article, for any test page that needs some text. */
export const FIRST = '3月2日，清河区召开防汛工作会议，总结去年工作，部署今年任务。区长田禾出席会议并讲话。';
export const SECOND =
  '田禾指出，汛期将至，各镇街要把堤坝、泵站、低洼地逐一查清，发现隐患当天整改，不留死角。';
export const THIRD = '会议强调，应急队伍要随时待命，物资要备足备齐，预警信息要第一时间送到每一户居民手中。';
export const ARTICLE = [FIRST, SECOND, THIRD].map((text) => `<p>${text}</p>`).join('');
