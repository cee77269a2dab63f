import { expect, it } from 'vitest';
import { type PublishedTerms, termsOn } from './terms.ts';

const terms = (version: string, published: string, effectiveOn: string | null): PublishedTerms => ({
  version,
  url: '/terms',
  effectiveOn,
  publishedAt: new Date(published),
});

it('terms hold from their day, and give way to those whose day comes later', () => {
  const published = [
    terms('first', '2026-11-01Z', null),
    terms('for next year', '2026-11-10Z', '2027-01-01'),
    terms('a mend', '2026-11-20Z', null),
  ];
  const on = (day: string) => termsOn(published, day)?.version;
  expect(termsOn([], '2026-11-01')).toBeUndefined();
  expect(termsOn(published.slice(1, 2), '2026-12-31')).toBeUndefined();
  expect(on('2026-12-31')).toBe('a mend');
  expect(on('2027-01-01')).toBe('for next year');
  const mended = [...published, terms('a mend of that', '2027-01-01T09:00Z', null)];
  expect(termsOn(mended, '2027-01-01')?.version).toBe('a mend of that');
});
