import { z } from 'zod';

/** `address` or `Name <address>`. */
const MAIL_FROM = /^(?:[^<>@\r\n]{1,100}<([^\s<>@]+@[A-Za-z0-9.-]+)>|([^\s<>@]+@[A-Za-z0-9.-]+))$/;

/**
 * The environment, read once at start. A value that is not understood stops the start with a
 * sentence: a misspelt setting that is silently ignored costs more than a late start.
 */
const environment = z.object({
  DATABASE_URL: z.string().optional(),
  TOLLKEEPER_OPERATOR_KEY: z
    .string()
    .min(16, 'must have 16 characters or more')
    .regex(/^[\x21-\x7e]+$/, 'must be visible ASCII without spaces')
    .optional(),
  TOLLKEEPER_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** How browsers reach the console; https here keeps sessions to HTTPS. */
  TOLLKEEPER_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs session cookies and seals second factors. */
  TOLLKEEPER_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  TOLLKEEPER_SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(43_200).default(720),
  TOLLKEEPER_SESSION_HOURS: z.coerce.number().int().min(1).max(2_160).default(168),
  /** What admission answers while the database cannot be reached. */
  TOLLKEEPER_ADMISSION_WITHOUT_DATABASE: z.enum(['refuse', 'allow']).default('refuse'),
  /** Where mail is handed in; without it mails are kept and not sent. */
  TOLLKEEPER_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  TOLLKEEPER_MAIL_FROM: z
    .string()
    .regex(MAIL_FROM, 'must be an address, or a name and <address>')
    .optional(),
  TOLLKEEPER_OPERATOR_NAME: z.string().trim().min(1).max(100).default('Tollkeeper'),
  TOLLKEEPER_MAIL_COLOUR: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1c5d99')
    .default('#1c5d99'),
  TOLLKEEPER_NOTICE_DAYS: z.coerce.number().int().min(1).max(27).default(7),
  TOLLKEEPER_MAIL_FOOTER: z.string().max(500).default(''),
  /** Switches that speak RADIUS; without the file nothing listens for them. */
  TOLLKEEPER_RADIUS_CLIENTS_FILE: z.string().min(1).optional(),
  TOLLKEEPER_RADIUS_ADDRESS: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
  TOLLKEEPER_RADIUS_ACCESS_PORT: z.coerce.number().int().min(1).max(65_535).default(1812),
  TOLLKEEPER_RADIUS_ACCOUNTING_PORT: z.coerce.number().int().min(1).max(65_535).default(1813),
  TOLLKEEPER_STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_\w+$/, 'must be a secret or restricted key of Stripe: sk_… or rk_…')
    .optional(),
  TOLLKEEPER_STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/, 'must be the signing secret of a webhook endpoint at Stripe: whsec_…')
    .optional(),
  /** Another address than Stripe's own: a fake for tests. */
  TOLLKEEPER_STRIPE_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Pretended cards: on by default where no real provider is configured. */
  TOLLKEEPER_SANDBOX_PAYMENTS: z.enum(['on', 'off']).optional(),
  TOLLKEEPER_TERMS_VERSION: z
    .string()
    .regex(/^\S{1,40}$/)
    .default('2026-11-01'),
  TOLLKEEPER_TERMS_URL: z.string().max(500).default('/terms'),
});

export interface MailConfig {
  /** `smtp://` or `smtps://`, with user and password where they are needed. */
  readonly smtpUrl: string;
  /** An address, or `Name <address>`. */
  readonly from: string;
  /** The address's domain. */
  readonly domain: string;
}

export interface RadiusConfig {
  /** The file of clients and their secrets. */
  readonly clientsFile: string;
  readonly address: string;
  readonly accessPort: number;
  readonly accountingPort: number;
}

/** Stripe's keys, and where it is asked. */
export interface StripeConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Another address than Stripe's own. */
  readonly apiUrl: string | undefined;
}

