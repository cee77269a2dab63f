import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brokerVariable, type TestServerAddress } from './test-database.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/**
 * Runs in the process that leads a test run, before its workers: answers them where the test
 * server is, and starts it when the first of them asks.
 */
export default async function setup(): Promise<() => Promise<void>> {
  let starting: Promise<TestServer> | undefined;
  const broker = createServer((_request, response) => {
    starting ??= startTestServer();
    starting.then(
      ({ target, template }) => {
        const address: TestServerAddress = { target, template };
        response.end(JSON.stringify(address));
      },
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
      },
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  const { port } = broker.address() as AddressInfo;
  process.env[brokerVariable] = `http://127.0.0.1:${port}/`;
  return async () => {
    broker.closeAllConnections();
    broker.close();
    // One that never started has nothing to stop; its error was the workers' to report.
    const server = await starting?.catch(() => undefined);
    await server?.stop();
  };
}
