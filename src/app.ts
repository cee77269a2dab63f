import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import type { Config, MailConfig } from './config.ts';
import type { OpenDatabase } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { Presence } from './database/presence.ts';
import type { Database } from './database/transaction.ts';
import { unconnectedDatabase } from './database/unconnected.ts';
import { registerPasskeys } from './http/auth/passkey-routes.ts';
import type { RoomDeps } from './http/auth/room.ts';
import { createSessionPrincipal } from './http/auth/session-principal.ts';
import { registerSession } from './http/auth/session-routes.ts';
import { createSignIn, type SignIn } from './http/auth/sign-in.ts';
import type { FindTexts } from './http/auth/sso-connections.ts';
import { registerSingleSignOn } from './http/auth/sso-routes.ts';
import { findTextRecords } from './http/auth/text-records.ts';
import { createAuthenticate } from './http/authentication.ts';
import { Api } from './http/endpoint.ts';
import { createEventStreams } from './http/event-stream.ts';
import { Idempotency } from './http/idempotency.ts';
import { registerAccess } from './http/routes/access.ts';
import { registerAccounting } from './http/routes/accounting.ts';
import { registerAnswers } from './http/routes/answers.ts';
import { registerApiKeys } from './http/routes/api-keys.ts';
import { registerAssignments } from './http/routes/assignments.ts';
import { registerAudit } from './http/routes/audit.ts';
import { registerAuthorizations } from './http/routes/authorizations.ts';
import { registerAuthorizationsBatch } from './http/routes/authorizations-batch.ts';
import { registerAuthorizationsRead } from './http/routes/authorizations-read.ts';
import { registerBillingAccountDetails } from './http/routes/billing-account-details.ts';
import { registerBillingAccounts } from './http/routes/billing-accounts.ts';
import { registerBillingInformation } from './http/routes/billing-information.ts';
import { registerCatalog } from './http/routes/catalog.ts';
import { registerCatalogDrafts } from './http/routes/catalog-drafts.ts';
import { registerClosing } from './http/routes/closing.ts';
import { registerCompanies } from './http/routes/companies.ts';
import { registerContracts } from './http/routes/contracts.ts';
import { registerCreditNotes } from './http/routes/credit-notes.ts';
import { registerDocuments } from './http/routes/documents.ts';
import { registerDunning } from './http/routes/dunning.ts';
import { type EmployeeSignInDeps, registerEmployeeSignIn } from './http/routes/employee-sign-in.ts';
import { registerEmployees } from './http/routes/employees.ts';
import { registerEventStream } from './http/routes/event-stream.ts';
import { registerEvents } from './http/routes/events.ts';
import { registerFundingSourceSetups } from './http/routes/funding-source-setups.ts';
import { registerFundingSources } from './http/routes/funding-sources.ts';
import { registerGroupRules } from './http/routes/group-rules.ts';
import { registerHiding } from './http/routes/hiding.ts';
import { registerInvoices } from './http/routes/invoices.ts';
import { registerJobs } from './http/routes/jobs.ts';
import { registerLicenses } from './http/routes/licenses.ts';
import { registerMails } from './http/routes/mails.ts';
import { type MeDeps, registerMe } from './http/routes/me.ts';
import { registerMinutes } from './http/routes/minutes.ts';
import { registerMinutesEntries } from './http/routes/minutes-entries.ts';
import { registerNotices } from './http/routes/notices.ts';
import { registerNumberedDocuments } from './http/routes/numbered-documents.ts';
import { registerOrders } from './http/routes/orders.ts';
import { registerParties } from './http/routes/parties.ts';
import { registerPermissionGroups } from './http/routes/permission-groups.ts';
import { registerPorts } from './http/routes/ports.ts';
import { registerQuotes } from './http/routes/quotes.ts';
import { registerRateLookup } from './http/routes/rate-lookup.ts';
import { registerReceipts } from './http/routes/receipts.ts';
import { registerRenewalRuns } from './http/routes/renewal-runs.ts';
import { registerReports } from './http/routes/reports.ts';
import { registerRequests } from './http/routes/requests.ts';
import { registerSecurity } from './http/routes/security.ts';
import { registerSettings } from './http/routes/settings.ts';
import { registerSimulations, simulateText } from './http/routes/simulations.ts';
import { registerStaff } from './http/routes/staff.ts';
import { registerStorage } from './http/routes/storage.ts';
import { registerStripeWebhooks } from './http/routes/stripe-webhooks.ts';
import { registerTaxes } from './http/routes/taxes.ts';
import { registerTerms } from './http/routes/terms.ts';
import { registerTestClocks } from './http/routes/test-clocks.ts';
import { registerUsageEvents } from './http/routes/usage-events.ts';
import { registerWebhookEndpoints } from './http/routes/webhook-endpoints.ts';
import { createServer } from './http/server.ts';
import { serveConsole } from './http/static-console.ts';
import { createStillAllowed, type StillAllowedDeps } from './http/still-allowed.ts';
import { createSmtpMailer } from './integrations/mail/smtp-mailer.ts';
import { createHttpWebhookSender } from './integrations/webhooks/http-webhook-sender.ts';
import { createDueWork, type DueWork } from './jobs/due-work.ts';
import { createHousekeeping } from './jobs/housekeeping.ts';
import { createJobFailures } from './jobs/job-failures.ts';
import type { JobLog } from './jobs/loop.ts';
import { createMailLoop, type MailDeliveryDeps } from './jobs/mail-delivery.ts';
import { createRenewalLoop, createRenewalRun, type RenewalRun } from './jobs/renewal-run.ts';
import { createScheduler } from './jobs/scheduler.ts';
import type { SendingLoop } from './jobs/sending-loop.ts';
import { createTestClockNotices } from './jobs/test-clock-notices.ts';
import { createWebhookLoop } from './jobs/webhook-delivery.ts';
import { SYSTEM } from './kernel/actor.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import type { Companies } from './modules/companies/index.ts';
import type { Documents } from './modules/invoicing/index.ts';
import { createApproving, type Outbox, sampleNotice } from './modules/notices/index.ts';
import { createPlacing, createTerms, type TermsOfOrders } from './modules/orders/index.ts';
import type { PaymentProvider } from './modules/payments/index.ts';
import { createPaymentProviders } from './payment-providers.ts';
import { createRadius } from './radius.ts';
import { createServices, type Services } from './services.ts';

