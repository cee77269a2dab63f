import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { Api } from '../endpoint.ts';

const settings = z
  .strictObject({
    /** Null: browsers reach it at the address on loopback. */
    public_url: z.string().nullable(),
    mail: z.strictObject({
      /** Host and port, without user and password; null: mails are kept and not sent. */
      server: z.string().nullable(),
      from: z.string().nullable(),
      operator_name: z.string(),
      colour: z.string(),
      footer: z.string(),
    }),
    /** Days before a renewal on which people are told of it. */
    notice_days: z.int(),
    payments: z.strictObject({
      stripe: z.boolean(),
      /** Pretended cards that anybody can pay with. */
      sandbox: z.boolean(),
    }),
    sessions: z.strictObject({ idle_minutes: z.number(), hours: z.number() }),
    admission_without_database: z.enum(['refuse', 'allow']),
    /** Whether switches may ask by RADIUS. */
    radius: z.boolean(),
  })
  .meta({ id: 'Settings' });

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What the product was started with, so that nobody has to look into its environment. */
export function registerSettings(api: Api, { config }: { config: Config }): void {
  api.define('GET', '/v1/settings', {
    summary: 'What the product was started with; never a secret',
    description: 'Environment variables decide these; they are read once, at start.',
    tag: 'Settings',
    access: { operatorOnly: true, scope: 'read' },
    answer: settings,
    handle: () => Promise.resolve(settingsText(config)),
  });
}

function settingsText(config: Config): z.input<typeof settings> {
  const { mail, mailTheme } = config;
  return {
    public_url: config.publicUrl ?? null,
    mail: {
      server: mail === undefined ? null : hostOf(mail.smtpUrl),
      from: mail?.from ?? null,
      operator_name: mailTheme.operatorName,
      colour: mailTheme.colour,
      footer: mailTheme.footer,
    },
    notice_days: config.noticeDays,
    payments: { stripe: config.stripe !== undefined, sandbox: config.sandboxPayments },
    sessions: {
      idle_minutes: config.sessionIdleMs / MINUTE_MS,
      hours: config.sessionMs / HOUR_MS,
    },
    admission_without_database: config.admissionWithoutDatabase,
    radius: config.radius !== undefined,
  };
}

/** Where the server is; who signs in there, and by what, stays in the environment. */
function hostOf(smtpUrl: string): string {
  const { host, hostname, port, protocol } = new URL(smtpUrl);
  if (port !== '') return host;
  return `${hostname}:${protocol === 'smtps:' ? 465 : 587}`;
}
