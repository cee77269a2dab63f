/** One call as the caller saw it. */
export interface CallSeen {
  readonly callId: string;
  /** The final answer to the INVITE. */
  readonly status: number;
  /** Headers of that answer, by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** From the answer to the BYE, whoever sent it; absent where nobody answered. */
  readonly talkedMs?: number;
  readonly endedBy?: 'caller' | 'proxy';
}

interface Message {
  readonly at: number;
  readonly sent: boolean;
  readonly firstLine: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** The calls in a file that SIPp's `-trace_msg` wrote, in the order in which they began. */
export function callsIn(trace: string): CallSeen[] {
  const messages = trace
    .split(/^-{20,} /m)
    .slice(1)
    .map(messageOf);
  const byCall = Map.groupBy(messages, ({ headers }) => headers.get('call-id') ?? '');
  return [...byCall].map(([callId, ofCall]) => callOf(callId, ofCall));
}

function messageOf(block: string): Message {
  const [head = '', , ...rest] = block.replaceAll('\r', '').split('\n');
  const [firstLine = '', ...headerLines] = rest.join('\n').trim().split('\n');
  const headers = headerLines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    at: Date.parse(`${head.trim().slice(0, 23).replace(' ', 'T')}Z`),
    sent: block.includes('message sent'),
    firstLine,
    headers: new Map(headers),
  };
}

function callOf(callId: string, messages: readonly Message[]): CallSeen {
  const answer = messages.find(
    ({ sent, firstLine, headers }) =>
      !sent && /^SIP\/2\.0 [2-6]/.test(firstLine) && headers.get('cseq') === '1 INVITE',
  );
  const bye = messages.find(({ firstLine }) => firstLine.startsWith('BYE '));
  const seen = {
    callId,
    status: Number(answer?.firstLine.split(' ')[1] ?? 0),
    headers: answer?.headers ?? new Map(),
  };
  if (answer === undefined || bye === undefined || seen.status !== 200) return seen;
  return { ...seen, talkedMs: bye.at - answer.at, endedBy: bye.sent ? 'caller' : 'proxy' };
}
