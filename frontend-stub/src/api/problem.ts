import { ProblemError, type Problem } from '@upline/client';

export { ProblemError };

const PREFIX = 'urn:upline:problem:';

/** Whether the API said what was wrong, and that it was of this type. */
export function isProblem(error: unknown, type?: string): error is ProblemError {
  return error instanceof ProblemError && (type === undefined || error.problem.type === PREFIX + type);
}

/** For how many seconds the API asks to be left alone, if it does. */
export function retryAfter(error: unknown): number | undefined {
  const seconds = isProblem(error) ? Number(error.response.headers.get('Retry-After')) : 0;
  return seconds > 0 ? seconds : undefined;
}

/** Whether the same request may well succeed a little later. */
export function mayPass(error: unknown): boolean {
  return !isProblem(error) || error.status === 429 || error.status >= 502;
}

export async function problemOf(response: Response): Promise<ProblemError | undefined> {
  return response.headers.get('content-type')?.startsWith('application/problem+json')
    ? new ProblemError((await response.clone().json()) as Problem, response)
    : undefined;
}
