// Puts the page together.
import { Refused } from './api.js';
import { clear, rewrite, show, tick } from './board.js';
import { install, words } from './filing.js';
import { start } from './live.js';
import { claims, forget, keep, token, tokenFromAddress } from './session.js';
import { preferred, speak, text, word } from './texts.js';

const byId = (id) => document.getElementById(id);
let running = null;
let connection = 'idle';
let who = null;

function setConnection(state) {
  connection = state;
  byId('connection').dataset.state = state;
  byId('connection').textContent = state === 'idle' ? '' : text(`connection.${state}`);
}

function describeCaller() {
  byId('who').textContent = who ? [who.platform, who.roles.map(word).join(', '), who.subject].filter(Boolean).join(' · ') : '';
}

function leave(why) {
  running?.abort();
  running = null;
  who = null;
  forget();
  clear();
  setConnection('idle');
  describeCaller();
  byId('work').hidden = true;
  byId('leave').hidden = true;
  byId('pages').hidden = true;
  byId('file').hidden = true;
  byId('enter').hidden = false;
  byId('enter-fault').textContent = why ?? '';
  byId('token').value = '';
  byId('token').focus();
}

const progress = {
  live() {
    setConnection('live');
    byId('board-fault').textContent = '';
  },
  well(part) {
    byId(`${part}-fault`).textContent = '';
    if (part === 'board') {
      setConnection('live');
    }
  },
  fault(part, fault) {
    if (fault instanceof Refused && fault.status === 401) {
      leave(text('expired'));
      return 'stop';
    }
    const denied = fault instanceof Refused && fault.status === 403;
    byId(`${part}-fault`).textContent = fault instanceof Refused ? fault.message : '';
    if (part === 'board') {
      setConnection(denied ? 'lost' : 'waiting');
    }
    return denied ? 'stop' : 'go on';
  },
};

function enter() {
  who = claims(token() ?? '');
  if (!who) {
    leave(token() ? text('noToken') : '');
    return;
  }
  byId('enter').hidden = true;
  byId('work').hidden = false;
  byId('leave').hidden = false;
  byId('file').hidden = !who.roles.includes('complainant');
  const alertsToo = who.roles.some((role) => ['ops', 'agent', 'supervisor', 'admin', 'platform'].includes(role));
  byId('alerts').hidden = !alertsToo;
  byId('pages').hidden = !alertsToo;
  byId('work').classList.toggle('alone', !alertsToo);
  describeCaller();
  setConnection('waiting');
  running = new AbortController();
  start(who.roles, progress, running.signal);
}

async function change(tag, chosen) {
  await speak(tag, chosen);
  words();
  rewrite();
  describeCaller();
  setConnection(connection);
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => change(button.dataset.language, true));
}
byId('leave').addEventListener('click', () => leave());
byId('enter-form').addEventListener('submit', (event) => {
  event.preventDefault();
  keep(byId('token').value);
  enter();
});
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#token=')) {
    running?.abort();
    clear();
    tokenFromAddress();
    enter();
  }
});
install(() => who, (complaint) => show([complaint], true));
setInterval(tick, 1000);
tokenFromAddress();
await change(preferred(), false);
enter();
