import path from 'node:path';
import type { CallSeen } from './call-seen.ts';
import { Office } from './office.ts';
import { freeUdpPort } from './ports.ts';
import { Running } from './process.ts';
import {
  type Calling,
  type Carrier,
  type Dial,
  type Pace,
  startCallee,
  startCalling,
} from './sipp.ts';

const proxyFile = path.resolve(
  import.meta.dirname,
  '../../src/integrations/telephony/kamailio/kamailio.cfg',
);

export interface SwitchboardOptions {
  /** Definitions of the proxy's configuration, such as `QUOTA_SECONDS`. */
  readonly proxy?: Readonly<Record<string, string | number>>;
  /** Absent: answers every call. */
  readonly carrier?: Carrier;
  /** Settings of the product. */
  readonly settings?: () => NodeJS.ProcessEnv;
  /** The account lives on a test clock, which stands still. */
  readonly testClock?: boolean;
}

/** An office whose calls go through Kamailio to a carrier, all on loopback. */
export class Switchboard {
  readonly office: Office;
  #port = 0;
  #proxy!: Running;
  #callee!: Running;
  readonly #carrier: Carrier;
  readonly #definitions: Readonly<Record<string, string | number>>;

  private constructor(office: Office, { proxy = {}, carrier }: SwitchboardOptions) {
    this.office = office;
    this.#definitions = proxy;
    this.#carrier = carrier ?? { kind: 'callee' };
  }

  static async open(options: SwitchboardOptions = {}): Promise<Switchboard> {
    const board = new Switchboard(await Office.open(options), options);
    await board.startProxy();
    return board;
  }

  async close(): Promise<void> {
    await this.killProxy();
    await this.office.close();
  }

  async startProxy(): Promise<void> {
    this.#port = await freeUdpPort();
    const calleePort = await freeUdpPort();
    this.#callee = startCallee(calleePort, this.office.folder, this.#carrier);
    const definitions = {
      LISTEN_ADDRESS: `udp:127.0.0.1:${this.#port}`,
      CARRIER_URI: `"sip:127.0.0.1:${calleePort}"`,
      CONTROL_SOCKET: `"unix:${path.join(this.office.folder, 'control')}"`,
      ...this.#definitions,
    };
    this.#proxy = new Running(
      '/usr/sbin/kamailio',
      [
        ...['-f', proxyFile, '-DD', '-E', '-m', '64', '-M', '8', '-Y', this.office.folder],
        ...Object.entries(definitions).flatMap(([name, value]) => ['-A', `${name}=${value}`]),
      ],
      { TOLLKEEPER_URL: this.office.address, TOLLKEEPER_API_KEY: this.office.key },
    );
    await this.#proxy.says(/Listening on/);
  }

  /** The carrier loses its calls as well. */
  async killProxy(): Promise<void> {
    await this.#proxy.stop('SIGKILL');
    await this.#callee.stop('SIGKILL');
  }

  startCalling(dials: readonly Dial[], pace: Pace): Promise<Calling> {
    return startCalling(this.#port, dials, pace);
  }

  /** Makes the calls, and waits until all are over. */
  async call(dials: readonly Dial[], pace: Pace): Promise<CallSeen[]> {
    return await (await this.startCalling(dials, pace)).over;
  }
}
