import { getJson, request, withQuery } from './http.js';

const path = trackId => `/v1/tracks/${encodeURIComponent(trackId)}`;

export const tracks = {
  list: query => getJson(withQuery('/v1/tracks', query)),
  find: trackId => getJson(path(trackId)),
  parameters: trackId => getJson(`${path(trackId)}/parameters`),
  remove: trackId => request(path(trackId), { method: 'DELETE' }),
  remix: async (trackId, options) => (await request(`${path(trackId)}/mixes`, { method: 'POST', json: options })).json(),
  originalPath: trackId => `${path(trackId)}/original`,
  audioPath: (trackId, mix) => mix.links?.audio ?? `${path(trackId)}/mixes/${encodeURIComponent(mix.mixId)}/audio`,
  eventsPath: trackId => (trackId ? `${path(trackId)}/events` : '/v1/events'),
};
