import type { Json } from '../product.ts';

/**
 * A valid value for a JSON schema, as far as a schema can say it: its example, its first choice,
 * its smallest size. `known` names values for fields that must exist, such as an employee's id.
 */
export function sampleOf(schema: Json, document: Json, known: Record<string, unknown>): Json {
  const at = schema.$ref === undefined ? schema : resolve(schema.$ref, document);
  if (at.example !== undefined) return at.example;
  if (at.const !== undefined) return at.const;
  if (at.default !== undefined) return at.default;
  if (Array.isArray(at.enum)) return at.enum[0];
  const choice = at.anyOf ?? at.oneOf;
  if (Array.isArray(choice)) return sampleOf(choice[0], document, known);
  if (Array.isArray(at.allOf)) {
    return Object.assign({}, ...at.allOf.map((part: Json) => sampleOf(part, document, known)));
  }
  switch (at.type) {
    case 'object':
      return objectOf(at, document, known);
    case 'array':
      return Array.from({ length: at.minItems ?? 0 }, () => sampleOf(at.items, document, known));
    case 'integer':
    case 'number':
      return Math.max(at.minimum ?? 0, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textOf(at);
  }
}

function objectOf(schema: Json, document: Json, known: Record<string, unknown>): Json {
  const required: string[] = schema.required ?? [];
  const fields = required.map((name) => {
    const field = schema.properties?.[name] ?? {};
    return [name, known[name] ?? sampleOf(field, document, known)];
  });
  return Object.fromEntries(fields);
}

function textOf(schema: Json): string {
  if (schema.format === 'email') return 'someone@example.com';
  if (schema.format === 'date-time') return '2026-11-22T14:05:00Z';
  if (schema.format === 'uri') return 'http://127.0.0.1:9/hook';
  return 'sample';
}

export function resolve(reference: string, document: Json): Json {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce((node, name) => node?.[name], document);
}
