// The complaints and the alerts on the page. All text goes in as text, never as markup.
import { left, moment, nearestDue, urgency } from './clocks.js';
import { text, word } from './texts.js';

const MOST = 200;
const complaints = new Map();
const rows = new Map();
const byId = (id) => document.getElementById(id);

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (content !== undefined) {
    made.textContent = content;
  }
  return made;
}

function chip(code) {
  const made = element('span', 'chip', word(code));
  made.dataset.code = code ?? '';
  return made;
}

function cell(tag, main, below, className) {
  const made = element(tag, className);
  made.append(main);
  if (below) {
    made.append(element('span', 'below', below));
  }
  return made;
}

function fill(row, complaint) {
  const number = cell('th', complaint.number ?? complaint.id, moment(complaint.filedAt));
  number.scope = 'row';
  const due = nearestDue(complaint);
  const clock = element('td', 'clock');
  clock.append(element('span', 'left'));
  if (due !== null) {
    clock.append(element('span', 'below', moment(due)));
  }
  row.replaceChildren(
    number,
    cell('td', complaint.platform ?? '', complaint.orderNo),
    cell('td', word(complaint.category), complaint.amount ? `${complaint.amount} ${complaint.currency ?? ''}` : ''),
    cell('td', complaint.severity ? chip(complaint.severity) : '–'),
    cell('td', complaint.owner ?? '–', [complaint.queue, complaint.tier && word(complaint.tier)].filter(Boolean).join(' · ')),
    cell('td', word(complaint.status, 'status')),
    clock,
  );
  row.dataset.id = complaint.id;
}

/** Shows complaints, new or changed; an older state never replaces a newer one. */
export function show(list, fresh) {
  for (const complaint of list) {
    const known = complaints.get(complaint.id);
    if (!complaint.id || (known?.updatedAt && Date.parse(complaint.updatedAt) < Date.parse(known.updatedAt))) {
      continue;
    }
    complaints.set(complaint.id, complaint);
    let row = rows.get(complaint.id);
    if (!row) {
      row = element('tr');
      rows.set(complaint.id, row);
      byId('rows').insertBefore(row, following(complaint));
    }
    fill(row, complaint);
    if (fresh) {
      row.classList.remove('fresh');
      void row.offsetWidth; // starts the animation anew
      row.classList.add('fresh');
      if (!known) {
        byId('news').textContent = text('arrived', { number: complaint.number ?? '', category: word(complaint.category) });
      }
    }
  }
  trim();
  tick();
}

/** The first row that was filed earlier: newest stay on top, whenever they arrive. */
function following(complaint) {
  const filed = Date.parse(complaint.filedAt);
  for (const row of byId('rows').children) {
    if (Date.parse(complaints.get(row.dataset.id)?.filedAt) < filed) {
      return row;
    }
  }
  return null;
}

function trim() {
  while (byId('rows').children.length > MOST) {
    const row = byId('rows').lastElementChild;
    rows.delete(row.dataset.id);
    complaints.delete(row.dataset.id);
    row.remove();
  }
}

/** Moves every clock on. */
export function tick() {
  const now = Date.now();
  const sums = { shown: 0, critical: 0, soon: 0, overdue: 0 };
  for (const [id, row] of rows) {
    const complaint = complaints.get(id);
    const due = nearestDue(complaint);
    const state = urgency(due, now);
    row.dataset.due = state;
    const place = row.querySelector('.left');
    const value = left(due, now);
    if (place.textContent !== value) {
      place.textContent = value;
    }
    sums.shown += 1;
    sums.critical += complaint.severity === 'CRITICAL' ? 1 : 0;
    sums.soon += state === 'soon' ? 1 : 0;
    sums.overdue += state === 'over' ? 1 : 0;
  }
  for (const [name, value] of Object.entries(sums)) {
    byId(`sum-${name}`).textContent = value;
    byId(`sum-${name}`).classList.toggle('raised', value > 0 && (name === 'critical' || name === 'overdue'));
  }
  byId('nothing').hidden = rows.size > 0;
}

/** The number of a complaint on the board. */
export function numberOf(id) {
  return complaints.get(id)?.number;
}

/** Shows the levels that fired, newest first. */
export function showAlerts(items, numbers) {
  byId('alert-list').replaceChildren(...items.map((item) => {
    const made = element('li');
    made.dataset.id = item.id ?? '';
    const first = element('div', 'line');
    first.append(chip(item.kind), element('span', 'number', numbers.get(item.complaintId) ?? item.complaintId));
    const second = element('div', 'line');
    second.append(element('span', '', `${word(item.metric)} → ${word(item.to)}`));
    made.append(first, second, element('span', 'below', text('dueAt', { due: moment(item.dueAt), at: moment(item.detectedAt) })));
    return made;
  }));
  byId('quiet').hidden = items.length > 0;
}

/** Writes everything again, after a change of language. */
export function rewrite() {
  for (const [id, row] of rows) {
    fill(row, complaints.get(id));
  }
  tick();
}

export function clear() {
  complaints.clear();
  rows.clear();
  byId('rows').replaceChildren();
  showAlerts([], new Map());
  tick();
}
