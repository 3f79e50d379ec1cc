// The deadlines board: figures, groups and lists, filtered by the page's address and kept up to date.
import { follow, get, Refused } from './api.js';
import { explain, installExplanation } from './ops-explain.js';
import { showFigures, showGroups } from './ops-figures.js';
import { filterOf, hours, mayShow, queryOf } from './ops-filter.js';
import { lists, numberKnown, numberOf, rewriteCases, showCases, tickCases, unnumbered } from './ops-list.js';
import { forever, pause } from './retry.js';
import { claims, token, tokenFromAddress } from './session.js';
import { preferred, speak, text, word } from './texts.js';

const BOARD = '/api/v1/sla/board';
const PAGE = 50;
/** Lists are read anew at most so often, however much happens. */
const AT_MOST_EVERY = 2000;
const NUMBERS_EVERY = 500;
/** A stream without even a heartbeat for so long is dead, whatever the network says. */
const SILENCE = 45_000;

const byId = (id) => document.getElementById(id);
let filter = filterOf(location.search);
let figures = null;
let groups = null;
let connection = 'idle';
let shown = PAGE;
let who = null;
const wanted = { list: false, figures: false };
let wake = () => {};

function setConnection(state) {
  connection = state;
  byId('connection').dataset.state = state;
  byId('connection').textContent = state === 'idle' ? '' : text(`connection.${state}`);
}

function want(...parts) {
  parts.forEach((part) => { wanted[part] = true; });
  wake();
}

const explaining = (item, from) => explain(item, numberOf(item.complaintId), from);

function draw() {
  if (figures) {
    showFigures(figures, filter);
  }
  if (groups) {
    showGroups(groups, filter);
  }
}

/** As many pages as are shown; a page holds at most a hundred. */
async function readCases(signal) {
  let items = [];
  let next = null;
  do {
    const query = new URLSearchParams(queryOf(filter));
    query.set('limit', String(Math.min(100, shown - items.length)));
    if (next) {
      query.set('cursor', next);
    }
    const page = await get(`${BOARD}/cases?${query}`, signal);
    items = items.concat(page.items);
    next = page.next;
  } while (next && items.length < shown);
  return { items, more: next !== null };
}

async function refresh(signal) {
  const asked = filter;
  if (wanted.figures) {
    wanted.figures = false;
    const narrowed = queryOf(asked) !== '';
    const [all, some] = await Promise.all([get(BOARD, signal), narrowed ? get(`${BOARD}${queryOf(asked)}`, signal) : null]);
    figures = all;
    groups = some ?? all;
    if (asked === filter) {
      draw();
    }
  }
  if (wanted.list) {
    wanted.list = false;
    byId('cases').setAttribute('aria-busy', 'true');
    const { items, more } = await readCases(signal);
    if (asked === filter) {
      byId('list-loading').hidden = true;
      byId('cases').setAttribute('aria-busy', 'false');
      showCases(items, more, explaining);
      byId('list-fault').textContent = '';
    }
  }
}

/** Reads what is wanted, then rests; what is wanted meanwhile is read once. */
async function refreshing(signal) {
  await refresh(signal);
  await pause(AT_MOST_EVERY, signal);
  if (!signal.aborted && !wanted.list && !wanted.figures) {
    await new Promise((resolve) => {
      wake = resolve;
      signal.addEventListener('abort', resolve, { once: true });
    });
  }
}

/** Numbers of the complaints in the list, asked for one after another. */
async function numbering(signal) {
  for (const id of unnumbered()) {
    const number = await get(`/api/v1/complaints/${encodeURIComponent(id)}`, signal)
      .then((complaint) => complaint.number, (fault) => (fault instanceof Refused && fault.status < 500 ? id.slice(-12) : undefined));
    if (number === undefined) {
      return;
    }
    numberKnown(id, number);
  }
}

function take(event) {
  let data;
  try {
    data = JSON.parse(event.data);
  } catch {
    return; // a later version's event, for a later page
  }
  if (event.name === 'board') {
    figures = data;
    if (queryOf(filter) === '') {
      groups = data;
      draw();
    } else {
      want('figures');
    }
  } else if (event.name === 'reset') {
    want('list', 'figures');
  } else if (event.name === 'complaint' && (lists(data.complaintId) || mayShow(filter, data.cases))) {
    want('list');
  }
}