export interface AppOptions {
  readonly open: OpenDatabase;
  readonly config: Config;
  readonly log: FastifyBaseLogger | false;
  readonly clock?: Clock;
  /** Instead of the shipped ones: tests put a provider of their own here. */
  readonly paymentProviders?: readonly PaymentProvider[];
  /** Instead of asking the domain name system: tests prove a domain here. */
  readonly findTexts?: FindTexts;
  /** Compares every answer with its schema: on in tests. */
  readonly checkAnswers?: boolean;
}

/** The whole product over one database: the only place that knows every part. */
export interface App {
  readonly services: Services;
  readonly fastify: FastifyInstance;
  readonly dueWork: DueWork;
  /** Sessions of people; makes the links that sign in the first of them. */
  readonly signIn: SignIn;
  /** Removes what nothing depends on any more, as happens once an hour. */
  tidy(): Promise<void>;
  /** Starts to listen on loopback; 0 takes any free port. The address it listens on. */
  listen(port: number): Promise<string>;
  /** Finishes what was accepted, then stops. The database is closed by whoever opened it. */
  close(): Promise<void>;
}

export const VERSION = '0.1.0';

/** Migrates the database and puts the parts together. */
export async function createApp(options: AppOptions): Promise<App> {
  const { open, config } = options;
  await migrate(open.pool);
  const app = await assemble(options);
  const { operatorKey } = config;
  if (operatorKey !== undefined) {
    const { apiKeys } = app.services;
    await open.database.transaction((tx) => apiKeys.ensureOperatorKey(tx, operatorKey));
  }
  return app;
}

/** What the API would answer if `supposed`, a request's body, were asked for the account. */
export async function simulateBill(
  { database }: OpenDatabase,
  services: Services,
  request: { account: string; supposed: unknown },
): Promise<BillSimulation> {
  return await database.read((tx) => simulateText(tx, services, { ...request, actor: SYSTEM }));
}

export type BillSimulation = Awaited<ReturnType<typeof simulateText>>;

/** What the commands run without a server: the renewals of the real clock. */
export function createRenewalWork(open: OpenDatabase, services: Services, log: JobLog): RenewalRun {
  const { database } = open;
  const work = { ...services, database, sources: services.dueSources, log };
  return createRenewalRun({ ...work, dueWork: createDueWork(work) });
}

/** The OpenAPI document, from the routes alone: nothing listens, and no database is asked. */
export async function describeApi(config: Config): Promise<object> {
  const { fastify } = await assemble({ open: unconnectedDatabase(), config, log: false });
  await fastify.ready();
  return fastify.swagger();
}

