export { ask as askBackground } from './fromOwn.ts';
