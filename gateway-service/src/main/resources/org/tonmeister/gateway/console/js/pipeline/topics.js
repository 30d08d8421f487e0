import { el } from '../ui/dom.js';
import { scrolling } from '../ui/scrolling.js';
import { count, plain } from '../ui/words.js';

/** The topics with what they hold and what comes in. */
export function topicsTable(topics) {
  return scrolling('Topics', el('table', {},
    el('caption', {}, 'Topics'),
    el('thead', {}, el('tr', {}, ['Topic', 'Partitions', 'Records', 'Records a second'].map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, topics.map(({ topic, partitions, perSecond }) => el('tr', {}, el('th', { scope: 'row' }, topic),
      el('td', {}, count(partitions.length)),
      el('td', {}, count(partitions.reduce((sum, partition) => sum + partition.endOffset - partition.firstOffset, 0))),
      el('td', {}, plain(perSecond, 1)))))));
}
