import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerText, isAddress, MAIL_STATES, mailAfter, pauseAfter } from './mail.ts';

describe('what becomes of a mail', () => {
  it('has an outcome for every state and event, and forgets nothing that was sent', () => {
    const events = ['accepted', 'deferred', 'deferred_last', 'refused', 'retry'] as const;
    for (const state of MAIL_STATES) {
      for (const event of events) expect(MAIL_STATES).toContain(mailAfter(state, event));
      expect(mailAfter(state, 'accepted')).toBe('sent');
      expect(mailAfter(state, 'retry')).toBe('pending');
    }
    for (const event of ['deferred', 'deferred_last', 'refused'] as const) {
      expect(mailAfter('sent', event)).toBe('sent');
    }
  });

  it('is tried for four days, at ever longer pauses', () => {
    const pauses: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const pauseMs = pauseAfter(attempts);
      if (pauseMs === undefined) break;
      pauses.push(pauseMs);
    }
    expect(pauses).toEqual([...pauses].sort((left, right) => left - right));
    const days = pauses.reduce((total, pauseMs) => total + pauseMs, 0) / 86_400_000;
    expect(days).toBeGreaterThan(4);
    expect(days).toBeLessThan(5);
  });
});

describe('what people typed', () => {
  it('never begins a second header line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = headerText(text);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(line.isWellFormed()).toBe(true);
        expect([...line].length).toBeLessThanOrEqual(200);
      }),
    );
    expect(headerText('Hello\r\nBcc: everyone@example.com')).toBe(
      'Hello Bcc: everyone@example.com',
    );
  });

  it('is an address only where it is one', () => {
    for (const good of ['a@b.co', "o'neil+x@mail.example.com", 'me@localhost']) {
      expect(isAddress(good)).toBe(true);
    }
    const bad = ['', 'a', '@b', 'a@', 'a@b@c', 'a b@c.de', 'a@b.c\r\nTo: x@y.z', '"a,b"@c.de'];
    for (const text of [...bad, 'a@b,c@d', 'a@b <c@d>', `${'x'.repeat(250)}@b.co`, 'ä@b.co']) {
      expect(isAddress(text)).toBe(false);
    }
  });
});
