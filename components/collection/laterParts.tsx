import { hasFolder } from '@/lib/app/folderHint.ts';
import { besideOf } from '@/lib/app/panel/following.ts';
import { type ListStart, LONGEST_WAIT, listStart } from '@/lib/app/panel/listStart.ts';
import { within } from '@/lib/app/within.ts';
import { later } from '../ui/Later.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { PageBarRoom } from './PageBarRoom.tsx';
import { Pane } from './Pane.tsx';

// The parts of the side panel and of the collection in a tab that are loaded after the list is shown.

const listPart = () => import('./listParts.ts');
const otherView = () => import('./otherViews.ts');

/** Shows that a view loads. */
const Loading = () => (
  <Pane class="panel" aria-busy="true">
    <Skeleton of="list" />
  </Pane>
);

/** Takes as much room as the controls of an export, so that nothing moves when these come. */
const NoExportYet = () => <select disabled style={{ visibility: 'hidden' }} />;

export const BulkBar = later(async () => (await listPart()).BulkBar);
export const ExportButtons = later(async () => (await listPart()).ExportButtons, {
  Meanwhile: NoExportYet,
  isPatient: true,
});
/** The field for tags inside a part that is collapsed at first, so nothing waits for it. */
export const TagInput = later(async () => (await listPart()).TagInput, { isPatient: true });
export const Backups = later(async () => (await listPart()).Backups);
export const EmptiedCollection = later(async () => (await listPart()).EmptiedCollection);
export const LapsedFolder = later(async () => (await listPart()).LapsedFolder, { isPatient: true });
export const PageBar = later(async () => (await listPart()).PageBar, {
  isPatient: true,
  Meanwhile: ({ open, early }) => {
    const beside = besideOf(open, early);
    return beside && <PageBarRoom beside={beside} />;
  },
});
export const SearchName = later(async () => (await listPart()).SearchName);
export const AllMarks = later(async () => (await otherView()).AllMarks, { Meanwhile: Loading });
export const DamagedDatabase = later(async () => (await otherView()).DamagedDatabase);
export const Deadlines = later(async () => (await otherView()).Deadlines, { Meanwhile: Loading });
export const Repair = later(async () => (await otherView()).Repair, { Meanwhile: Loading });
export const Tags = later(async () => (await otherView()).Tags, { Meanwhile: Loading });
export const Trash = later(async () => (await otherView()).Trash, { Meanwhile: Loading });

/**
 * Looks up whether the browser has withdrawn access to the folder for backups. If so, loads the warning before the
 * list shows, because the warning stands above the list.
 */
async function lapsedFolderReady(start: ListStart | null): Promise<void> {
  if (!start || !hasFolder()) return;
  const { knownFolder } = await import('@/lib/app/knownFolder.ts');
  start.folder = await within(LONGEST_WAIT, knownFolder()).catch(() => null);
  if (start.folder && !start.folder.allowed) await LapsedFolder.load().catch(() => {});
}

/** Resolves when the list can show its first rows, and the bar above them if articles are selected. */
export async function firstRowsReady(): Promise<void> {
  const start = listStart();
  await Promise.all([start?.ready, lapsedFolderReady(start)]);
  // A failure to load the bar is reported when the bar is rendered.
  if (start?.memory?.ticked.length) await BulkBar.load().catch(() => {});
}
