import { Refusal } from '../../../kernel/refusal.ts';
import type { Admission, ReportedUsage } from '../../../modules/admission/index.ts';
import { ATTRIBUTE, numberOf, textOf } from './attributes.ts';
import type { RadiusClient } from './clients.ts';
import { CODE, type Packet } from './packet.ts';
import { type FindByEmail, payerOf } from './payer.ts';
import type { RadiusHandler, Response } from './radius-server.ts';
import {
  activityOf,
  actorOf,
  destinationOf,
  leaseOf,
  referenceOf,
  referencesOf,
  usedMsOf,
} from './session.ts';

/** Acct-Status-Type (RFC 2866, 5.1). */
const STATUS = { start: 1, stop: 2, interim: 3, on: 7, off: 8 } as const;

/** A day: no call is longer, and what claims to be is a fault of the switch. */
const USED_MS_MAX = 86_400_000;

/** The least that can be asked for: an interim report is no question, and holds nothing more. */
const NOTHING_MORE_MS = 1;

export interface AccountingDeps {
  readonly admission: Pick<
    Admission,
    'extend' | 'settle' | 'reportUsage' | 'findReference' | 'openReferences'
  >;
  readonly findByEmail: FindByEmail;
  readonly now: () => Date;
  readonly log: { error(details: object, message: string): void };
}

const ACKNOWLEDGED: Response = { code: CODE.accountingResponse, attributes: [] };

/**
 * Accounting-Request: what was used. Acknowledged only once it is recorded (RFC 2866, 2): what
 * cannot be is logged and not answered, so that the client keeps it and sends it again.
 */
export function createAccounting(deps: AccountingDeps): RadiusHandler {
  const { admission, log } = deps;

  async function record(client: RadiusClient, packet: Packet): Promise<void> {
    switch (numberOf(packet, ATTRIBUTE.acctStatusType)) {
      case STATUS.start:
      case STATUS.interim:
        return await report(client, packet);
      case STATUS.stop:
        return void (await settle(client, packet));
      case STATUS.on:
      case STATUS.off:
        return await endAll(client, packet);
      default: // Tunnels and links: nothing that is charged.
    }
  }

  /** A report of a call that nobody was asked about waits for its end. */
  async function report(client: RadiusClient, packet: Packet): Promise<void> {
    const lease = leaseOf(packet) ?? (await leaseByReference(client, packet));
    if (lease === undefined) return;
    const input = { usedMs: usedMsOf(packet), wantedMs: NOTHING_MORE_MS };
    await admission.extend(actorOf(client), lease, input);
  }

  async function leaseByReference(client: RadiusClient, packet: Packet) {
    const reference = referenceOf(packet, client);
    const payer = await payerOf(packet, client, deps.findByEmail);
    if (reference === undefined || payer === undefined) return undefined;
    return await admission.findReference(actorOf(client), payer, reference);
  }

  async function settle(client: RadiusClient, packet: Packet): Promise<ReportedUsage> {
    const usedMs = usedMsOf(packet);
    if (usedMs > USED_MS_MAX) {
      throw new Refusal('invalid_value', { message: 'Acct-Session-Time is more than a day.' });
    }
    const actor = actorOf(client);
    const lease = leaseOf(packet);
    const usage = await usageOf(client, packet);
    if (lease === undefined) return await admission.reportUsage(actor, usage);
    try {
      return await admission.reportUsage(actor, { ...usage, authorization: lease });
    } catch (error) {
      // The class of somebody else, or made up while the database was gone.
      if (!(error instanceof Refusal) || error.code !== 'not_found') throw error;
      return await admission.reportUsage(actor, usage);
    }
  }

  /** What is charged where no authorization is known by its class or reference. */
  async function usageOf(client: RadiusClient, packet: Packet) {
    const reference = referenceOf(packet, client);
    const usedMs = usedMsOf(packet);
    const delayMs = (numberOf(packet, ATTRIBUTE.acctDelayTime) ?? 0) * 1_000;
    const stamp = numberOf(packet, ATTRIBUTE.eventTimestamp);
    const endedMs = stamp === undefined ? deps.now().getTime() - delayMs : stamp * 1_000;
    const called = textOf(packet, ATTRIBUTE.calledStationId);
    return {
      ...(await payerOf(packet, client, deps.findByEmail)),
      source: `radius/${client.name}`,
      id: reference ?? `${referencesOf(packet, client)}${stamp}/${called}/${usedMs}`,
      reference,
      activity: activityOf(packet, client),
      destination: destinationOf(packet),
      usedMs,
      startedAt: new Date(endedMs - usedMs),
    };
  }

  /** The switch has begun anew, or stops: its calls are over, used as far as was reported. */
  async function endAll(client: RadiusClient, packet: Packet): Promise<void> {
    const actor = actorOf(client);
    const open = await admission.openReferences(actor, referencesOf(packet, client));
    await Promise.all(open.map(({ id, usedMs }) => admission.settle(actor, id, { usedMs })));
  }

  return async (client, packet) => {
    try {
      await record(client, packet);
      return ACKNOWLEDGED;
    } catch (error) {
      const call = referenceOf(packet, client);
      log.error({ err: error, client: client.name, call }, 'usage could not be recorded');
      return undefined;
    }
  };
}