async function assemble(options: AppOptions): Promise<App> {
  const { open, config, log, clock = systemClock } = options;
  const consoleUrl = () => config.publicUrl ?? addressOf(fastify);
  const { database } = open;
  const payments = createPaymentProviders({ database, config, clock, consoleUrl });
  const paymentProviders = options.paymentProviders ?? payments.list;
  const noticing = {
    hasMailServer: config.mail !== undefined,
    theme: config.mailTheme,
    consoleUrl,
    daysBeforeRenewal: config.noticeDays,
  };
  const services = createServices(open, clock, { paymentProviders, noticing });
  const registry = new Registry();
  const { publicUrl } = config;
  const fastify = await createServer({ database, log, version: VERSION, publicUrl, registry });
  const presence = new Presence(open.target);
  const idempotency = new Idempotency(open.database, clock, presence);
  const signIn = createPeople({ ...services, ...options, clock, log: fastify.log });
  const stripeWebhooks = payments.webhooks(services.providerNews);
  const housekeeping = createHousekeeping(
    [
      async () => await stripeWebhooks?.forgetOld(),
      () => idempotency.forgetOld(),
      () => signIn.forgetEnded(),
      () => open.database.transaction((tx) => services.outbox.forgetOld(tx)),
    ],
    fastify.log,
  );
  const authenticate = createAuthenticate({
    database,
    apiKeys: services.apiKeys,
    clock,
    sessionPrincipal: createSessionPrincipal(signIn),
    withoutDatabase: config.admissionWithoutDatabase,
  });
  const checkAnswers = options.checkAnswers ?? false;
  const api = new Api({ fastify, database, idempotency, authenticate, checkAnswers });
  const due = { database: open.database, clock, sources: services.dueSources };
  const dueWork = createDueWork({ ...services, ...due });
  const work = { ...services, ...due, dueWork, log: fastify.log };
  const scheduler = createScheduler(work);
  const renewalLoop = createRenewalLoop(createRenewalRun(work), fastify.log);
  const sender = createHttpWebhookSender();
  const webhookLoop = createWebhookLoop({ ...services, database, sender, log: fastify.log });
  const mail = createMail(config.mail, { ...services, open, log: fastify.log });
  const testClockNotices = createTestClockNotices({ ...services, database, log: fastify.log });
  const radius = createRadius(config, { ...services, database, registry, log: fastify.log });
  const address = () => addressOf(fastify);
  const define = await registerSession(fastify, { signIn, database: open.database, address });
  registerPasskeys(api, define, signIn);
  registerSingleSignOn(api, define, { ...services, signIn, address });
  const terms = createTerms({ ...services, shipped: config.terms });
  registerPeople(api, { ...services, signIn, terms, address });
  registerRoutes(api, services, { dueWork, config, database });
  registerStreams(api, { ...services, database, authenticate, signIn });
  registerBilling(api, services, { dueWork, terms, open });
  registerFundingSourceSetups(api, { ...services, database, consoleUrl });
  if (stripeWebhooks !== undefined) await registerStripeWebhooks(fastify, stripeWebhooks);
  await serveConsole(fastify);
  return {
    services,
    fastify,
    dueWork,
    signIn,
    tidy: housekeeping.tidy,
    async listen(port) {
      scheduler.start();
      renewalLoop.start();
      webhookLoop.start();
      mail?.start();
      testClockNotices.start();
      housekeeping.start();
      await radius?.listen();
      await fastify.listen({ host: '127.0.0.1', port });
      return addressOf(fastify);
    },
    async close() {
      await Promise.all([fastify.close(), radius?.close()]);
      await services.admission.drained();
      await scheduler.stop();
      await renewalLoop.stop();
      await webhookLoop.stop();
      await mail?.stop();
      await testClockNotices.stop();
      await housekeeping.stop();
      await signIn.close();
      await presence.close();
    },
  };
}

/** How people sign in, with what is mailed to them. */
function createPeople({
  config,
  outbox,
  log,
  findTexts = findTextRecords,
  ...deps
}: Pick<RoomDeps, 'open' | 'clock' | 'events' | 'employees'> & {
  config: Config;
  outbox: Outbox;
  log: FastifyBaseLogger;
  findTexts?: FindTexts;
}): SignIn {
  return createSignIn({
    ...deps,
    settings: config,
    mail: { outbox, theme: config.mailTheme, isSet: config.mail !== undefined },
    findTexts,
    report: (error) => log.error({ err: error }, 'signing in failed on our side or a provider’s'),
  });
}

