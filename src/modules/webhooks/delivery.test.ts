import { describe, expect, it } from 'vitest';
import {
  type DeliveryEvent,
  type DeliveryState,
  deliveryAfter,
  deliveryEventOf,
  pauseAfter,
} from './delivery.ts';

const STATES: DeliveryState[] = ['pending', 'delivered', 'abandoned'];
const EVENTS: DeliveryEvent[] = ['accepted', 'failed', 'failed_last', 'gone', 'retry'];

describe('a webhook delivery', () => {
  it('has an outcome for every state and event', () => {
    for (const state of STATES) {
      for (const event of EVENTS) expect(STATES).toContain(deliveryAfter(state, event));
    }
  });

  it('once delivered stays so until somebody asks for it again', () => {
    for (const event of EVENTS.filter((one) => one !== 'retry')) {
      expect(deliveryAfter('delivered', event)).toBe('delivered');
    }
    expect(deliveryAfter('delivered', 'retry')).toBe('pending');
  });

  it('is tried ten times over three days, ever more rarely, and then abandoned', () => {
    let attempts = 1;
    let totalMs = 0;
    let before = 0;
    for (;;) {
      const pauseMs = pauseAfter(attempts);
      if (pauseMs === undefined) break;
      expect(deliveryEventOf('failed', attempts)).toBe('failed');
      expect(pauseMs).toBeGreaterThan(before);
      before = pauseMs;
      totalMs += pauseMs;
      attempts += 1;
    }
    expect(attempts).toBe(10);
    expect(totalMs).toBeGreaterThan(72 * 3_600_000);
    expect(deliveryEventOf('failed', attempts)).toBe('failed_last');
    expect(deliveryAfter('pending', 'failed_last')).toBe('abandoned');
  });
});
