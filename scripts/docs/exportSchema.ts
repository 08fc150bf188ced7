import { ExportFile } from '@/lib/exchange/exportForm.ts';
import { z } from '@/lib/zod.ts';

/** Generates docs/export.schema.json, which describes exported files as JSON Schema (draft 2020-12). */
export function exportSchema(): string {
  const schema = z.toJSONSchema(ExportFile, { io: 'input' });
  const about = {
    title: 'Pizhu collection',
    description:
      'A collection of articles as Pizhu exports it. Fields that are not named may be there too, and are kept.',
  };
  return `${JSON.stringify({ ...about, ...schema }, null, 2)}\n`;
}
