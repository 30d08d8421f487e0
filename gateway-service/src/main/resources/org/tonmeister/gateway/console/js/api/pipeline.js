import { getJson, request, withQuery } from './http.js';

export const pipeline = {
  status: () => getJson('/v1/pipeline'),
  deadLetters: query => getJson(withQuery('/v1/dead-letters', query)),
  redrive: id => request(`/v1/dead-letters/${encodeURIComponent(id)}/redrive`, { method: 'POST' }),
};
