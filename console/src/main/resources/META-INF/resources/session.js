// Who is looking: the token of this tab, and what it says of itself. Nothing here is trusted by a service; it only
// decides what the page offers.
const KEY = 'redress.token';

/** Takes a token out of the address (#token=...), so that it stays neither in the history nor in a bookmark. */
export function tokenFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    history.replaceState(null, '', location.pathname + location.search);
    keep(token);
  }
}

export function keep(token) {
  sessionStorage.setItem(KEY, token.replace(/^Bearer\s+/i, '').trim());
}

export function token() {
  return sessionStorage.getItem(KEY);
}

export function forget() {
  sessionStorage.removeItem(KEY);
}

/** What the token claims, or null when it is none. */
export function claims(text) {
  try {
    const part = text.replace(/^Bearer\s+/i, '').trim().split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0));
    const all = JSON.parse(new TextDecoder().decode(bytes));
    return {
      platform: String(all.platform ?? ''),
      subject: String(all.sub ?? ''),
      roles: Array.isArray(all.groups) ? all.groups.map(String) : [],
      until: Number(all.exp ?? 0) * 1000,
    };
  } catch {
    return null;
  }
}
