import { ask } from '../ui/dialogs.js';
import { el } from '../ui/dom.js';

const KEY = 'tonmeister.token';
const ASKED = 'This server asks for an API token. Whoever runs it can give you one.';
const UNKNOWN = 'This server does not know that token. Enter another one.';
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

/** The header that goes with every request; nothing without a token. */
export function authorization(value = token()) {
  return value ? { Authorization: `Bearer ${value}` } : {};
}

/**
 * Asks for a token, once however many requests wait for it; resolves to whether there is another one than was refused. Who
 * has said no is not asked again: the button in the page's head is there then.
 *
 * @param refused the token that the server does not know, null if none was sent
 */
export function askForToken(refused) {
  if (asking) return asking;
  // Of many requests with the same token the last answers come when there is a new one.
  if (token() !== refused) return Promise.resolve(true);
  if (declined) return Promise.resolve(false);
  asking = prompt(refused === null ? ASKED : UNKNOWN).finally(() => { asking = null; });
  return asking;
}

/** Connects the button in the page's head, with which a token is entered or changed. */
export function startTokenButton() {
  const button = document.getElementById('token');
  const show = () => { button.hidden = !token() && !declined; };
  document.addEventListener('tokenchange', show);
  button.addEventListener('click', async () => {
    if (await prompt(token() === null ? ASKED : 'The token is kept until this tab is closed. You can use another one instead.')) location.reload();
  });
  show();
}

async function prompt(text) {
  const input = el('input', { type: 'password', name: 'token', autocomplete: 'off', required: true, 'aria-label': 'API token' });
  const answer = await ask({
    title: 'API token',
    content: [
      el('p', {}, text),
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
