/** A client gives up within 30 seconds (RFC 5080, 2.2.1 repeats with pauses of up to 16). */
const KEPT_MS = 30_000;

/** More than two minutes of 1,000 requests a second would fill; then the oldest are forgotten. */
const REPLIES_MAX = 50_000;

interface Request {
  readonly authenticator: Buffer;
  readonly at: number;
  reply?: Buffer;
}

/**
 * Requests of the last seconds. A client that heard nothing sends the same packet again: it is
 * answered with the same octets, and never decided twice.
 */
export class RecentReplies {
  readonly #requests = new Map<string, Request>();

  /**
   * `fresh`: to be decided, and from now on under way. `pending`: its first copy is being decided
   * and will be answered. Octets: the answer that was sent before.
   *
   * @param key who asks, from which port, with which code and identifier
   */
  begin(key: string, authenticator: Buffer, nowMs: number): 'fresh' | 'pending' | Buffer {
    const known = this.#requests.get(key);
    // An identifier is used again for another request: only the authenticator tells.
    if (known?.authenticator.equals(authenticator) && known.at + KEPT_MS > nowMs) {
      return known.reply ?? 'pending';
    }
    this.#requests.delete(key);
    this.#forgetOld(nowMs);
    this.#requests.set(key, { authenticator: Buffer.from(authenticator), at: nowMs });
    return 'fresh';
  }

  /** The answer to repeat; undefined where there is none, so that the next copy is decided. */
  end(key: string, authenticator: Buffer, reply: Buffer | undefined): void {
    const known = this.#requests.get(key);
    if (!known?.authenticator.equals(authenticator)) return;
    if (reply === undefined) this.#requests.delete(key);
    else known.reply = reply;
  }

  #forgetOld(nowMs: number): void {
    for (const [key, { at }] of this.#requests) {
      if (at + KEPT_MS > nowMs && this.#requests.size < REPLIES_MAX) return;
      this.#requests.delete(key);
    }
  }
}
