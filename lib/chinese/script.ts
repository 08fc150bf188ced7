import { unitTable } from './characterTable.ts';
import { SIMPLIFIED, TRADITIONAL } from './scriptTable.ts';

/**
 * Maps each traditional character to its simplified form, and every other code unit to 0. Large, so the extractor
 * script takes it from the reader script, which has it for marks (wxt.config.ts).
 */
export const SCRIPT: Uint16Array = unitTable(TRADITIONAL, SIMPLIFIED);
