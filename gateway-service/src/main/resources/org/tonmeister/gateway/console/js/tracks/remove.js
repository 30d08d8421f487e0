import { reasonOf } from '../api/problem.js';
import { tracks } from '../api/tracks.js';
import { confirmed } from '../ui/dialogs.js';
import { notice } from '../ui/notices.js';
import { named } from '../ui/words.js';

/** Deletes a track if the user is sure; resolves to whether it was. */
export async function removeTrack(track) {
  const sure = await confirmed(`Delete ${named(track.fileName)}?`,
    'The original and all its mixes can no longer be played or downloaded. This cannot be undone.', 'Delete');
  if (!sure) return false;
  try {
    await tracks.remove(track.trackId);
    notice(`${named(track.fileName)} was deleted.`);
    return true;
  } catch (fault) {
    notice(`Not deleted: ${reasonOf(fault)}`);
    return false;
  }
}
