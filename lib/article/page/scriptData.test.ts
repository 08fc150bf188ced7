import { expect, test } from 'vitest';
import { pageOf } from '@/test/support/pages.ts';
import { readScriptData, weChatTime } from './scriptData.ts';

const timeOf = (script: string, body = '') => weChatTime(pageOf(`${body}<script>${script}</script>`));

test.each([
  ["var createTime = '2023-02-02 10:30';", '2023-02-02 10:30'],
  ['var ct = "1675305000";', '2023-02-02T10:30:00+08:00'],
  ['var svr_time = "1675309999"; var ct = "1675305000";', '2023-02-02T10:30:00+08:00'],
  ["var svr_time = '1675309999'; var oriCreateTime = '1675305000';", '2023-02-02T10:30:00+08:00'],
  ['var create_time = "1675305000" * 1;', '2023-02-02T10:30:00+08:00'],
  ['var other = "1675305000";', null],
])('the time of an article in a script: %s', (script, time) => {
  expect(timeOf(script)).toBe(time);
});

test('a time that the page shows itself is not sought in scripts', () => {
  const shown = (words: string) => `<em id="publish_time">${words}</em>`;
  expect(timeOf('var ct = "1675305000";', shown('2月2日'))).toBeNull();
  expect(timeOf('var ct = "1675305000";', shown(' '))).toBe('2023-02-02T10:30:00+08:00');
});

const WORDS = '四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。';
const BODY = `<p>${WORDS}</p>`;
const dataOf = (script: string, kind = '') => readScriptData(pageOf(`<script ${kind}>${script}</script>`));

test.each([
  [
    'names without quotation marks',
    `var doc = { id: 7, title: "内河清淤", readNum: 26, content: "${BODY}" };`,
  ],
  ['strings in single ones', `var doc={'title':'内河清淤','views':26,'content':'${BODY}',};`],
  ['strings in backquotes', `const doc = {title: \`内河清淤\`, pv: 26, content: \`${BODY}\n\`}`],
  [
    'escapes that only JavaScript has',
    `d = {title:'内河清淤',pv:26,content:'\\x3Cp\\u003E${WORDS}\\x3C\\/p>'}`,
  ],
  ['HTML that is escaped', `d = {title:'内河清淤',pv:26,content:'&lt;p&gt;${WORDS}&lt;/p&gt;'}`],
  ['comments', `d = {\n// the headline\ntitle:'内河清淤',pv:26,content:'${BODY}'}`],
  ['variables', `var t=1;d = {title:'内河清淤',user:t,pv:26,tags:[a,],content:'${BODY}'}`],
  [
    'the arguments of a function',
    `window.__NUXT__=(function(a,b,c){return {data:[{title:a,pv:b,top:c,content:"${BODY}"}]}}("内河清淤",26,void 0));`,
  ],
])('the article of a script: %s', (_, script) => {
  const found = dataOf(script);
  expect(found).toMatchObject({ title: '内河清淤', views: '26' });
  expect(found!.content!.trim()).toBe(BODY);
});

test('the article of a script that is only JSON', () => {
  const json = `{"data":{"title":"内河清淤","content":"${BODY}"}}`;
  expect(dataOf(json, 'type="application/json"')?.title).toBe('内河清淤');
  expect(dataOf(`[${json}]`, 'type="application/json"')?.title).toBe('内河清淤');
});

test.each([
  ['a headline that is calculated', `d = {title: t ? '内河' : '清淤', content:'${BODY}'}`],
  ['a body that is calculated', `d = {title:'内河清淤', content: decodeURI('${BODY}')}`],
  ['a headline in a variable', `var t='内河清淤'; d = {title: t, content:'${BODY}'}`],
  ['a list', `var list = [{title:'内河清淤', content:'${BODY}'}]`],
  ['an argument of a call', `layer.open({title:'提示', content:'${BODY}'})`],
  ['the words of a shared link', "var share = {title:'内河清淤', desc:'七条内河', imgUrl:'/1.png'}"],
  ['an object that never ends', `d = {title:'内河清淤', content:'${BODY}'`],
  ['a string that never ends', `d = {title:'内河清淤', content:'${BODY}}`],
  ['code', `init = { title: '内河清淤', show: function () { this.content = '${BODY}'; } }`],
  ['a template', `{{title}} {{content}} ${WORDS}`],
])('no article in a script: %s', (_, script) => {
  expect(dataOf(script)).toBeNull();
});
