import { el } from '../ui/dom.js';
import { count, plain } from '../ui/words.js';

/** The services by their consumer groups: who works, how fast, and how much waits. */
export function servicesTable(services) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Services' }, el('table', {},
    el('caption', {}, 'Services and their lag'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Service'), el('th', { scope: 'col', class: 'text' }, 'Consumer group'),
      el('th', { scope: 'col', class: 'text' }, 'State'), ['Members', 'Records a second', 'Lag'].map(text => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, services.map(({ service, group, state, members, perSecond, lag }) => el('tr', {}, el('th', { scope: 'row' }, service),
      el('td', { class: 'text' }, group), el('td', { class: 'text' }, state),
      el('td', {}, count(members)), el('td', {}, plain(perSecond, 1)), el('td', {}, count(lag)))))));
}
