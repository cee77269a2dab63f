import { QueryClient, useQuery } from '@tanstack/react-query';
import { createClient, ProblemError, type Schemas } from '@tollkeeper/sdk';
import { language } from '../words/language.ts';
import { askToSignInAgain } from './sign-in-again.ts';

/** The product that served this page; the session is a cookie, so there is no key here. */
export const client = createClient({ baseUrl: '', fetch: fetchSignedIn });

/** Sends a request once more where the session had ended and somebody has signed in again. */
async function fetchSignedIn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = await fetch(input, spokenIn(init));
  const isSignIn = String(input).startsWith('/v1/session');
  const wasSignedIn = queryClient.getQueryData(['me']) !== undefined;
  if (answer.status !== 401 || isSignIn || !wasSignedIn) return answer;
  return (await askToSignInAgain()) ? await fetch(input, spokenIn(init)) : answer;
}

/** What the server says is said in the page's language, whatever the browser's is. */
function spokenIn(init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('accept-language', language);
  return { ...init, headers };
}

const TRIES_MAX = 2;
/** Figures are live, but a page that is looked at twice within a moment need not ask twice. */
const FRESH_MS = 2_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // What was refused stays refused; what did not get through is worth another try.
      retry: (failures, error) =>
        failures < TRIES_MAX && !(error instanceof ProblemError && error.status < 500),
    },
  },
});

export type Me = Schemas['Me'];

/** Who is signed in; undefined while it is not known. */
export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: () => client.get('/v1/me', {}) });
}

/** Everything that a change may have changed is asked again. */
export async function refresh(): Promise<void> {
  await queryClient.invalidateQueries();
}
