import { ask } from '../ui/dialogs.js';
import { el } from '../ui/dom.js';

const KEY = 'tonmeister.token';
let memory = null;
let asking = null;
let declined = false;

/** The API token, or null. It is kept until the tab is closed. */
export function token() {
  try {
    return sessionStorage.getItem(KEY) ?? memory;
  } catch {
    return memory;
  }
}

/** The header that goes with every request. */
export function authorization() {
  const value = token();
  return value ? { Authorization: `Bearer ${value}` } : {};
}

/**
 * Asks for a token, once however many requests wait for it; resolves to whether there is a new one. Who has said no is not
 * asked again: the button in the page's head is there then.
 */
export function askForToken() {
  if (declined) return Promise.resolve(false);
  asking ??= prompt().finally(() => { asking = null; });
  return asking;
}

/** Connects the button in the page's head, with which a token is entered or changed. */
export function startTokenButton() {
  const button = document.getElementById('token');
  const show = () => { button.hidden = !token() && !declined; };
  document.addEventListener('tokenchange', show);
  button.addEventListener('click', async () => {
    if (await prompt()) location.reload();
  });
  show();
}

async function prompt() {
  const input = el('input', { type: 'password', name: 'token', autocomplete: 'off', required: true, 'aria-label': 'API token' });
  const answer = await ask({
    title: 'API token',
    content: [
      el('p', {}, token()
        ? 'This server does not accept the token, or the token may not do that. Enter another one.'
        : 'This server asks for an API token. Whoever runs it can give you one.'),
      input,
    ],
    answers: [{ label: 'Cancel', value: '' }, { label: 'Use token', value: 'use', primary: true }],
    focus: 'input',
  });
  const value = input.value.trim();
  if (answer !== 'use' || !value) {
    declined = true;
    document.dispatchEvent(new Event('tokenchange'));
    return false;
  }
  declined = false;
  memory = value;
  try {
    sessionStorage.setItem(KEY, value);
  } catch {
    // Storage is forbidden: the token lives as long as the page.
  }
  document.dispatchEvent(new Event('tokenchange'));
  return true;
}