/** Streams end before the server waits for what it has accepted. */
function registerStreams(api: Api, deps: StillAllowedDeps & { companies: Companies }): void {
  const { fastify } = api;
  const streams = createEventStreams(deps.database, fastify.log);
  registerEventStream(api, { ...deps, streams, isStillAllowed: createStillAllowed(deps) });
  fastify.addHook('preClose', () => streams.close());
}

interface MailParts {
  readonly open: OpenDatabase;
  readonly outbox: Outbox;
  readonly documents: Documents;
  readonly log: FastifyBaseLogger;
}

/** What hands mails to the server; undefined where none is set. */
function createMail(
  config: MailConfig | undefined,
  { open, outbox, documents, log }: MailParts,
): SendingLoop | undefined {
  if (config === undefined) return undefined;
  const mailer = createSmtpMailer(config.smtpUrl, config.from);
  const { database } = open;
  const draw: MailDeliveryDeps['draw'] = async (tx, { id }) => {
    const document = await documents.get(tx, SYSTEM, id);
    const { fileName: filename, content } = await documents.documentPdf(tx, document);
    return { filename, contentType: 'application/pdf', content };
  };
  const { domain } = config;
  const loop = createMailLoop({ database, outbox, mailer, domain, draw, log });
  return {
    start: loop.start,
    async stop() {
      await loop.stop();
      mailer.close();
    },
  };
}

/** Where it listens; before that, where it listens unless told otherwise. */
function addressOf(fastify: FastifyInstance): string {
  const at = fastify.server.address() as AddressInfo | null;
  return `http://${at?.address ?? '127.0.0.1'}:${at?.port ?? 8787}`;
}

function registerRoutes(
  api: Api,
  services: Services,
  { dueWork, config, database }: { dueWork: DueWork; config: Config; database: Database },
): void {
  const withoutDatabase = config.admissionWithoutDatabase;
  registerCatalog(api, services);
  registerCatalogDrafts(api, services);
  registerCompanies(api, services);
  registerEmployees(api, services);
  registerPermissionGroups(api, services);
  registerApiKeys(api, services);
  registerAudit(api, services);
  registerBillingAccounts(api, services);
  registerBillingAccountDetails(api, services);
  registerBillingInformation(api, services);
  registerTestClocks(api, { ...services, advanceClock: dueWork.advance });
  registerLicenses(api, services);
  registerAssignments(api, services);
  registerGroupRules(api, services);
  registerHiding(api, services);
  registerContracts(api, services);
  registerMinutes(api, services);
  registerMinutesEntries(api, services);
  registerRateLookup(api, services);
  registerPorts(api, services);
  registerAuthorizations(api, { ...services, database, withoutDatabase });
  registerAuthorizationsBatch(api, services);
  registerAuthorizationsRead(api, services);
  registerAccess(api, services);
  registerUsageEvents(api, services);
  registerStorage(api, services);
  registerAnswers(api, services);
  registerEvents(api, services);
  registerWebhookEndpoints(api, services);
  registerNotices(api, {
    ...services,
    sample: (tx, account, kind) => sampleNotice(tx, services, account, kind),
  });
  registerJobs(api, { jobFailures: createJobFailures(services) });
  registerMails(api, { ...services, theme: config.mailTheme });
  registerSettings(api, { config });
}

/** Who asks, how they sign in, and whom the operator has. */
function registerPeople(api: Api, deps: MeDeps & EmployeeSignInDeps): void {
  registerMe(api, deps);
  registerSecurity(api, deps);
  registerEmployeeSignIn(api, deps);
  registerStaff(api, deps);
}

/** What is bought and owed; buying first does what is due on the account. */
function registerBilling(
  api: Api,
  services: Services,
  { dueWork, terms, open }: { dueWork: DueWork; terms: TermsOfOrders; open: OpenDatabase },
): void {
  const { bringUpToDate } = dueWork;
  const { database } = open;
  const placing = createPlacing({ ...services, database, terms, bringUpToDate });
  registerFundingSources(api, { ...services, database });
  registerQuotes(api, { ...services, terms });
  registerTerms(api, { terms });
  registerOrders(api, { ...services, placing });
  registerParties(api, services);
  registerTaxes(api, services);
  registerCreditNotes(api, services);
  registerDocuments(api, services);
  registerAccounting(api, services);
  registerNumberedDocuments(api, services);
  registerReceipts(api, services);
  registerInvoices(api, services);
  registerRenewalRuns(api, services);
  registerReports(api, services);
  registerSimulations(api, services);
  registerDunning(api, services);
  registerClosing(api, { ...services, bringUpToDate });
  const approving = createApproving({ ...services, database, placing });
  registerRequests(api, { ...services, approving });
}
