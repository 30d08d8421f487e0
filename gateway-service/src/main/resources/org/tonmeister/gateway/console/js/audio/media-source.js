import { request } from '../api/http.js';
import { token } from '../api/token.js';

/**
 * An address that a media element can play. Without a token it is the path itself, which the browser reads by ranges; with
 * one the whole file is fetched first, since an element cannot send it.
 */
export async function mediaUrl(path, signal) {
  if (!token()) return path;
  const blob = await (await request(path, { signal })).blob();
  const url = URL.createObjectURL(blob);
  signal.addEventListener('abort', () => URL.revokeObjectURL(url), { once: true });
  return url;
}
