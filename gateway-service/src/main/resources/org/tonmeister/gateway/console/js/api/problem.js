import { sentence } from '../ui/words.js';

const UNAUTHORIZED = 401;

/** What the server refused, in words for a person (RFC 9457: the problem's detail). */
export class Problem extends Error {
  constructor(status, detail, retryAfterSeconds = null) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The problem in a response's text. */
export function problemOf(status, text, retryAfter) {
  if (status === UNAUTHORIZED) {
    return new Problem(status, 'This server asks for an API token that it knows. The button “Token” at the top takes one.');
  }
  let detail = null;
  try {
    const body = JSON.parse(text);
    detail = body.detail ?? body.title;
  } catch {
    // Not a problem document: a proxy between answered, for example.
  }
  const seconds = Number(retryAfter);
  return new Problem(status, detail ?? `The server answered ${status} without a reason.`,
    retryAfter && Number.isFinite(seconds) ? seconds : null);
}

/** Any fault in words for a person. */
export function reasonOf(fault) {
  return sentence(fault.message);
}
