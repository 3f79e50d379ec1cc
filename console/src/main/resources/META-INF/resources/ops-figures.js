// The figures and the groups: every number is a link to its cases. All text goes in as text, never as markup.
import { filterOfLink, hours, queryOf, same } from './ops-filter.js';
import { text, word } from './texts.js';

const byId = (id) => document.getElementById(id);
const IN_GROUPS = ['BREACHED', 'AT_RISK', 'PAUSED'];
const NOBODY = { queue: 'noQueue', owner: 'noOwner' };

export function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (content !== undefined) {
    made.textContent = content;
  }
  return made;
}

/** A word on coloured ground. */
export function chip(code) {
  const made = element('span', 'chip', word(code));
  made.dataset.code = code ?? '';
  return made;
}

function link(figure, current, content, label) {
  const filter = filterOfLink(figure.cases);
  const made = element('a', '', content);
  made.href = location.pathname + queryOf(filter);
  made.dataset.local = '';
  if (label) {
    made.setAttribute('aria-label', label);
  }
  if (same(filter, current)) {
    made.setAttribute('aria-current', 'true');
  }
  return made;
}

function tile(figure, current, name, code) {
  const made = element('li');
  const anchor = link(figure, current, undefined);
  anchor.append(element('span', 'count', figure.count.toLocaleString()), element('span', 'name', name));
  made.dataset.code = figure.count > 0 ? code : '';
  made.append(anchor);
  return made;
}

function groupName(by, value) {
  if (value === null) {
    return text(NOBODY[by] ?? 'none');
  }
  return by === 'metric' || by === 'severity' ? word(value) : value;
}

function groupRow(by, group, current) {
  const row = element('tr');
  const name = groupName(by, group.value);
  const head = element('th');
  head.scope = 'row';
  head.append(link(group, current, name));
  const all = element('td', 'number');
  all.append(link(group, current, group.open.toLocaleString(), text('figureOf', { name, state: text('open'), count: group.open })));
  row.append(head, all, ...IN_GROUPS.map((state) => {
    const cell = element('td', 'number');
    const figure = group.states.find((one) => one.state === state);
    if (figure) {
      const label = text('figureOf', { name, state: word(state), count: figure.count });
      cell.append(link(figure, current, figure.count.toLocaleString(), label));
      cell.dataset.code = state;
    } else {
      cell.textContent = '0';
      cell.classList.add('zero');
    }
    return cell;
  }));
  return row;
}

function groupTable(grouping, current) {
  const made = element('section', 'group');
  const title = element('h3', '', text(`by.${grouping.by}`));
  title.id = `by-${grouping.by}`;
  const table = element('table');
  table.setAttribute('aria-labelledby', title.id);
  const heads = element('tr');
  for (const name of [text(`one.${grouping.by}`), text('open'), ...IN_GROUPS.map(word)]) {
    const head = element('th', heads.children.length ? 'number' : '', name);
    head.scope = 'col';
    heads.append(head);
  }
  const top = element('thead');
  top.append(heads);
  const body = element('tbody');
  body.append(...grouping.values.map((group) => groupRow(grouping.by, group, current)));
  table.append(top, body);
  made.append(title, table);
  if (grouping.more > 0) {
    made.append(element('p', 'below', text('moreValues', { count: grouping.more })));
  }
  return made;
}

/** Remembers by its address which link has the focus, since the links are made anew. */
function keepingFocus(place, change) {
  const focused = place.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  change();
  if (focused !== null) {
    [...place.querySelectorAll('a')].find((anchor) => anchor.getAttribute('href') === focused)?.focus({ preventScroll: true });
  }
}

/** Shows the figures of a whole board. The current filter is marked where it is one of them. */
export function showFigures(board, current) {
  const tiles = byId('figures');
  keepingFocus(tiles, () => tiles.replaceChildren(
    tile(board.open, current, text('allOpen'), ''),
    ...board.states.map((figure) => tile(figure, current, word(figure.state), figure.state)),
    ...board.due.map((figure) => tile(figure, current, text('dueWithinHours', { hours: hours(figure.within) }), ''))));
}

/** Shows the groups of a board, filtered or not. */
export function showGroups(board, current) {
  const place = byId('groups');
  keepingFocus(place, () => place.replaceChildren(
    ...board.groups.filter((grouping) => grouping.values.length).map((grouping) => groupTable(grouping, current))));
  for (const by of ['queue', 'owner']) {
    const values = board.groups.find((grouping) => grouping.by === by)?.values ?? [];
    byId(`${by}s`).replaceChildren(...values.filter((group) => group.value !== null).map((group) => new Option('', group.value)));
  }
}
