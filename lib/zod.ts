/** zod's small build, with its code generator off: the extension's CSP has no `unsafe-eval`. Import zod from here only. */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
