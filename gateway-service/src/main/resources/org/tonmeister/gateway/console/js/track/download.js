import { request } from '../api/http.js';
import { reasonOf } from '../api/problem.js';
import { token } from '../api/token.js';
import { tracks } from '../api/tracks.js';
import { whenIdle } from '../ui/busy.js';
import { FORMATS } from '../ui/choices.js';
import { el, id, say } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { named } from '../ui/words.js';
import { sameSound } from './mix-names.js';

const ORIGINAL = 'original';

/**
 * The chosen mix as a file of any format, or the original. A file that does not exist yet is asked for first.
 *
 * @param studio gives `track`, `mix` and `ask(options)`
 */
export function downloadPanel(studio) {
  const format = el('select', { id: id('format') },
    [...FORMATS, [ORIGINAL, 'The original file']].map(([value, label]) => el('option', { value }, label)));
  const button = el('button', { type: 'button', onClick: whenIdle(start) }, icon('save'), 'Download');
  const told = el('p', { class: 'note', role: 'status' });

  async function start() {
    const wanted = studio.mix;
    try {
      if (format.value === ORIGINAL) {
        await save(tracks.originalPath(studio.track.trackId), studio.track.fileName);
        say(told, `${named(studio.track.fileName)} is on its way.`);
        return;
      }
      let mix = studio.track.mixes.find(other => other.format === format.value && sameSound(other, wanted));
      if (!mix) {
        say(told, `Making a file as ${format.selectedOptions[0].textContent}…`);
        [mix] = await studio.ask({ ...wanted.options, variant: wanted.variant, format: format.value });
      }
      await save(tracks.audioPath(studio.track.trackId, mix), mix.fileName);
      say(told, `${named(mix.fileName)} is on its way.`);
    } catch (fault) {
      say(told, `No file: ${reasonOf(fault)}`);
    }
  }

  return {
    element: el('div', { class: 'download' },
      el('div', { class: 'row' }, el('div', { class: 'field' }, el('label', { for: format.id }, 'File format'), format), button), told),
    update: () => { format.value = studio.mix.format; },
  };
}

/** With a token the file must be fetched here, since a link cannot send it. */
async function save(path, name) {
  if (!token()) return click(`${path}?download=1`, name);
  const url = URL.createObjectURL(await (await request(path)).blob());
  click(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function click(href, name) {
  const link = el('a', { href, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}
