import { getJson, request, withQuery } from './http.js';

/** What goes on behind the tracks, in the shapes of openapi.json; rejects with a Problem. */
export const pipeline = {
  /**
   * {measuredAt, deadLetters: how many, services: [{service, group, state, members, perSecond, lag}],
   * topics: [{topic, partitions, perSecond}], hangingTransactions: [{topic, partition, firstOffset, since, producerId}]}
   */
  status: () => getJson('/v1/pipeline'),
  /** A page {deadLetters: [{id, at, stage, reason, cause, trackId, bytes, redrivenAt, origin}], next} of {limit, cursor}. */
  deadLetters: query => getJson(withQuery('/v1/dead-letters', query)),
  redrive: id => request(`/v1/dead-letters/${encodeURIComponent(id)}/redrive`, { method: 'POST' }),
};
