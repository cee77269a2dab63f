import type { DemoCaller } from './demo-caller.ts';

/** A Flex Port that somebody of the demo company is using. */
interface DemoPhone {
  readonly activity: string;
  readonly employee: string;
  lease?: string;
  sinceMs: number;
}

/** Asked for at a time; extended well before it is over, as a dialer does. */
const SECONDS = 300;
const HEARTBEAT_MS = 120_000;

/** Keeps the demo's three Flex Ports in use for as long as the process runs. */
export interface DemoPhones {
  /** Takes what ports are free; twice is harmless. */
  beat(): Promise<void>;
  /** No more heartbeats; the leases then expire by themselves. */
  stop(): void;
}

/** What the three ports are used for: two kinds, so that the answer has something to tell. */
export function createDemoPhones(
  api: DemoCaller,
  employees: { readonly sender: string; readonly recorder: string },
): DemoPhones {
  const phones: DemoPhone[] = [
    { activity: 'call.record', employee: employees.sender, sinceMs: 0 },
    { activity: 'call.record', employee: employees.recorder, sinceMs: 0 },
    { activity: 'call.monitor', employee: employees.recorder, sinceMs: 0 },
  ];
  let timer: NodeJS.Timeout | undefined;

  async function beatOf(phone: DemoPhone): Promise<void> {
    if (phone.lease !== undefined) {
      const used_seconds = Math.floor((performance.now() - phone.sinceMs) / 1_000);
      const path = `/v1/authorizations/${phone.lease}/extend`;
      const answer = await api.post(path, { used_seconds, seconds: SECONDS });
      if (answer.final !== true) return;
    }
    const { activity, employee } = phone;
    const granted = await api.post('/v1/authorizations', { activity, employee, seconds: SECONDS });
    delete phone.lease;
    if (granted.allowed !== true) return;
    phone.lease = granted.id;
    phone.sinceMs = performance.now();
  }

  async function beat(): Promise<void> {
    for (const phone of phones) await beatOf(phone);
  }

  return {
    async beat() {
      await beat();
      clearInterval(timer);
      // The demo's phones never keep the process alive, and a missed beat is no fault.
      timer = setInterval(() => beat().catch(() => undefined), HEARTBEAT_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
