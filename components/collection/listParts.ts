/** The parts of the list that its first rows do not need. They are loaded together, after these rows are shown. */
export { ExportButtons } from '../ui/ExportButtons.tsx';
export { TagInput } from '../ui/TagInput.tsx';
export { Backups } from './Backups.tsx';
export { BulkBar } from './BulkBar.tsx';
export { EmptiedCollection } from './EmptiedCollection.tsx';
export { LapsedFolder } from './LapsedFolder.tsx';
export { PageBar } from './PageBar.tsx';
export { SearchName } from './SearchName.tsx';
