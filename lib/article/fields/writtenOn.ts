import { firstDate, signedDate } from '../../chinese/dates.ts';
import { rulesFor } from './rule.ts';
import { signatureOf } from './signature.ts';

/** 成文日期, the day on which a document was written or signed. */
export const WRITTEN_ON = rulesFor('writtenOn', [
  // the date of writing (成文日期), else 生成日期; in older headers, 生成日期 can be the day on which the document was put
  // on the site
  // ✓ <p>成文日期：2023年2月2日</p> → 2023-02-02
  {
    name: 'label',
    origin: 'document-header',
    confidence: 0.95,
    read: ({ labelled }) => {
      const all = labelled.all('writtenOn');
      const value = (all.find(({ label }) => label.startsWith('成文')) ?? all[0])?.value ?? '';
      return firstDate(value)?.slice(0, 10) ?? signedDate(value);
    },
  },
  // on a document (with a number, or by its headline a 通知, 公告 or the like), the date below the name of the issuing
  // organisation (GB/T 9704: 发文机关署名, below it 成文日期)
  // ✓ <p>青政发〔2023〕1号</p> {closing} <p>青山区人民政府</p><p>2023年2月2日</p> → 2023-02-02
  // ✓ <p>青山区人民政府令</p><p>第12号</p> {closing} <p>区长　何苗</p><p>2023年2月2日</p> → 2023-02-02
  // ✓ <p>青政发〔2023〕1号</p> {closing} <p>七条内河今年全部清淤，两岸的老街重新临水，请各单位认真执行。</p><p>2023年2月2日</p> → 2023-02-02
  // ✓ <p>青政发〔2023〕1号</p> {closing} <p>青山水利网</p><p>2023年2月2日</p> → 2023-02-02
  // ✓ {title} 青山区水务局关于内河清淤的通知 {closing} <p>青山区水务局</p><p>2023年2月2日</p> → 2023-02-02
  // ✓ {title} 关于内河清淤的通告 {body} <script>window.page={"title":"关于内河清淤的通告","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p><p>青山区水务局</p><p>2023年2月2日</p>"}</script> → 2023-02-02
  // ✓ {title} 关于做好期末考试工作的通知 {closing} <p>教务处</p><p>2023年2月2日</p> → 2023-02-02
  // ✓ {title} 青山市内河清淤条例 <p>（2023年2月2日青山市第五届人民代表大会常务委员会第九次会议通过）</p> → 2023-02-02
  // ✗ {title} 青山市内河清淤条例 <p>（2023年2月30日青山市第五届人民代表大会常务委员会第九次会议通过）</p>
  // ✗ <p>（2023年2月2日青山市第五届人民代表大会常务委员会第九次会议通过）</p>
  // ✗ {closing} <p>青山区人民政府</p><p>2023年2月2日</p>
  // ✗ {title} 青山区水务局关于内河清淤的通知 <p>青山区水务局</p><p>2023年2月2日</p>
  // ✗ {title} 青山区水务局关于内河清淤的通知 {closing} <p>联系人 何苗</p><p>2023年2月2日</p>
  // ✗ {title} 青山区水务局关于内河清淤的通知 {tail} <p>青山区水务局</p><p>2023-02-02</p>
  {
    name: 'date-below-signature',
    origin: 'body-text',
    confidence: 0.7,
    read: (page) => signatureOf(page)?.day,
  },
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","writeDate":"2023-02-02","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 2023-02-02
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => firstDate(script?.writtenOn ?? '')?.slice(0, 10),
  },
]);
