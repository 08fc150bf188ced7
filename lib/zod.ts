/**
 * The small build of zod, without its code generator, because the extension's CSP lacks `unsafe-eval`. Import zod only
 * from here.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
