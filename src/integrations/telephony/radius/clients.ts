import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { ConfigurationError } from '../../../config.ts';

/** A switch, or a RADIUS server that hands on for several. */
export interface RadiusClient {
  readonly name: string;
  readonly secret: string;
  /** Whose employees and accounts it may ask for; absent: everybody's, by their ids alone. */
  readonly company?: string | undefined;
  /** What it asks for where a request does not say. */
  readonly activity: string;
  /** The same by NAS-Port-Type. */
  readonly activities: ReadonlyMap<number, string>;
  /** Asked for at a time. */
  readonly seconds: number;
  /** User-Name or Calling-Station-Id to employee or billing account. */
  readonly users: ReadonlyMap<string, string>;
  readonly requireMessageAuthenticator: boolean;
  /** It asks again when its time is over, instead of hanging up. */
  readonly reauthorizes: boolean;
  /** Whether it is told the balance, as announcements to callers need it. */
  readonly tellsBalance: boolean;
}

/** Who may send packets from where. */
export interface RadiusClients {
  from(address: string): RadiusClient | undefined;
}

/** Shorter ones are found by trying (RFC 2865, section 3). */
const SECRET_CHARACTERS_MIN = 16;
/** An hour: the longest call of a client that never asks again. */
const SECONDS_DEFAULT = 3_600;

const network = z.string().refine((text) => networkOf(text) !== undefined, {
  message: 'must be an address or a network such as 10.0.0.0/24',
});
const payer = z.string().regex(/^(emp|ba)_[0-9a-z]+$/, 'must be an employee or a billing account');

const clientsFile = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(100),
      address: network,
      secret: z.string().min(SECRET_CHARACTERS_MIN),
      company: z
        .string()
        .regex(/^co_[0-9a-z]+$/, 'must be a company')
        .optional(),
      activity: z.string().min(1).default('call.outbound'),
      activities: z.record(z.string().regex(/^\d{1,10}$/), z.string().min(1)).default({}),
      seconds: z.int().min(1).max(86_400).default(SECONDS_DEFAULT),
      users: z.record(z.string().min(1), payer).default({}),
      require_message_authenticator: z.boolean().default(true),
      reauthorizes: z.boolean().default(false),
      tells_balance: z.boolean().default(false),
    }),
  )
  .min(1);

/** Reads the file of clients. Throws ConfigurationError with a sentence per fault. */
export function readClients(file: string): RadiusClients {
  const read = clientsFile.safeParse(readJson(file));
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `/${path.join('/')} ${message}`);
    throw new ConfigurationError(`RADIUS clients in ${file}:\n${faults.join('\n')}`);
  }
  const clients = read.data.map((entry) => ({
    network: networkOf(entry.address) ?? new BlockList(),
    client: {
      name: entry.name,
      secret: entry.secret,
      company: entry.company,
      activity: entry.activity,
      activities: new Map(
        Object.entries(entry.activities).map(([type, code]) => [Number(type), code]),
      ),
      seconds: entry.seconds,
      users: new Map(Object.entries(entry.users)),
      requireMessageAuthenticator: entry.require_message_authenticator,
      reauthorizes: entry.reauthorizes,
      tellsBalance: entry.tells_balance,
    } satisfies RadiusClient,
  }));
  return {
    from(address) {
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      return clients.find((one) => one.network.check(address, family))?.client;
    },
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // A parser's message would quote the secrets around the fault.
    const isMissing = error instanceof Error && 'code' in error;
    const reason = isMissing ? `cannot be read: ${error.code}` : 'are not JSON';
    throw new ConfigurationError(`RADIUS clients in ${file} ${reason}.`);
  }
}

/** An address, or a network in CIDR notation. */
function networkOf(text: string): BlockList | undefined {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  const widest = version === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : Number(bits);
  const isWhole = bits === undefined || /^\d{1,3}$/.test(bits);
  if (version === 0 || rest.length > 0 || !isWhole || prefix > widest) return undefined;
  const list = new BlockList();
  list.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4');
  return list;
}
