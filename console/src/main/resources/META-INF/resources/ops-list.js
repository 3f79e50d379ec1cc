// The list of cases by due time. Rows are kept while their clock stays, so that nothing jumps under a reader's hand.
import { left, moment, span } from './clocks.js';
import { chip, element } from './ops-figures.js';
import { text, word } from './texts.js';

const byId = (id) => document.getElementById(id);
const rows = new Map();
const numbers = new Map();
let items = [];

function cell(...content) {
  const made = element('td');
  made.append(...content.filter((part) => part !== null && part !== undefined));
  return made;
}

function below(content) {
  return content ? element('span', 'below', content) : null;
}

/** When it is due, as the button that explains it. */
function dueCell(item, explain) {
  const made = element('td', 'clock');
  const button = element('button', 'due');
  button.type = 'button';
  button.append(element('span', 'left'), element('span', 'below', item.dueAt ? moment(item.dueAt) : text('noDueTime')));
  button.addEventListener('click', () => explain(item, button));
  made.append(button);
  return made;
}

function pauseText(pause) {
  return pause
    ? [word(pause.reason), pause.by ? text('pausedBy', { by: pause.by }) : null,
      text('pausedSince', { since: moment(pause.since) }),
      pause.until ? text('pausedUntil', { until: moment(pause.until) }) : text('pausedOpenEnd')].filter(Boolean).join(' · ')
    : '';
}

function fill(row, item, explain) {
  const head = element('th', '', numbers.get(item.complaintId) ?? item.complaintId.slice(-12));
  head.scope = 'row';
  head.title = item.complaintId;
  const key = item.key && item.cycle > 1 ? `${item.key} · ${item.cycle}` : item.key ?? (item.cycle > 1 ? `${item.cycle}` : '');
  row.replaceChildren(
    dueCell(item, explain),
    cell(chip(item.state), below(pauseText(item.pause))),
    head,
    cell(word(item.metric), below(key && key.length < 20 ? key : '')),
    cell(chip(item.severity), below(item.category ? word(item.category) : '')),
    cell(item.queue ?? text('noQueue'), below(item.tier ? word(item.tier) : '')),
    cell(item.owner ?? text('noOwner')));
  row.dataset.id = item.clockId;
  row.dataset.state = item.state;
  row.shown = JSON.stringify(item, (key2, value) => (['remaining', 'overdue', 'lasting'].includes(key2) ? undefined : value));
}

function changed(row, item) {
  return row.shown !== JSON.stringify(item, (key, value) => (['remaining', 'overdue', 'lasting'].includes(key) ? undefined : value));
}

/** Shows these cases and no others. */
export function showCases(list, more, explain) {
  items = list;
  const place = byId('cases');
  const focused = document.activeElement?.closest?.('#cases tr')?.dataset.id;
  for (const [id, row] of rows) {
    if (!list.some((item) => item.clockId === id)) {
      row.remove();
      rows.delete(id);
    }
  }
  list.forEach((item, at) => {
    let row = rows.get(item.clockId);
    if (!row) {
      row = element('tr');
      rows.set(item.clockId, row);
      fill(row, item, explain);
    } else if (changed(row, item)) {
      fill(row, item, explain);
      row.classList.remove('fresh');
      void row.offsetWidth; // starts the animation anew
      row.classList.add('fresh');
    }
    if (place.children[at] !== row) {
      place.insertBefore(row, place.children[at] ?? null);
    }
  });
  if (focused && document.activeElement === document.body) {
    rows.get(focused)?.querySelector('button')?.focus({ preventScroll: true });
  }
  byId('no-cases').hidden = list.length > 0;
  byId('more').hidden = !more;
  byId('list-count').textContent = text(more ? 'firstCases' : 'allCases', { count: list.length });
  tickCases();
}

/** Moves every clock on. */
export function tickCases() {
  const now = Date.now();
  for (const item of items) {
    const row = rows.get(item.clockId);
    const place = row?.querySelector('.left');
    if (place) {
      const due = item.dueAt ? Date.parse(item.dueAt) : null;
      const value = item.state === 'PAUSED'
        ? text('pausedFor', { span: span(now - Date.parse(item.pause?.since ?? item.startedAt)) })
        : left(due, now);
      if (place.textContent !== value) {
        place.textContent = value;
      }
      row.dataset.due = item.state === 'PAUSED' || due === null ? 'none' : due < now ? 'over' : item.state === 'AT_RISK' ? 'soon' : 'fine';
    }
  }
}

/** Whether a complaint is in the list. */
export function lists(complaintId) {
  return items.some((item) => item.complaintId === complaintId);
}

/** The complaints in the list whose numbers are not known yet. */
export function unnumbered() {
  return [...new Set(items.map((item) => item.complaintId))].filter((id) => !numbers.has(id));
}

export function numberKnown(complaintId, number) {
  numbers.set(complaintId, number);
  for (const item of items.filter((one) => one.complaintId === complaintId)) {
    const head = rows.get(item.clockId)?.querySelector('th');
    if (head) {
      head.textContent = number;
    }
  }
}

export function numberOf(complaintId) {
  return numbers.get(complaintId);
}

/** Writes everything again, after a change of language. */
export function rewriteCases(explain) {
  items.forEach((item) => {
    const row = rows.get(item.clockId);
    if (row) {
      fill(row, item, explain);
    }
  });
  tickCases();
}
