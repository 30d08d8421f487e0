import { Problem, problemOf } from '../api/problem.js';
import { withQuery } from '../api/http.js';
import { askForToken, authorization, token } from '../api/token.js';

const TOO_MANY = 429;
const UNAVAILABLE = 503;
const TRIES = 20;
const DEFAULT_WAIT_S = 3;

/**
 * Sends one file. By XMLHttpRequest, because fetch does not tell how much has gone out. Refusals for too much work are
 * tried again when the server says; the key makes sure that a file sent twice is one track.
 *
 * @param options of the mix, as query parameters
 * @param onProgress gets the share of bytes sent
 * @param onWait gets the seconds until the next try
 * @return the answer {trackId, uploadId, links}
 */
export async function send(file, options, { key, onProgress, onWait, signal }) {
  for (let attempt = 1; ; attempt += 1) {
    const sent = token();
    try {
      return await once(file, options, { key, onProgress, signal });
    } catch (fault) {
      if (fault instanceof Problem && fault.status === 401 && await askForToken(sent)) continue;
      const busy = fault instanceof Problem && (fault.status === TOO_MANY || fault.status === UNAVAILABLE);
      if (!busy || attempt === TRIES) throw fault;
      const seconds = fault.retryAfterSeconds ?? DEFAULT_WAIT_S;
      onWait(seconds);
      await pause(seconds * 1000, signal);
    }
  }
}

function once(file, options, { key, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', withQuery('/v1/tracks', { filename: file.name, ...options }));
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.setRequestHeader('Idempotency-Key', key);
    for (const [name, value] of Object.entries(authorization())) call.setRequestHeader(name, value);
    call.upload.addEventListener('progress', event => onProgress(event.total ? event.loaded / event.total : 0));
    call.addEventListener('load', () => {
      if (call.status < 300) resolve(JSON.parse(call.responseText));
      else reject(problemOf(call.status, call.responseText, call.getResponseHeader('Retry-After')));
    });
    call.addEventListener('error', () => reject(new Error('The connection broke off before the file had arrived.')));
    call.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
    signal.addEventListener('abort', () => call.abort(), { once: true });
    call.send(file);
  });
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('Stopped.', 'AbortError'));
    }, { once: true });
  });
}

/** A key for one upload. Not randomUUID: that one is missing where the page was not served over TLS or from this machine. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
