// Reads texts from standard input, separated by ===, and prints the task lists in each. A text's first line is its
// title.
import { importTypeScript } from './lib/runTypeScript.mjs';
import fs from 'node:fs';
const { readText } = await importTypeScript('lib/tasks/index.ts'); const fn=t=>{const [title,...rest]=t.split('\n');return readText(rest.join('\n'),{title,issuer:null,publishedAt:null})};
for (const t of fs.readFileSync(0,'utf8').split('===')) {
  const r = fn(t.trim());
  for (const l of (r.taskLists ?? r.lists ?? r)) { console.log(l.form, JSON.stringify(l.speaker), l.announcedCount??l.announced, l.section); for (const k of l.tasks) console.log('  ', k.marker, '|', k.text, '|', k.responsible.join('、'), '|', k.deadlines.map(d=>d.text).join('、')); }
  console.log('---');
}
