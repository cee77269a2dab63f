/** Something that can be done about a problem; `link` is relative to the console. */
export interface ProblemRemedy {
  readonly action: string;
  readonly label: string;
  readonly due_now?: { readonly amount: string; readonly currency: string };
  readonly recurring?: { readonly amount: string; readonly currency: string };
  readonly link: string;
}

/** An RFC 9457 problem as Tollkeeper sends it. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  /** Stable, for programs: `below_contract_floor`. */
  readonly code: string;
  /** One sentence for a person. */
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly remedies?: readonly ProblemRemedy[];
  readonly request_id?: string;
}

/** Thrown for every answer that is not a success; `message` is the sentence for a person. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly remedies: readonly ProblemRemedy[];
  readonly requestId: string | undefined;
  /** Seconds after which it is worth trying again, where the server said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.errors = problem.errors ?? [];
    this.details = problem.details ?? {};
    this.remedies = problem.remedies ?? [];
    this.requestId = problem.request_id;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The problem in a response; a proxy's error page becomes one as well. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const after = Number.isFinite(retryAfter) ? retryAfter : undefined;
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as Partial<Problem>;
    if (typeof problem.code === 'string' && typeof problem.detail === 'string') {
      return new ProblemError(
        { ...(problem as Problem), title: problem.title ?? problem.code },
        after,
      );
    }
  } catch {
    // Not JSON: falls through to a problem of our own making.
  }
  const detail = `The server answered ${response.status} without saying why.`;
  const problem = { title: 'No answer', status: response.status, code: 'no_problem', detail };
  return new ProblemError(problem, after);
}
