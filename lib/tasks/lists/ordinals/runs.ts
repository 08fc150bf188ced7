import type { TaskForm } from '../../schema.ts';
import type { Marker } from './markers.ts';

/**
 * A series of markers: at least two that count upward from one. `within` is the outer series inside whose last item
 * this one began; null where there is none.
 */
export type Run = { markers: Marker[]; form: TaskForm; within: Run | null };

/** The greatest distance between two markers of a list, in UTF-16 units. A longer gap ends the list. */
const FARTHEST = 4000;

/** The greatest depth of nested lists in official texts. */
const DEEPEST = 4;

/** The form of a list, by the family of its first marker. */
const FORM: Record<Marker['family'], TaskForm> = {
  want: 'ordinal',
  is: 'ordinal',
  nth: 'ordinal',
  sequence: 'ordinal',
  deed: 'ordinal',
  side: 'ordinal',
  digit: 'numbered',
  circle: 'numbered',
  bracket: 'numbered',
};

/** The families whose markers can mix within one list. */
const MIXED: readonly Marker['family'][] = ['want', 'is', 'nth', 'sequence'];

/**
 * Sorts markers into series in one pass, with a stack of at most four series that may still go on. A 一是 (first)
 * inside an item of another family begins an inner series, which ends at the next marker of the outer one. A 一 (one)
 * of the same family begins a new list.
 *
 * Drops a series between two markers of an outer one, because its items are measures of the outer item.
 */
export function runsOf(markers: Marker[]): Run[] {
  const all: Run[] = [];
  const stack: Run[] = [];
  for (const marker of markers) {
    const next = (fits: (last: Marker) => boolean) =>
      stack.findLastIndex(({ markers: run }) => fits(run.at(-1)!) && continues(run.at(-1)!, marker));
    let at = next((last) => last.family === marker.family && last.deed === marker.deed);
    if (at < 0 && MIXED.includes(marker.family)) at = next((last) => MIXED.includes(last.family));
    if (at >= 0) {
      stack.length = at + 1;
      stack[at]!.markers.push(marker);
    } else if (marker.rank === 1) {
      const same = stack.findIndex(
        ({ markers: [first] }) => first!.family === marker.family && first!.deed === marker.deed,
      );
      if (same >= 0) stack.length = same;
      if (stack.length === DEEPEST) stack.length = 0;
      const run: Run = { markers: [marker], form: FORM[marker.family], within: stack.at(-1) ?? null };
      all.push(run);
      stack.push(run);
    }
  }
  // In 首先，我代表镇政府致以问候。 (First, I greet you for the town.) the word 首先 (first) begins no list, where later lines open
  // with 第一， (one), 第二， (two).
  const noLists = new Set<Run>();
  for (const { markers: inner, within } of all)
    if (within && inner.length > 1 && inner[0]!.opensLine && isFirstAndLast(within)) noLists.add(within);
  // 首先，何苗传达了文件。 (First, He Miao passed on the document.) and, lines below, 最后，何苗带领全体宣誓。 (Last, He Miao led the oath.)
  // are a report and no list.
  for (const run of all) if (isFirstAndLast(run) && run.markers[1]!.opensLine) noLists.add(run);
  const runs: Run[] = [];
  let reached = -1;
  // The series are sorted by their first markers, so an outer series comes before those inside it.
  for (const run of all) {
    if (noLists.has(run)) continue;
    if (run.markers.length < 2 || run.markers[0]!.words.start < reached) continue;
    runs.push(run);
    reached = run.markers.at(-1)!.words.start;
  }
  return runs;
}

/** Whether a series has only 首先 (first) and 最后 (last). */
const isFirstAndLast = ({ markers: [first, last, ...more] }: Run): boolean =>
  first!.family === 'sequence' && last?.rank === Number.POSITIVE_INFINITY && more.length === 0;

/**
 * Whether a marker may follow the last marker of a series: it has the next number, or is a 最后 (last) that closes the
 * list.
 */
function continues(last: Marker, marker: Marker): boolean {
  if (marker.words.start - last.words.start > FARTHEST) return false;
  // 最后， at the beginning of a line usually continues the report. There it ends a list only after 首先 (first), 其次
  // (next).
  const closes =
    marker.rank === Number.POSITIVE_INFINITY && (last.family === 'sequence' || !marker.opensLine);
  return closes || marker.rank === last.rank + 1;
}
