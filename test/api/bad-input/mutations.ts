import type { Json } from '../product.ts';

/** One way of being wrong. `mustFail`: no schema whatever may accept it. */
export interface Mutation {
  readonly name: string;
  readonly body: Json;
  readonly mustFail: boolean;
}

const VALUES: readonly [string, unknown][] = [
  ['an empty text', ''],
  ['a blank text', '   '],
  ['a very long text', 'x'.repeat(5_000)],
  ['a NUL character', 'a\u0000b'],
  ['a lone surrogate', '\ud800'],
  ['a negative number', -1],
  ['zero', 0],
  ['a huge number', 1e308],
  ['a fraction', 0.5],
  ['text NaN', 'NaN'],
  ['text 1e400', '1e400'],
  ['text Infinity', 'Infinity'],
  ['text minus', '-5.00'],
  ['too many decimals', '1.00000001'],
  ['more decimals than the currency', '1.001'],
  ['a thousandth', '0.001'],
  ['a trillion', '1000000000000'],
  ['February 30', '2026-02-30'],
  ['an unknown currency', 'XQX'],
  ['an unknown zone', 'Mars/Olympus'],
  ['markup', '<script>alert(1)</script>'],
  ['a path', '../../etc/passwd'],
  ['SQL', "'; drop table accounts; --"],
  ['true', true],
  ['an array', []],
  ['an array of nothing', [null]],
  ['an object', {}],
  ['an object with a prototype', JSON.parse('{"__proto__": {"x": 1}}')],
];

/** Every field of `sample` and of the schema put wrong in every way, one at a time. */
export function* mutationsOf(sample: Json, schema: Json): Generator<Mutation> {
  yield { name: 'an unknown field', body: { ...sample, no_such_field: 1 }, mustFail: true };
  for (const body of [[], 'text', 7, null]) {
    yield { name: `the body ${JSON.stringify(body)}`, body, mustFail: true };
  }
  const properties: Record<string, Json> = schema.properties ?? {};
  for (const required of (schema.required ?? []) as string[]) {
    const { [required]: _, ...body } = sample;
    yield { name: `without ${required}`, body, mustFail: true };
  }
  for (const [field, fieldSchema] of Object.entries(properties)) {
    const wrong = wrongTypeOf(fieldSchema);
    if (wrong !== undefined) {
      yield { name: `${field}: wrong type`, body: { ...sample, [field]: wrong }, mustFail: true };
    }
    for (const [name, value] of VALUES) {
      yield { name: `${field}: ${name}`, body: { ...sample, [field]: value }, mustFail: false };
    }
  }
}

function wrongTypeOf(schema: Json): unknown {
  switch (schema.type) {
    case 'string':
      return 12;
    case 'integer':
    case 'number':
      return 'twelve';
    case 'array':
      return 'none';
    case 'object':
      return 'nothing';
    case 'boolean':
      return 'perhaps';
    default:
      return undefined;
  }
}
