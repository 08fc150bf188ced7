// npm run fuzz [-- --seconds N] [--seed N]: what `npm test` does for a moment (components/fuzz.test.tsx), for N seconds.
import { parseArgs } from 'node:util';
import { run } from './setup.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    // Another seed each day, and the same one all day: what is found can be found again.
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
  },
});
console.log(`seed ${values.seed}, ${values.seconds} s for each kind of input`);
process.env.FUZZ_SECONDS = values.seconds;
process.env.FUZZ_SEED = values.seed;
process.exitCode = run('npx', ['vitest', 'run', '--project', 'unit', 'components/fuzz.test.tsx']);
