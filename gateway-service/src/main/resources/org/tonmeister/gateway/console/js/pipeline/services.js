import { el } from '../ui/dom.js';
import { count } from '../ui/words.js';

/** The services by their consumer groups: who works, and how much waits. */
export function servicesTable(groups) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Services' }, el('table', {},
    el('caption', {}, 'Services and their lag'),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Stage'), el('th', { scope: 'col', class: 'text' }, 'Consumer group'),
      el('th', { scope: 'col', class: 'text' }, 'State'), el('th', { scope: 'col' }, 'Lag'))),
    el('tbody', {}, groups.map(group => el('tr', {}, el('th', { scope: 'row' }, group.stage), el('td', { class: 'text' }, group.group),
      el('td', { class: 'text' }, stateInWords(group.state)), el('td', {}, count(group.lag)))))));
}

function stateInWords(state) {
  const words = state.toLowerCase().replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}