async function following(signal, remembered, through) {
  const stream = new AbortController();
  const end = () => stream.abort();
  signal.addEventListener('abort', end, { once: true });
  let watch = setTimeout(end, SILENCE);
  try {
    await follow(`${BOARD}/stream`, remembered.id, stream.signal, () => {
      through();
      setConnection('live');
      want('list', 'figures');
    }, (event) => {
      remembered.id = event.id || remembered.id;
      take(event);
    }, () => {
      clearTimeout(watch);
      watch = setTimeout(end, SILENCE);
    });
  } finally {
    clearTimeout(watch);
    signal.removeEventListener('abort', end);
  }
}

function failed(place, fault) {
  if (fault instanceof Refused && fault.status === 401) {
    byId('fault').textContent = text('expired');
    byId('enter').hidden = false;
    setConnection('idle');
    return 'stop';
  }
  const denied = fault instanceof Refused && fault.status === 403;
  byId(place).textContent = fault instanceof Refused ? fault.message : place === 'list-fault' ? text('notReached') : '';
  byId('list-loading').hidden = true;
  return denied ? 'stop' : 'go on';
}

function run() {
  const signal = new AbortController().signal;
  const remembered = { id: '' };
  want('list', 'figures');
  forever(signal, 0, {
    well: () => { byId('list-fault').textContent = ''; },
    fault: (fault) => { want('list', 'figures'); return failed('list-fault', fault); },
  }, () => refreshing(signal));
  const lost = (fault) => {
    setConnection(fault instanceof Refused && fault.status === 403 ? 'lost' : 'waiting');
    return failed('fault', fault);
  };
  forever(signal, AT_MOST_EVERY, { well: () => setConnection('waiting'), fault: lost },
    (through) => following(signal, remembered, () => { through(); byId('fault').textContent = ''; }));
  forever(signal, NUMBERS_EVERY, { well: () => {}, fault: () => 'go on' }, () => numbering(signal));
}

/** Puts the filter into its form; what several states mean has no place there. */
function fillForm() {
  for (const field of byId('filter').elements) {
    if (field.name) {
      const value = filter[field.name];
      field.value = field.name === 'dueWithin' ? (value ? hours(value) || '' : '') : value ?? '';
    }
  }
}

function filterOfForm() {
  const form = new FormData(byId('filter'));
  const entries = [...form].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== '');
  return filterOf(new URLSearchParams(entries.map(([name, value]) => [name, name === 'dueWithin' ? `PT${Number(value)}H` : value])).toString());
}

/** Shows what the address asks for. */
function arrive() {
  filter = filterOf(location.search);
  shown = PAGE;
  fillForm();
  draw();
  want('list', 'figures');
}

function go(query) {
  if (query !== location.search) {
    history.pushState(null, '', location.pathname + query);
  }
  arrive();
}

function words() {
  for (const select of document.querySelectorAll('select[data-words]')) {
    const chosen = select.value;
    select.replaceChildren(new Option(text('any'), ''), ...select.dataset.words.split(' ').map((code) => new Option(word(code), code)));
    select.value = chosen;
  }
  byId('who').textContent = who ? [who.platform, who.roles.map(word).join(', '), who.subject].filter(Boolean).join(' · ') : '';
}

async function change(tag, chosen) {
  await speak(tag, chosen);
  words();
  fillForm();
  draw();
  rewriteCases(explaining);
  setConnection(connection);
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => change(button.dataset.language, true));
}
document.addEventListener('click', (event) => {
  const anchor = event.target.closest('a[data-local]');
  if (anchor && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    go(new URL(anchor.href).search);
  }
});
addEventListener('popstate', arrive);
byId('filter').addEventListener('submit', (event) => {
  event.preventDefault();
  go(queryOf(filterOfForm()));
});
byId('more').addEventListener('click', () => {
  shown += PAGE;
  want('list');
});
installExplanation();
setInterval(tickCases, 1000);
tokenFromAddress();
who = claims(token() ?? '');
await change(preferred(), false);
byId('enter').hidden = who !== null;
byId('work').hidden = who === null;
if (who) {
  run();
}
