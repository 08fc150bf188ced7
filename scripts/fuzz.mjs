// npm run fuzz [-- --seconds N] [--seed N]
// Runs the fuzz tests of components/fuzz.test.tsx for N seconds each. `npm test` runs them only for a moment.
import { parseArgs } from 'node:util';
import { run } from './setup.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    // Uses the date as the seed, so that a failure can be repeated for the rest of the day.
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
  },
});
console.log(`seed ${values.seed}, ${values.seconds} s for each kind of input`);
process.env.FUZZ_SECONDS = values.seconds;
process.env.FUZZ_SEED = values.seed;
process.exitCode = run('npx', ['vitest', 'run', '--project', 'unit', 'components/fuzz.test.tsx']);
