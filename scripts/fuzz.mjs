// npm run fuzz [-- --seconds N] [--seed N]: runs for N seconds what `npm test` runs for a moment
// (components/fuzz.test.tsx).
import { parseArgs } from 'node:util';
import { run } from './setup.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    // Uses one seed for a whole day, so that a failure can be found again.
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
  },
});
console.log(`seed ${values.seed}, ${values.seconds} s for each kind of input`);
process.env.FUZZ_SECONDS = values.seconds;
process.env.FUZZ_SEED = values.seed;
process.exitCode = run('npx', ['vitest', 'run', '--project', 'unit', 'components/fuzz.test.tsx']);
