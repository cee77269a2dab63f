import { connect, type Socket } from 'node:net';

/**
 * One connection that is kept alive, with one request under way at a time. It reads no more of an
 * answer than it must: what the generator of load costs is taken from the server beside it.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #head: string;
  #received: Buffer = Buffer.alloc(0);
  #answered: ((answer: { status: number; body: Buffer }) => void) | undefined;

  private constructor(socket: Socket, key: string) {
    this.#socket = socket;
    this.#head = [
      'host: bench',
      'content-type: application/json',
      `authorization: Bearer ${key}`,
    ].join('\r\n');
    socket.on('data', (chunk) => this.#read(chunk));
  }

  static async open(port: number, key: string): Promise<HttpConnection> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new HttpConnection(socket, key);
  }

  /** Sends a request and waits for its answer. Throws where it is not a success. */
  async post(path: string, body: string): Promise<Buffer> {
    const answer = new Promise<{ status: number; body: Buffer }>((resolve) => {
      this.#answered = resolve;
    });
    const head = `POST ${path} HTTP/1.1\r\n${this.#head}`;
    this.#socket.write(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const { status, body: text } = await answer;
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text.toString()}`);
    return text;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.subarray(end + 4, end + 4 + length);
    this.#received = this.#received.subarray(end + 4 + length);
    this.#answered?.({ status: Number(head.slice(9, 12)), body });
  }
}
