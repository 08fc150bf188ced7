/** The part of a zod schema that says what the schema accepts; see zod's `_zod.def`. */
type Def = {
  type: string;
  shape?: Record<string, AnySchema>;
  element?: AnySchema;
  innerType?: AnySchema;
  valueType?: AnySchema;
  options?: AnySchema[];
  entries?: Record<string, string>;
  values?: unknown[];
};
type AnySchema = { _zod: { def: unknown }; safeParse(value: unknown): { success: boolean } };

/** Every string format in the project's schemas accepts one of these. */
const STRINGS = [
  '青山区',
  '2025-03-04',
  '2025-03-04T01:30:00.000Z',
  '320211',
  'https://www.qingshan.example/1.html',
  '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f',
  'a'.repeat(64),
];
const NUMBERS = [7, 0.5];

const defOf = (schema: AnySchema): Def => schema._zod.def as Def;

function fitting(schema: AnySchema, candidates: unknown[]): unknown {
  const value = candidates.find((one) => schema.safeParse(one).success);
  if (value === undefined) throw new Error(`No value is known for a schema of ${defOf(schema).type}.`);
  return value;
}

/**
 * Makes a value for a schema with every property present, none of them null, empty or a default. So a test notices any
 * property that gets lost, even one that is added to the schema later. Throws for an unknown kind of schema.
 */
export function fullValue(schema: AnySchema): unknown {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape!).map(([name, field]) => [name, fullValue(field)]));
    case 'array':
      return [fullValue(def.element!)];
    case 'record':
      return { title: fullValue(def.valueType!) };
    case 'nullable':
    case 'optional':
    case 'default':
      return fullValue(def.innerType!);
    case 'union':
      return fullValue(def.options![0]!);
    case 'enum':
      return Object.values(def.entries!).at(-1);
    case 'literal':
      return def.values![0];
    case 'boolean':
      return true;
    default:
      return fitting(schema, [...STRINGS, ...NUMBERS]);
  }
}
