import type { Actor } from '../../../kernel/actor.ts';
import { ATTRIBUTE, attributeOf, avPairOf, numberOf, textOf } from './attributes.ts';
import type { RadiusClient } from './clients.ts';
import type { Packet } from './packet.ts';

/** The switch that the client is, or speaks for. */
export function nasOf(packet: Packet, client: RadiusClient): string {
  const address = attributeOf(packet, ATTRIBUTE.nasIpAddress);
  const dotted = address?.length === 4 ? [...address].join('.') : undefined;
  return textOf(packet, ATTRIBUTE.nasIdentifier) ?? dotted ?? client.name;
}

/** Names of all calls of a switch begin with this. */
export function referencesOf(packet: Packet, client: RadiusClient): string {
  return `radius/${client.name}/${nasOf(packet, client)}/`;
}

/** A call's name: session identifiers are unique within one switch only. */
export function referenceOf(packet: Packet, client: RadiusClient): string | undefined {
  const session = textOf(packet, ATTRIBUTE.acctSessionId);
  return session && `${referencesOf(packet, client)}${session}`;
}

/** The authorization that an Access-Accept named, as clients send it back. */
export function leaseOf(packet: Packet): string | undefined {
  for (const type of [ATTRIBUTE.state, ATTRIBUTE.class]) {
    const text = textOf(packet, type);
    if (text !== undefined && /^auth_[0-9a-z]{1,40}$/.test(text)) return text;
  }
  return undefined;
}

/** What the call does: as the request says, else by its port's type, else as the client does. */
export function activityOf(packet: Packet, client: RadiusClient): string {
  const type = numberOf(packet, ATTRIBUTE.nasPortType);
  const byType = type === undefined ? undefined : client.activities.get(type);
  return avPairOf(packet, 'tollkeeper-activity') ?? byType ?? client.activity;
}

/** The number called, as switches write them; undefined where it is no number. */
export function destinationOf(packet: Packet): string | undefined {
  const called = textOf(packet, ATTRIBUTE.calledStationId)?.replaceAll(/[\s().-]/g, '');
  return called !== undefined && /^\+?\d{2,15}$/.test(called) ? called : undefined;
}

/** How long the call has lasted, in milliseconds. */
export function usedMsOf(packet: Packet): number {
  return (numberOf(packet, ATTRIBUTE.acctSessionTime) ?? 0) * 1_000;
}

export function actorOf({ name, company }: RadiusClient): Actor {
  return {
    kind: 'system',
    id: `radius:${name}`,
    name: `RADIUS client ${name}`,
    ...(company === undefined ? {} : { company }),
  };
}