export interface Config {
  /** A PostgreSQL server; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** An operator's key with every scope, made sure of at start. */
  readonly operatorKey: string | undefined;
  /** Without a slash at its end; undefined: the address that is listened on. */
  readonly publicUrl: string | undefined;
  /** Undefined: no payments by Stripe. */
  readonly stripe: StripeConfig | undefined;
  /** Whether anybody may pay with the sandbox's pretended cards. */
  readonly sandboxPayments: boolean;
  /** The mail server; undefined: mails are kept and not sent. */
  readonly mail: MailConfig | undefined;
  /** How mails look. */
  readonly mailTheme: {
    readonly operatorName: string;
    readonly colour: string;
    readonly footer: string;
  };
  /** Undefined: made at first use and kept in the database. */
  readonly secret: string | undefined;
  /** A session that is not used for so long has ended. */
  readonly sessionIdleMs: number;
  /** A session ends then, however much it is used. */
  readonly sessionMs: number;
  /** How many days before a renewal people are told of it. */
  readonly noticeDays: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether admission fails open (`allow`) or closed when the database is gone. */
  readonly admissionWithoutDatabase: 'refuse' | 'allow';
  /** Where RADIUS is listened for; undefined: nowhere. */
  readonly radius: RadiusConfig | undefined;
  /** The terms that an order accepts. */
  readonly terms: { readonly version: string; readonly url: string };
}

export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** Reads the settings from `variables`; throws ConfigurationError with one line per fault. */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new ConfigurationError(faults.join('\n'));
  }
  return {
    databaseUrl: read.data.DATABASE_URL,
    operatorKey: read.data.TOLLKEEPER_OPERATOR_KEY,
    publicUrl: read.data.TOLLKEEPER_PUBLIC_URL?.replace(/\/+$/, ''),
    stripe: stripeOf(read.data),
    sandboxPayments:
      read.data.TOLLKEEPER_SANDBOX_PAYMENTS === undefined
        ? read.data.TOLLKEEPER_STRIPE_SECRET_KEY === undefined
        : read.data.TOLLKEEPER_SANDBOX_PAYMENTS === 'on',
    mail: mailOf(read.data),
    mailTheme: {
      operatorName: read.data.TOLLKEEPER_OPERATOR_NAME,
      colour: read.data.TOLLKEEPER_MAIL_COLOUR,
      footer: read.data.TOLLKEEPER_MAIL_FOOTER.replaceAll('\\n', '\n'),
    },
    secret: read.data.TOLLKEEPER_SECRET,
    sessionIdleMs: read.data.TOLLKEEPER_SESSION_IDLE_MINUTES * 60_000,
    sessionMs: read.data.TOLLKEEPER_SESSION_HOURS * 3_600_000,
    noticeDays: read.data.TOLLKEEPER_NOTICE_DAYS,
    logLevel: read.data.TOLLKEEPER_LOG_LEVEL,
    admissionWithoutDatabase: read.data.TOLLKEEPER_ADMISSION_WITHOUT_DATABASE,
    radius: radiusOf(read.data),
    terms: {
      version: read.data.TOLLKEEPER_TERMS_VERSION,
      url: read.data.TOLLKEEPER_TERMS_URL,
    },
  };
}

function radiusOf(read: z.output<typeof environment>): RadiusConfig | undefined {
  const clientsFile = read.TOLLKEEPER_RADIUS_CLIENTS_FILE;
  if (clientsFile === undefined) return undefined;
  return {
    clientsFile,
    address: read.TOLLKEEPER_RADIUS_ADDRESS,
    accessPort: read.TOLLKEEPER_RADIUS_ACCESS_PORT,
    accountingPort: read.TOLLKEEPER_RADIUS_ACCOUNTING_PORT,
  };
}

function mailOf({
  TOLLKEEPER_SMTP_URL: smtpUrl,
  TOLLKEEPER_MAIL_FROM: from,
}: z.output<typeof environment>): MailConfig | undefined {
  if (smtpUrl === undefined) return undefined;
  const [, named, bare] = MAIL_FROM.exec(from ?? '') ?? [];
  const domain = (named ?? bare)?.split('@')[1];
  if (from === undefined || domain === undefined) {
    throw new ConfigurationError('TOLLKEEPER_SMTP_URL needs TOLLKEEPER_MAIL_FROM beside it');
  }
  return { smtpUrl, from, domain };
}

/** Both keys or neither: without webhooks a payment that a bank refuses late is heard of late. */
function stripeOf(read: z.infer<typeof environment>): StripeConfig | undefined {
  const secretKey = read.TOLLKEEPER_STRIPE_SECRET_KEY;
  const webhookSecret = read.TOLLKEEPER_STRIPE_WEBHOOK_SECRET;
  if (secretKey === undefined && webhookSecret === undefined) return undefined;
  if (secretKey === undefined || webhookSecret === undefined) {
    throw new ConfigurationError(
      'TOLLKEEPER_STRIPE_SECRET_KEY and TOLLKEEPER_STRIPE_WEBHOOK_SECRET are set together',
    );
  }
  return { secretKey, webhookSecret, apiUrl: read.TOLLKEEPER_STRIPE_API_URL };
}
