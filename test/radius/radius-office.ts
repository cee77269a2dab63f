import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Office } from '../sip/office.ts';
import { freeUdpPort } from '../sip/ports.ts';
import { type Attributes, type Reply, radclient } from './radclient.ts';

export const SECRET = 'a-secret-of-some-length';

/** An office whose switches ask by RADIUS. */
export class RadiusOffice {
  readonly office: Office;
  readonly accessPort: number;
  readonly accountingPort: number;

  private constructor(office: Office, accessPort: number, accountingPort: number) {
    this.office = office;
    this.accessPort = accessPort;
    this.accountingPort = accountingPort;
  }

  /** Says anew who the client is, and starts the product again, which reads it then. */
  async configure(client: object): Promise<void> {
    await this.office.killServer();
    writeClient(this.office.folder, client);
    await this.office.startServer();
  }

  /** @param client fields of the one client's entry, beside its address and secret */
  static async open(client: object = {}): Promise<RadiusOffice> {
    const [accessPort, accountingPort] = [await freeUdpPort(), await freeUdpPort()];
    const office = await Office.open({
      settings(folder) {
        const file = writeClient(folder, client);
        return {
          TOLLKEEPER_RADIUS_CLIENTS_FILE: file,
          TOLLKEEPER_RADIUS_ACCESS_PORT: `${accessPort}`,
          TOLLKEEPER_RADIUS_ACCOUNTING_PORT: `${accountingPort}`,
          TOLLKEEPER_LOG_LEVEL: 'silent',
        };
      },
    });
    return new RadiusOffice(office, accessPort, accountingPort);
  }

  access(attributes: Attributes): Promise<Reply> {
    const called = { 'Called-Station-Id': '+12125550123', 'NAS-Identifier': 'nas-1' };
    const target = { port: this.accessPort, secret: SECRET };
    return radclient(target, 'auth', { ...called, ...attributes });
  }

  accounting(status: string, attributes: Attributes): Promise<Reply> {
    const called = { 'Called-Station-Id': '+12125550123', 'NAS-Identifier': 'nas-1' };
    const target = { port: this.accountingPort, secret: SECRET };
    return radclient(target, 'acct', { 'Acct-Status-Type': status, ...called, ...attributes });
  }

  /** How many packets came to this outcome. */
  async counted(outcome: string): Promise<number> {
    const { body } = await this.office.operator.get('/metrics');
    const line = new RegExp(
      `^tollkeeper_radius_packets_total\\{outcome="${outcome}"\\} (\\d+)$`,
      'm',
    );
    return Number(line.exec(String(body))?.[1]);
  }
}

function writeClient(folder: string, client: object): string {
  const file = path.join(folder, 'radius-clients.json');
  const entry = { name: 'switch', address: '127.0.0.1', secret: SECRET, ...client };
  writeFileSync(file, JSON.stringify([entry]));
  return file;
}

/** An attribute's only value. */
export function only({ attributes }: Reply, name: string): string | undefined {
  const [value, ...more] = attributes.get(name) ?? [];
  if (more.length > 0) throw new Error(`${name} comes ${more.length + 1} times`);
  return value;
}
