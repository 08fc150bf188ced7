import { later } from '../ui/Later.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
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
const NoExportYet = () => <select disabled aria-hidden="true" style={{ visibility: 'hidden' }} />;

export const BulkBar = later(async () => (await listPart()).BulkBar);
export const ExportButtons = later(async () => (await listPart()).ExportButtons, NoExportYet);
export const Backups = later(async () => (await listPart()).Backups);
export const LapsedFolder = later(async () => (await listPart()).LapsedFolder);
export const PageBar = later(async () => (await listPart()).PageBar);
export const AllMarks = later(async () => (await otherView()).AllMarks, Loading);
export const DamagedDatabase = later(async () => (await otherView()).DamagedDatabase);
export const Repair = later(async () => (await otherView()).Repair, Loading);
export const Tags = later(async () => (await otherView()).Tags, Loading);
export const Trash = later(async () => (await otherView()).Trash, Loading);
