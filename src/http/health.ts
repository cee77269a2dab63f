import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, type Registry } from 'prom-client';
import type { Database } from '../database/transaction.ts';

/** From a millisecond (one batch of admission) to ten seconds (a payment provider). */
const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** `/healthz`: the process lives. `/readyz`: it can reach its database. `/metrics`: Prometheus. */
export function registerHealth(
  fastify: FastifyInstance,
  { database, registry }: { database: Database; registry: Registry },
): void {
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'tollkeeper_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
    done();
  });

  fastify.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  fastify.get('/readyz', { schema: { hide: true } }, async () => {
    await database.read(async () => undefined); // Opening the transaction asks the server.
    return { status: 'ready' };
  });
  fastify.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
