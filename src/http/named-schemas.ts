interface Document {
  readonly components?: { schemas?: Record<string, unknown> };
}

const PREFIX = '#/components/schemas/';
const ANY_JSON = /\{"\$ref":"#\/components\/schemas\/__shared#[^"]+"\}/g;

/**
 * The document as the generator meant it. It names each schema twice, as it is read and as it is
 * written, of which mostly only the second is used; and "any JSON value", which it describes by
 * itself, gets a reference that no reader can follow: the empty schema says the same.
 */
export function mendSchemas<Given extends object>(given: Given): Given {
  const text = JSON.stringify(given).replaceAll(ANY_JSON, '{}');
  const document = JSON.parse(text) as Given & Document;
  const { components, ...rest } = document;
  const schemas = components?.schemas;
  if (schemas === undefined) return document;
  const used = new Set<string>();
  const follow = (value: unknown): void => {
    for (const name of referredBy(value)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow(rest);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return { ...document, components: { ...components, schemas: Object.fromEntries(kept) } };
}

/** The names of the schemas that a value refers to. */
function referredBy(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...text.matchAll(/"\$ref":"([^"]+)"/g)].flatMap(([, ref = '']) =>
    ref.startsWith(PREFIX) ? [ref.slice(PREFIX.length)] : [],
  );
}
