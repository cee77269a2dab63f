import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';

/** A file instead of JSON. Text that comes in pieces is sent as it is read, however long it is. */
export interface AnswerFile {
  /** With its charset where it is text. */
  readonly contentType: string;
  /** Under which it is saved; absent for a page that is shown. */
  readonly fileName?: string;
  /** What the page may do, where it is one. */
  readonly securityPolicy?: string;
  readonly content: string | Uint8Array | AsyncIterable<string>;
}

/** Sends a file; returns when its last piece has been read. */
export async function sendFile(reply: FastifyReply, file: AnswerFile): Promise<void> {
  const { contentType, fileName, securityPolicy, content } = file;
  reply.header('content-type', contentType).header('cache-control', 'private, no-store');
  if (securityPolicy !== undefined) reply.header('content-security-policy', securityPolicy);
  reply.header('x-content-type-options', 'nosniff');
  if (fileName !== undefined) {
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
  }
  if (typeof content === 'string' || content instanceof Uint8Array) {
    reply.send(content);
    return;
  }
  const pieces = Readable.from(content);
  reply.send(pieces);
  // The transaction stays open until the last piece is read, or whoever asked hangs up. A fault
  // on the way cuts the answer off, which the server does and logs by itself.
  await finished(pieces).catch(() => undefined);
}
