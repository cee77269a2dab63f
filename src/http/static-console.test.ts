import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerErrors } from './errors.ts';
import { serveConsole } from './static-console.ts';

const PAGE = '<!doctype html><title>Console</title>';

let home: string;
let fastify: FastifyInstance;

async function serverOf(directory: string): Promise<FastifyInstance> {
  const server = Fastify();
  answerErrors(server, () => []);
  await serveConsole(server, directory);
  return server;
}

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'console-'));
  const built = path.join(home, 'dist');
  mkdirSync(path.join(built, 'assets'), { recursive: true });
  writeFileSync(path.join(built, 'index.html'), PAGE);
  writeFileSync(path.join(built, '.built-from'), 'a hash');
  writeFileSync(path.join(built, 'assets', 'index-AbC123.js'), 'plain');
  writeFileSync(path.join(built, 'assets', 'index-AbC123.js.br'), 'compressed');
  writeFileSync(path.join(home, 'secret.txt'), 'secret');
  fastify = await serverOf(built);
});
afterAll(async () => {
  await fastify.close();
  rmSync(home, { recursive: true });
});

describe('the console as files', () => {
  test('every address that is no endpoint opens the page, so deep links work', async () => {
    for (const url of ['/', '/employees', '/billing-accounts/ba_1/cart?dialer=%2B1']) {
      const answer = await fastify.inject({ url });
      expect(answer).toMatchObject({ statusCode: 200, body: PAGE });
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  test('an endpoint or a script that does not exist is a problem and never the page', async () => {
    for (const url of ['/v1/nothing', '/assets/index-Gone.js', '/openapi.json/x']) {
      const answer = await fastify.inject({ url });
      expect(answer.statusCode, url).toBe(404);
      expect(answer.json().code).toBe('not_found');
    }
  });

  test('scripts are kept for ever, and compressed where the browser takes that', async () => {
    const url = '/assets/index-AbC123.js';
    const plain = await fastify.inject({ url });
    expect(plain).toMatchObject({ statusCode: 200, body: 'plain' });
    expect(plain.headers['cache-control']).toContain('immutable');
    const small = await fastify.inject({ url, headers: { 'accept-encoding': 'br' } });
    expect(small.body).toBe('compressed');
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.headers['content-type']).toContain('javascript');
  });

  test('no script of another origin or of the page itself may run, and no frame hold it', async () => {
    const { headers } = await fastify.inject({ url: '/' });
    const policy = headers['content-security-policy'];
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('nothing outside of it, and none of its hidden files, can be read', async () => {
    const tries = ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt'];
    for (const url of [...tries, '/.built-from']) {
      const answer = await fastify.inject({ url });
      expect(answer.body, url).not.toMatch(/secret|a hash/);
    }
  });

  test('where it is not built, that is what is said', async () => {
    const server = await serverOf(path.join(home, 'nothing'));
    const answer = await server.inject({ url: '/' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().detail).toContain('has not been built');
    await server.close();
  });
});
