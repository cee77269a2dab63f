import { describe, expect, it } from 'vitest';
import { chargeable, type FundingSource, mayRemove, withDefault } from './funding-source.ts';

function source(id: string, position: number, status: FundingSource['status'] = 'valid') {
  return {
    id,
    account: 'ba_1',
    provider: 'sandbox',
    kind: 'card',
    label: id,
    token: 'tok_ok',
    status,
    position,
    expiresOn: null,
    createdAt: new Date(0),
    version: 1n,
  } satisfies FundingSource;
}

describe('funding sources', () => {
  it('are tried from the default through the backups, leaving out what is not valid', () => {
    const sources = [source('c', 2), source('a', 0), source('b', 1, 'invalid'), source('d', 3)];
    expect(chargeable(sources).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('keep at least one that is valid', () => {
    expect(mayRemove([source('a', 0)], 'a')).toBe(false);
    expect(mayRemove([source('a', 0), source('b', 1, 'invalid')], 'a')).toBe(false);
    expect(mayRemove([source('a', 0), source('b', 1)], 'a')).toBe(true);
    expect(mayRemove([source('a', 0), source('b', 1, 'invalid')], 'b')).toBe(true);
  });

  it('keep their order behind a new default', () => {
    const sources = [source('a', 0), source('b', 1), source('c', 2), source('x', 3, 'removed')];
    expect(withDefault(sources, 'c')).toEqual(['c', 'a', 'b']);
  });
});
