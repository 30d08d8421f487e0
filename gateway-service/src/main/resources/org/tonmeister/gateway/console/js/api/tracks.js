import { getJson, request, withQuery } from './http.js';

const path = trackId => `/v1/tracks/${encodeURIComponent(trackId)}`;

/**
 * Tracks and their mixes, in the shapes of openapi.json: `Track` {trackId, fileName, state, createdAt, reason, stages:
 * [{stage, state, fraction, reason}], work: [{requestId, state, fraction, reason}], mixes: [Mix], newest first}; `Mix` {mixId,
 * requestId, variant, revision, format, fileName, options, parameters: {name: 0 to 1}, report: {seconds, sampleRate, before,
 * after, gainReduction, source, models, missingModels, notes}}. All but the paths resolve to these, and reject with a Problem.
 */
export const tracks = {
  /** A page {tracks: [Track], next: cursor or null} of {q, state, limit, cursor}. */
  list: query => getJson(withQuery('/v1/tracks', query)),
  find: trackId => getJson(path(trackId)),
  /** What the models want: {models: [{model, parameters, weights}], units: {name: {label, unit, min, max, neutral}}}. */
  parameters: trackId => getJson(`${path(trackId)}/parameters`),
  remove: trackId => request(path(trackId), { method: 'DELETE' }),
  /** Asks for mixes {strength, loudness, overrides, variant, format, …}; {requestId} is in their `requestId`. */
  remix: async (trackId, options) => (await request(`${path(trackId)}/mixes`, { method: 'POST', json: options })).json(),
  originalPath: trackId => `${path(trackId)}/original`,
  audioPath: (trackId, mix) => mix.links?.audio ?? `${path(trackId)}/mixes/${encodeURIComponent(mix.mixId)}/audio`,
  eventsPath: trackId => (trackId ? `${path(trackId)}/events` : '/v1/events'),
};
