/** The views of the collection beside the list and the article. They are loaded together. */
export { AllMarks } from './AllMarks.tsx';
export { DamagedDatabase } from './DamagedDatabase.tsx';
export { Deadlines } from './Deadlines.tsx';
export { Repair } from './Repair.tsx';
export { Tags } from './Tags.tsx';
export { Trash } from './Trash.tsx';
