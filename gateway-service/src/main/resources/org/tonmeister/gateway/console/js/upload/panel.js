import { el } from '../ui/dom.js';
import { gathering } from '../ui/notices.js';
import { named } from '../ui/words.js';
import { acceptDrops, dropZone } from './drop-zone.js';
import { uploadOptions } from './options.js';
import { Queue } from './queue.js';
import { uploadRow } from './upload-row.js';

// Outlive the page: uploads go on while another page is shown.
const queue = new Queue();
const rows = el('ul', { class: 'uploads', 'aria-label': 'Uploads' });
const arrived = gathering(names => (names.length === 1 ? `${named(names[0])} has arrived.` : `${names.length} files have arrived.`));

/** Everything about sending files. */
export function uploadPanel(signal, onAccepted) {
  const options = uploadOptions();
  const add = files => {
    const chosen = options.value();
    for (const file of files) {
      rows.append(uploadRow(file, chosen, {
        queue,
        onSent: (sent, accepted) => {
          arrived(sent.name);
          onAccepted(accepted);
        },
      }));
    }
  };
  acceptDrops(add, signal);
  return el('section', { 'aria-label': 'Upload' }, dropZone(add), options.element, rows);
}

// What is still on its way would be lost.
addEventListener('beforeunload', event => {
  if ([...rows.children].some(row => !row.querySelector('.reason:not([hidden])'))) event.preventDefault();
});
