import { problemOf } from './problem.js';
import { askForToken, authorization, token } from './token.js';

/**
 * A request to the API. Throws a Problem if the server refuses; asks for a token if it wants one.
 *
 * @param path from the root, `/v1/…`
 * @param options method, json (becomes the body), headers, signal
 */
export async function request(path, options = {}) {
  const { json, headers, ...rest } = options;
  for (;;) {
    const sent = token();
    const response = await reach(path, {
      ...rest,
      headers: {
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
        ...authorization(sent),
      },
      body: json === undefined ? undefined : JSON.stringify(json),
    });
    if (response.ok) return response;
    if (response.status === 401 && await askForToken(sent)) continue;
    throw problemOf(response.status, await response.text(), response.headers.get('Retry-After'));
  }
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Error('The server cannot be reached. Is it running?', { cause: fault });
  }
}

export async function getJson(path, options = {}) {
  return (await request(path, options)).json();
}

/** A path with a query of what is neither empty nor missing. */
export function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
